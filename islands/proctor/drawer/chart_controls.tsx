import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { MarkShape } from "./mark_text.tsx";
import type { RiskMark } from "./risk_marks.tsx";

/** A press looks at half of what was seen, or at twice as much. */
const CLOSER = 0.5;
const FARTHER = 2;

const KINDS = ["reason", "flag", "action", "statement"] as const;

interface ChartControlsProps {
  marks: readonly RiskMark[];
  chosen: number | null;
  onChoose: (index: number) => void;
  onZoom: (factor: number) => void;
}

/** What a pointer does on the chart, for whoever uses none: from mark to mark, closer and farther; and what the shapes mean. */
export function ChartControls({ marks, chosen, onChoose, onZoom }: ChartControlsProps) {
  const { speaker } = useSpeech();
  const words = useWords("drawer").chart;
  const place = chosen ?? -1;
  return (
    <div class="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-soft">
      {KINDS.filter((kind) => marks.some((mark) => mark.kind === kind)).map((kind) => (
        <span key={kind} class="inline-flex items-center gap-1">
          <MarkShape kind={kind} />
          {words.kinds[kind]}
        </span>
      ))}
      <span class="ms-auto flex items-center gap-1" role="group" aria-label={words.label}>
        {marks.length > 0 && (
          <>
            <Button
              size="small"
              look="quiet"
              aria-label={words.previous}
              disabled={place <= 0}
              onClick={() => onChoose(place - 1)}
            >
              <Icon name="chevron" class="size-4 rotate-180 rtl:rotate-0" />
            </Button>
            <span class="tabular-nums">
              {speaker.say(words.place, { n: Math.max(0, place + 1), all: marks.length })}
            </span>
            <Button
              size="small"
              look="quiet"
              aria-label={words.next}
              disabled={place >= marks.length - 1}
              onClick={() => onChoose(place + 1)}
            >
              <Icon name="chevron" class="size-4 rtl:rotate-180" />
            </Button>
          </>
        )}
        <Button size="small" look="quiet" aria-label={words.closer} onClick={() => onZoom(CLOSER)}>+</Button>
        <Button size="small" look="quiet" aria-label={words.farther} onClick={() => onZoom(FARTHER)}>−</Button>
      </span>
    </div>
  );
}
