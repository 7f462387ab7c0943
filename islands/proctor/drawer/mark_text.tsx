import { useSpeech, useWords } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { MARK_PATHS } from "./mark_shapes.ts";
import type { MarkKind, RiskMark, Span } from "./risk_marks.tsx";

const TONES: Record<MarkKind, string> = {
  reason: "text-high",
  flag: "text-medium",
  action: "text-accent",
  statement: "text-ink",
};

/** A kind's shape, as it stands on the chart. */
export function MarkShape({ kind }: { kind: MarkKind }) {
  return (
    <svg
      viewBox="-6 -6 12 12"
      class={`inline-block size-3 shrink-0 ${TONES[kind]}`}
      fill="currentColor"
      aria-hidden="true"
    >
      <path d={MARK_PATHS[kind]} />
    </svg>
  );
}

interface MarkTextProps {
  mark: RiskMark;
  onEvents?: (span: Span) => void;
}

/** What stands at a mark: when, of which kind, in words; and a way to the events that belong to it. */
export function MarkText({ mark: { kind, t, text, span }, onEvents }: MarkTextProps) {
  const { speaker } = useSpeech();
  const words = useWords("drawer").chart;
  return (
    <span class="flex items-baseline gap-2">
      <span class="inline-flex shrink-0 items-center gap-1 font-medium tabular-nums text-ink">
        <MarkShape kind={kind} />
        {clockText(t)} {words.kinds[kind]}
      </span>
      <span class="min-w-0 flex-1 wrap-anywhere">{text}</span>
      {onEvents !== undefined && (
        <button
          type="button"
          class="min-h-6 shrink-0 rounded-sm font-medium text-accent underline underline-offset-4"
          aria-label={speaker.say(words.eventsAt, { time: clockText(t) })}
          onClick={() => onEvents(span)}
        >
          {words.events}
        </button>
      )}
    </span>
  );
}
