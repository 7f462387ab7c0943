import type { SpokenReason } from "../../../protocol/spoken.ts";
import type { Contribution, RiskReport } from "../../../protocol/risk.ts";
import { listedShares } from "../../components/listed_shares.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { useContributionText } from "../contribution_text.ts";
import type { Span } from "./risk_marks.tsx";

interface ContributionsProps {
  report: RiskReport;
  reasons: readonly SpokenReason[];
  /** Shows the events behind a reason, where there are any to show. */
  onEvents?: (span: Span) => void;
}

/** The risk as a sum of shares, each with what was seen and what is usual. */
export function Contributions({ report, reasons, onEvents }: ContributionsProps) {
  const { speaker } = useSpeech();
  const words = useWords("drawer");
  if (report.contributions.length === 0 || report.risk === 0) {
    return <p class="text-sm text-ink-soft">{words.shares.none}</p>;
  }
  const { shown, rest } = listedShares(report.contributions, reasons);
  return (
    <div>
      <ul class="flex flex-col">
        {shown.map(({ share, reason }) => (
          <li key={`${share.category} ${share.name}`} class="border-t border-line py-2 first:border-t-0 first:pt-0">
            <Share one={share} reason={reason} onEvents={onEvents} />
          </li>
        ))}
        {rest.count > 0 && (
          <li class="flex justify-between border-t border-line py-2 text-dense text-ink-soft">
            <span>{speaker.count(rest.count, "smallerShares")}</span>
            <span class="tabular-nums">{speaker.tenths(rest.points)}</span>
          </li>
        )}
      </ul>
      <p class="flex justify-between border-t border-line-strong pt-2 text-dense font-semibold">
        <span>{words.risk}</span>
        <span class="tabular-nums">{speaker.tenths(report.risk)}</span>
      </p>
    </div>
  );
}

interface ShareProps {
  one: Contribution;
  reason: SpokenReason;
  onEvents?: (span: Span) => void;
}

function Share({ one, reason, onEvents }: ShareProps) {
  const { name, meaning } = useContributionText()(one.name);
  const { kinds } = useWords("contributions");
  const { speaker } = useSpeech();
  const words = useWords("drawer").shares;
  return (
    <>
      <div class="flex items-baseline justify-between gap-3 text-dense">
        <span class="font-medium" title={meaning}>
          {name}
          <span class="font-normal text-ink-soft">, {kinds[one.category]}</span>
        </span>
        <span class="font-semibold tabular-nums">{speaker.tenths(one.points)}</span>
      </div>
      <meter
        class="points-meter mt-1 block h-1 w-full"
        min={0}
        max={100}
        value={one.points}
        aria-label={speaker.say(words.points, { name })}
      />
      <p class="mt-1 text-dense text-ink-soft">
        <span class="text-ink">{reason.seen}</span>
        {reason.usual !== null && ` ${speaker.say(words.usual, { usual: reason.usual })}`}
        {reason.from_t !== null && (
          <When span={{ from: reason.from_t, to: reason.to_t ?? reason.from_t }} onEvents={onEvents} />
        )}
      </p>
    </>
  );
}

/** The events' time, which does not break within itself; where it can, it leads to them. */
function When({ span, onEvents }: { span: Span; onEvents?: (span: Span) => void }) {
  const { speaker } = useSpeech();
  const words = useWords("drawer").shares;
  const { from, to } = span;
  const text = from === to ? clockText(from) : `${clockText(from)}–${clockText(to)}`;
  if (onEvents === undefined) {
    return (
      <>
        {" "}
        <span class="whitespace-nowrap tabular-nums">({text})</span>
      </>
    );
  }
  return (
    <>
      {" "}
      <button
        type="button"
        class="min-h-6 whitespace-nowrap rounded-sm tabular-nums text-accent underline underline-offset-4"
        aria-label={speaker.say(words.events, { time: text })}
        onClick={() => onEvents(span)}
      >
        {text}
      </button>
    </>
  );
}
