import type { MarkedAnswer, MarkedQuestion } from "../../protocol/marking.ts";
import { RichText } from "../components/rich_text.tsx";
import { ShownAnswer } from "../components/shown_answer.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";

interface AnswerPartProps {
  examId: string;
  answer: MarkedAnswer;
  question: MarkedQuestion;
  /** Whether names are hidden: then files are saved without theirs as well. */
  anonymous: boolean;
}

/** The question, what its author wrote for markers, and the answer as it was written. */
export function AnswerPart({ examId, answer, question, anonymous }: AnswerPartProps) {
  const words = useWords("marking");
  const { speaker } = useSpeech();
  const key = answer.key ?? { lines: question.key, shown: question.key_shown };
  return (
    <article class="flex min-w-0 flex-col gap-5">
      <section>
        <h2 class="sr-only">{words.question}</h2>
        <RichText of={answer.asked ?? question} language={undefined} />
        {answer.asked && <p class="mt-2 text-dense text-ink-soft">{words.askedOtherwise}</p>}
      </section>
      {question.guidance !== null && (
        <section class="rounded-field border border-line bg-sunken px-4 py-3">
          <h2 class="mb-1 text-dense font-semibold">{words.guidance}</h2>
          <RichText
            of={{ text: question.guidance, html: question.guidance_html }}
            language={undefined}
            class="text-sm"
          />
        </section>
      )}
      {key.lines.length > 0 && (
        <section class="rounded-field border border-line bg-sunken px-4 py-3">
          <h2 class="mb-1 text-dense font-semibold">{words.key}</h2>
          <ShownAnswer type={question.type} lines={key.lines} shown={key.shown} />
          {answer.key && <p class="mt-2 text-dense text-ink-soft">{words.keyedOtherwise}</p>}
        </section>
      )}
      <section id="marked-answer" class="rounded-lg border border-line bg-raised px-4 py-4 sm:px-6">
        <div class="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 class="text-dense font-semibold">{words.answer}</h2>
          {answer.words !== undefined && (
            <span class="text-dense text-ink-soft tabular-nums">{speaker.count(answer.words, "words")}</span>
          )}
        </div>
        {answer.is_blank ? <p class="text-ink-soft">{words.blank}</p> : (
          <ShownAnswer
            type={question.type}
            lines={answer.lines ?? []}
            shown={answer.shown}
            fileHref={(fileId) =>
              `/api/exams/${examId}/attempts/${answer.attempt_id}/files/${fileId}${anonymous ? "?anonymous=true" : ""}`}
          />
        )}
      </section>
    </article>
  );
}
