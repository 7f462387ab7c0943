import type { ExamOverview } from "../../../protocol/exam_overview.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { LEAST_FOR_BARS, SpanBars, SpanTable, sumOf } from "./span_bars.tsx";

/** When connections were lost, and in how many attempts. */
export function LossesPart({ overview: { attempts: all, losses } }: { overview: ExamOverview }) {
  const words = useWords("overview").losses;
  const { speaker } = useSpeech();
  const { width, counts, attempts } = losses.spans;
  const n = sumOf(counts);
  if (losses.of === 0) return <p class="text-sm text-ink-soft">{words.notKept}</p>;
  const bars = { words, width, counts, further: { label: words.attempts, counts: attempts } };
  return (
    <>
      <p class="text-sm">
        {n === 0 ? words.none : speaker.say(words.total, { n, attempts: losses.attempts, all: losses.of })}
      </p>
      {n >= LEAST_FOR_BARS && <SpanBars {...bars} />}
      {n > 0 && n < LEAST_FOR_BARS && (
        <>
          <SpanTable {...bars} />
          <p class="text-dense text-ink-soft">{speaker.say(words.few, { n: LEAST_FOR_BARS })}</p>
        </>
      )}
      <p class="text-dense text-ink-soft">
        {words.blind}
        {losses.of < all && ` ${speaker.say(words.kept, { n: losses.of, all })}`}
      </p>
    </>
  );
}
