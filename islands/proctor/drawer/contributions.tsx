import type { Contribution, Reason, RiskReport } from "../../../protocol/risk.ts";
import { clockText } from "../../components/time_text.ts";
import { nameInWords } from "../names.ts";

/** Shares below this many points are put together in one line. */
const SMALLEST_SHOWN = 0.5;

const CATEGORY_WORDS: Record<Contribution["category"], string> = {
  mouse: "pointer rules",
  keyboard: "keyboard rules",
  window: "window rules",
  anomaly: "compared with what is usual",
  signal: "signal",
  history: "what is left of before",
};

/** The risk as a sum of shares, each with what was seen and what is usual. */
export function Contributions({ report, reasons }: { report: RiskReport; reasons: readonly Reason[] }) {
  const shown = report.contributions.filter((one) => one.points >= SMALLEST_SHOWN);
  const rest = report.contributions.filter((one) => one.points < SMALLEST_SHOWN);
  const restPoints = rest.reduce((sum, one) => sum + one.points, 0);
  if (report.contributions.length === 0 || report.risk === 0) {
    return <p class="text-sm text-ink-soft">Nothing adds to the risk now.</p>;
  }
  return (
    <div>
      <ul class="flex flex-col">
        {shown.map((one) => (
          <li key={`${one.category} ${one.name}`} class="border-t border-line py-2 first:border-t-0 first:pt-0">
            <Share
              one={one}
              reason={reasons.find((item) =>
                isOf(item, one)
              )}
            />
          </li>
        ))}
        {restPoints > 0 && (
          <li class="flex justify-between border-t border-line py-2 text-dense text-ink-soft">
            <span>{rest.length} smaller {rest.length === 1 ? "share" : "shares"}</span>
            <span class="tabular-nums">{restPoints.toFixed(1)}</span>
          </li>
        )}
      </ul>
      <p class="flex justify-between border-t border-line-strong pt-2 text-dense font-semibold">
        <span>Risk</span>
        <span class="tabular-nums">{report.risk.toFixed(1)}</span>
      </p>
    </div>
  );
}

function Share({ one, reason }: { one: Contribution; reason: Reason | undefined }) {
  return (
    <>
      <div class="flex items-baseline justify-between gap-3 text-dense">
        <span class="font-medium">
          {nameInWords(one.name)}
          <span class="font-normal text-ink-soft">, {CATEGORY_WORDS[one.category]}</span>
        </span>
        <span class="font-semibold tabular-nums">{one.points.toFixed(1)}</span>
      </div>
      <meter
        class="points-meter mt-1 block h-1 w-full"
        min={0}
        max={100}
        value={one.points}
        aria-label={`${nameInWords(one.name)}: points of 100`}
      />
      {reason !== undefined && (
        <p class="mt-1 text-dense text-ink-soft">
          <span class="text-ink">{reason.seen}</span>
          {reason.usual !== null && ` Usual: ${reason.usual}`}
          {reason.from_t !== null && <When from={reason.from_t} to={reason.to_t ?? reason.from_t} />}
        </p>
      )}
    </>
  );
}

/** The events' time, which does not break within itself. */
function When({ from, to }: { from: number; to: number }) {
  const text = from === to ? clockText(from) : `${clockText(from)}–${clockText(to)}`;
  return (
    <>
      {" "}
      <span class="whitespace-nowrap tabular-nums">({text})</span>
    </>
  );
}

function isOf(reason: Reason, one: Contribution): boolean {
  return reason.name === one.name && reason.category === one.category;
}
