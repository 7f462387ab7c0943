import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { z } from "zod";
import { AlikeAnswers } from "../../../protocol/alike.ts";
import { ReviewRow } from "../../../protocol/review.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty_state.tsx";
import { PagePart } from "../../components/page_frame.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../../staff/staff_api.ts";
import type { ReviewData } from "../review_data.ts";
import { IndexList } from "./index_list.tsx";
import { PairTable } from "./pair_table.tsx";
import { PassageList } from "./passage_list.tsx";
import { PersonTable } from "./person_table.tsx";
import type { NameOf } from "./student_link.tsx";

interface Compared {
  answers: AlikeAnswers;
  rows: readonly ReviewRow[];
}

/** Where an exam's answers, times and texts are more alike than chance gives: asked for, told with names, and no risk. */
export function ComparePage({ exam }: ReviewData) {
  const [compared, setCompared] = useState<Compared | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const words = useWords("alike");
  const failureText = useFailureText();
  const base = `/api/exams/${exam.exam_id}`;
  /** Given up where the page is left. */
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);

  async function compare() {
    setBusy(true);
    setProblem(null);
    const { signal } = leaving.current;
    const [answers, rows] = await Promise.all([
      callStaff({ method: "GET", path: `${base}/alike`, answer: AlikeAnswers, signal }),
      callStaff({ method: "GET", path: `${base}/review`, answer: z.array(ReviewRow), signal }),
    ]);
    if (signal.aborted) return;
    setBusy(false);
    for (const outcome of [answers, rows]) {
      if (!outcome.ok) return leaveIfSignedOut(outcome.error) || setProblem(failureText(outcome.error));
    }
    if (answers.ok && rows.ok) setCompared({ answers: answers.value, rows: rows.value });
  }

  return (
    <div class="mx-auto flex w-full max-w-6xl flex-1 flex-col gap-8 px-4 py-6 sm:px-6">
      <div class="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div class="flex max-w-3xl flex-col gap-1">
          <a
            class="self-start text-dense font-medium text-accent underline-offset-4 hover:underline"
            href={`/exams/${exam.exam_id}/review`}
          >
            {words.back}
          </a>
          <h1 class="text-2xl font-semibold">{words.title}</h1>
          <p class="text-sm text-ink-soft">{words.lead}</p>
        </div>
        <Button look={compared === null ? "primary" : "plain"} busy={isBusy} onClick={() => void compare()}>
          {compared === null ? words.compare : words.compareAgain}
        </Button>
      </div>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      <p role="status" class="text-sm text-ink-soft empty:hidden">{isBusy && words.comparing}</p>
      {compared !== null && <Found {...compared} examId={exam.exam_id} />}
    </div>
  );
}

function Found({ answers, rows, examId }: Compared & { examId: string }) {
  const words = useWords("alike");
  const { speaker } = useSpeech();
  const names = useMemo(() => new Map(rows.map(({ attempt_id, name }) => [attempt_id, name])), [rows]);
  const nameOf: NameOf = (attemptId) => names.get(attemptId) ?? attemptId;
  const { persons, questions, left_out: leftOut, indices, pairs, people, texts } = answers;
  const hasPassages = texts.passages.length + texts.widespread.length > 0;
  const least = (key: "least_persons" | "least_questions") => Math.min(...indices.map((index) => index[key]));
  return (
    <>
      <p class="text-sm">
        {speaker.say(words.compared, { persons, questions })}
        {leftOut > 0 && ` ${speaker.say(words.leftOut, { n: leftOut })}`}
      </p>
      {answers.is_too_small && (
        <AlertBox tone="info" role="status" title={words.tooSmallTitle}>
          {speaker.say(words.too_small, {
            persons,
            questions,
            least_persons: least("least_persons"),
            least_questions: least("least_questions"),
          })}
        </AlertBox>
      )}
      {!answers.is_too_small && pairs.length + people.length === 0 && !hasPassages && (
        <EmptyState lead={words.nothing} />
      )}
      {hasPassages && (
        <PagePart title={words.passages.name} lead={words.passages.meaning}>
          <PassageList {...{ texts, nameOf, examId }} />
        </PagePart>
      )}
      {pairs.length > 0 && (
        <PagePart title={words.pairs} lead={words.corrected}>
          <PairTable {...{ pairs, nameOf, examId }} />
        </PagePart>
      )}
      {people.length > 0 && (
        <PagePart title={words.people} lead={words.corrected}>
          <PersonTable {...{ people, nameOf, examId }} />
        </PagePart>
      )}
      <PagePart title={words.how} lead={words.howLead}>
        <IndexList indices={indices} />
      </PagePart>
    </>
  );
}
