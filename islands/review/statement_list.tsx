import type { StudentStatement } from "../../protocol/review.ts";
import { momentText } from "../../words/times.ts";
import { stampText } from "../../words/zoned_times.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import { clockText } from "../components/time_text.ts";

interface StatementListProps {
  statements: readonly StudentStatement[];
  /** Leads to the moment that a statement is about. */
  onMoment?: (t: number) => void;
  /** The clock that it is told by when it was said (IANA); the reader's own where absent. */
  timeZone?: string;
}

/** The student's own words on the attempt, beside the evidence. */
export function StatementList({ statements, onMoment, timeZone }: StatementListProps) {
  const words = useWords("statements");
  const { speaker } = useSpeech();
  if (statements.length === 0) return <p class="text-sm text-ink-soft">{words.none}</p>;
  return (
    <ul class="flex flex-col gap-3">
      {statements.map(({ at, t, text }, index) => (
        <li key={index} class="border-s-2 border-accent ps-3 text-sm">
          <p class="text-xs text-ink-soft">
            {timeZone === undefined ? momentText(speaker, at) : stampText(speaker, at, timeZone)}
            {t !== null && (
              <>
                {" · "}
                {onMoment === undefined ? speaker.say(words.about, { time: clockText(t) }) : (
                  <button
                    type="button"
                    class="min-h-6 rounded-field font-medium text-accent underline-offset-4 hover:underline"
                    onClick={() => onMoment(t)}
                  >
                    {speaker.say(words.about, { time: clockText(t) })}
                  </button>
                )}
              </>
            )}
          </p>
          {text === null
            ? <p class="text-ink-soft">{words.removed}</p>
            : <p dir="auto" class="whitespace-pre-wrap wrap-anywhere">{text}</p>}
        </li>
      ))}
    </ul>
  );
}
