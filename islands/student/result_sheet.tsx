import type { ComponentChildren } from "preact";
import type { AttemptResult, ResultQuestion } from "../../protocol/results.ts";
import { momentText } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { RichText } from "../components/rich_text.tsx";
import { ShownAnswer } from "../components/shown_answer.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";

type Released = Extract<AttemptResult, { released: true }>;

/**
 * A result as its student reads it, and prints it.
 *
 * @param props.isPreview In a staff page: without a button to print.
 */
export function ResultSheet({ result, isPreview = false }: { result: Released; isPreview?: boolean }) {
  const words = useWords("result");
  const { speaker } = useSpeech();
  const { exam, language, student, handed_in: handedIn, complete, total, max, questions } = result;
  const Heading = isPreview ? "h3" : "h1";
  return (
    <article class="mx-auto flex w-full max-w-3xl flex-1 flex-col gap-8 px-4 py-8 sm:px-6 sm:py-12 print:max-w-none print:p-0">
      <header class="flex flex-wrap items-start justify-between gap-4">
        <div class="flex min-w-0 flex-col gap-1">
          <p class="text-sm text-ink-soft">{words.title}</p>
          <Heading class="text-2xl font-semibold wrap-anywhere">
            <bdi lang={language}>{exam}</bdi>
          </Heading>
        </div>
        {!isPreview && <Button class="print:hidden" onClick={() => print()}>{words.print}</Button>}
      </header>
      <dl class="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-6 gap-y-2 rounded-lg border border-line bg-raised p-4">
        {student.name !== "" && (
          <Fact name={words.name}>
            <bdi translate={false}>{student.name}</bdi>
            {student.number !== undefined && (
              <bdi translate={false} class="ms-2 font-normal text-ink-soft">{student.number}</bdi>
            )}
          </Fact>
        )}
        {handedIn !== null && <Fact name={words.handedIn}>{momentText(speaker, handedIn)}</Fact>}
        {total !== undefined && (
          <Fact name={words.total}>
            <span class="text-lg tabular-nums">
              {speaker.say(words.totalOf, { total: speaker.number(total), max: speaker.number(max) })}
            </span>
          </Fact>
        )}
      </dl>
      {!complete && total !== undefined && <AlertBox tone="warning" title={words.notComplete} />}
      <ol class="flex flex-col gap-6">
        {questions.map((question, index) => (
          <Question key={question.question} question={question} n={index + 1} language={language} under={isPreview} />
        ))}
      </ol>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt class="text-sm text-ink-soft">{name}</dt>
      <dd class="font-medium wrap-anywhere">{children}</dd>
    </>
  );
}

interface QuestionProps {
  question: ResultQuestion;
  n: number;
  language: string | undefined;
  /** Whether the sheet stands below another heading. */
  under: boolean;
}

function Question({ question, n, language, under }: QuestionProps) {
  const words = useWords("result");
  const { speaker } = useSpeech();
  const { points, answer, comment, criteria = [], key = [], feedback = [], feedback_html: feedbackHtml = [], type } =
    question;
  const max = speaker.number(question.max);
  const Heading = under ? "h4" : "h2";
  return (
    <li class="flex flex-col gap-3 border-t border-line pt-5 break-inside-avoid">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4">
        <Heading class="font-semibold">{speaker.say(words.questionOf, { n })}</Heading>
        {points !== undefined && (
          <span class="text-sm font-medium tabular-nums">
            {points === null
              ? speaker.say(words.notMarked, { max })
              : speaker.say(words.pointsOf, { points: speaker.number(points), max })}
          </span>
        )}
      </div>
      <RichText of={question} language={language} />
      {answer !== undefined && (
        <Part name={words.yourAnswer}>
          {answer.length === 0
            ? <p class="text-ink-soft">{words.blank}</p>
            : <ShownAnswer type={type} lines={answer} shown={question.answer_shown} language={language} />}
        </Part>
      )}
      {key.length > 0 && (
        <Part name={words.key}>
          <ShownAnswer type={type} lines={key} shown={question.key_shown} language={language} />
        </Part>
      )}
      {feedback.length > 0 && (
        <Part name={words.feedback}>
          {feedback.map((line, index) => (
            <RichText key={index} of={{ text: line, html: feedbackHtml[index] }} language={language} />
          ))}
        </Part>
      )}
      {criteria.length > 0 && (
        <Part name={words.criteria}>
          <ul class="list-disc ps-6" dir="auto">
            {criteria.map((one, index) => (
              <li key={index} class="wrap-anywhere">{speaker.say(words.criterion, one)}</li>
            ))}
          </ul>
        </Part>
      )}
      {comment !== undefined && (
        <Part name={words.comment}>
          <p class="whitespace-pre-wrap wrap-anywhere" dir="auto">{comment}</p>
        </Part>
      )}
    </li>
  );
}

function Part({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="border-s-2 border-line ps-4">
      <p class="text-dense font-medium text-ink-soft">{name}</p>
      {children}
    </div>
  );
}
