import { useEffect, useState } from "preact/hooks";
import { z } from "zod";
import { type MarkedAnswer, type MarkedAttempt, type MarkedQuestion, Marking } from "../../protocol/marking.ts";
import { ExamMarks } from "../../protocol/marks.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { RichText } from "../components/rich_text.tsx";
import { ShownAnswer } from "../components/shown_answer.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { useStudentName } from "./student_name.ts";

/** What the page to print from starts from. */
export const PrintData = z.strictObject({ exam: z.strictObject({ exam_id: z.string(), title: z.string() }) });
export type PrintData = z.infer<typeof PrintData>;

/** Questions, answers and marks of one attempt or of all, each attempt on a page of its own. */
export function PrintPage({ exam }: PrintData) {
  const [marking, setMarking] = useState<Marking | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const words = useWords("results");
  const { loading } = useWords("calls");
  const { speaker } = useSpeech();
  const failureText = useFailureText();
  useEffect(() => {
    void (async () => {
      const attempt = new URLSearchParams(location.search).get("attempt");
      const query = attempt === null ? "all=true" : `attempt=${encodeURIComponent(attempt)}`;
      const path = `/api/exams/${exam.exam_id}/marking?${query}`;
      const outcome = await callStaff({ method: "GET", path, answer: Marking });
      if (outcome.ok) setMarking(await named(exam.exam_id, outcome.value));
      else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
    })();
  }, [exam.exam_id]);
  const answers = Map.groupBy(marking?.answers ?? [], ({ attempt_id }) => attempt_id);
  return (
    <div class="mx-auto flex w-full max-w-3xl flex-1 flex-col gap-8 px-4 py-8 sm:px-6 print:max-w-none print:p-0">
      <header class="flex flex-col gap-4 print:hidden">
        <h1 class="text-2xl font-semibold wrap-anywhere">{speaker.say(words.printTitle, { exam: exam.title })}</h1>
        <div class="flex flex-wrap items-center gap-4">
          <Button look="primary" disabled={marking === null} onClick={() => print()}>{words.printNow}</Button>
          {marking !== null && (
            <span class="text-sm text-ink-soft">{speaker.say(words.printAll, { n: answers.size })}</span>
          )}
          <a
            href={`/exams/${exam.exam_id}/results`}
            class="text-sm font-medium text-accent underline underline-offset-4"
          >
            {words.printBack}
          </a>
        </div>
      </header>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      {marking === null && problem === null && <p role="status" class="text-ink-soft">{loading}</p>}
      {marking?.attempts.filter(({ attempt_id }) => answers.has(attempt_id)).map((attempt) => (
        <PrintedAttempt
          key={attempt.attempt_id}
          exam={exam.title}
          attempt={attempt}
          marking={marking}
          answers={answers.get(attempt.attempt_id) ?? []}
        />
      ))}
    </div>
  );
}

/** Where the exam is marked without names, those that the grade book has by now: once everything is marked, papers go back to people. */
async function named(examId: string, marking: Marking): Promise<Marking> {
  if (!marking.must_be_anonymous) return marking;
  const outcome = await callStaff({ method: "GET", path: `/api/exams/${examId}/marks`, answer: ExamMarks });
  if (!outcome.ok || outcome.value.anonymous) return marking;
  const known = new Map(outcome.value.attempts.map((one) => [one.attempt_id, one]));
  const attempts = marking.attempts.map((one) => {
    const { name = null, number = null } = known.get(one.attempt_id) ?? {};
    return { ...one, name, number };
  });
  return { ...marking, attempts };
}

interface PrintedAttemptProps {
  exam: string;
  attempt: MarkedAttempt;
  marking: Marking;
  answers: readonly MarkedAnswer[];
}

function PrintedAttempt({ exam, attempt, marking, answers }: PrintedAttemptProps) {
  const nameOf = useStudentName(marking);
  return (
    <article class="flex flex-col gap-5 border-t border-line pt-6 break-after-page last:break-after-auto print:border-0 print:pt-0">
      <header>
        <h2 class="text-xl font-semibold wrap-anywhere">
          <bdi translate={false}>{nameOf(attempt.attempt_id)}</bdi>
          {attempt.number !== null && (
            <bdi translate={false} class="ms-3 text-base font-normal text-ink-soft">{attempt.number}</bdi>
          )}
        </h2>
        <p class="text-sm text-ink-soft" dir="auto">{exam}</p>
      </header>
      {answers.map((answer, index) => (
        <PrintedAnswer
          key={answer.question}
          n={index + 1}
          question={marking.questions.find(({ question }) => question === answer.question)}
          answer={answer}
        />
      ))}
    </article>
  );
}

interface PrintedAnswerProps {
  n: number;
  /** Undefined where the exam no longer has it. */
  question: MarkedQuestion | undefined;
  answer: MarkedAnswer;
}

function PrintedAnswer({ n, question, answer }: PrintedAnswerProps) {
  const words = useWords("results");
  const marking = useWords("marking");
  const result = useWords("result");
  const { speaker } = useSpeech();
  const { by, comment } = answer.mark;
  // One of two marks is none yet.
  const points = answer.places?.waits_for ? null : answer.mark.points;
  const max = speaker.number(answer.mark.max);
  const asked = answer.asked ?? question;
  return (
    <section class="flex flex-col gap-2 border-t border-line pt-3">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 class="font-semibold">{speaker.say(result.questionOf, { n })}</h3>
        <span class="text-sm tabular-nums">
          {points === null ? speaker.say(result.notMarked, { max }) : speaker.say(words.markedBy, {
            points: speaker.number(points),
            max,
            by: by === null || by === "auto" ? words.byKey : by,
          })}
        </span>
      </div>
      {asked && <RichText of={asked} language={undefined} class="text-sm text-ink-soft" />}
      {answer.is_blank
        ? <p class="text-ink-soft">{marking.blank}</p>
        : <ShownAnswer type={question?.type ?? ""} lines={answer.lines ?? []} shown={answer.shown} />}
      {comment !== undefined && points !== null && (
        <p class="border-s-2 border-line ps-4 text-sm whitespace-pre-wrap wrap-anywhere" dir="auto">{comment}</p>
      )}
    </section>
  );
}
