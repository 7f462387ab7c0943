import { useSpeech, useWords } from "../components/speech.tsx";

const WIDTH = 600;
const HEIGHT = 120;

/** Events a second since the page was opened, one every so many ms, the newest at the end; its words say the same. */
export function RatePlot({ rates, everyMs }: { rates: readonly number[]; everyMs: number }) {
  const { speaker } = useSpeech();
  const words = useWords("admin").figures;
  if (rates.length < 2) return <p class="text-sm text-ink-soft">{words.drawnLater}</p>;
  const most = Math.max(1, ...rates);
  const x = (index: number) => (index / (rates.length - 1)) * WIDTH;
  const y = (rate: number) => 2 + (1 - rate / most) * (HEIGHT - 4);
  const line = rates.map((rate, index) => `${index === 0 ? "M" : "L"}${x(index).toFixed(1)} ${y(rate).toFixed(1)}`)
    .join("");
  const summary = speaker.say(words.rate, {
    now: Math.round(rates[rates.length - 1]),
    most: Math.round(Math.max(...rates)),
    minutes: Math.max(1, Math.round(rates.length * everyMs / 60_000)),
  });
  return (
    <figure class="flex flex-col gap-1.5">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        dir="ltr"
        role="img"
        aria-label={summary}
        class="h-[120px] w-full rounded-lg border border-line bg-raised text-accent"
      >
        <path d={`${line}V${HEIGHT}H0Z`} fill="currentColor" class="opacity-15" />
        <path d={line} fill="none" stroke="currentColor" stroke-width="1.5" vector-effect="non-scaling-stroke" />
      </svg>
      <figcaption class="text-xs tabular-nums text-ink-soft">{summary}</figcaption>
    </figure>
  );
}
