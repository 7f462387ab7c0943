import { CATEGORIES, type RiskReport, SIGNALS } from "../../../protocol/risk.ts";
import { nameInWords, SIGNAL_MEANINGS } from "../names.ts";

/** Every signal and category: how strong it is, or why it says nothing. */
export function SignalTable({ report }: { report: RiskReport }) {
  return (
    <dl class="grid grid-cols-1 gap-x-6 sm:grid-cols-2">
      {SIGNALS.map((name) => (
        <Line
          key={name}
          name={name}
          meaning={SIGNAL_MEANINGS[name]}
          share={report.signals[name]}
          isMuted={report.muted.includes(name)}
        />
      ))}
      {CATEGORIES.map((name) => {
        const score = report.categories[name];
        return (
          <Line
            key={name}
            name={name}
            meaning="Rules of this category, 0 to 100"
            share={score === null ? null : score / 100}
            isMuted={report.muted.includes(name)}
          />
        );
      })}
    </dl>
  );
}

interface LineProps {
  name: string;
  meaning: string;
  share: number | null;
  isMuted: boolean;
}

function Line({ name, meaning, share, isMuted }: LineProps) {
  return (
    <div class="border-t border-line py-2" title={meaning}>
      <div class="flex items-baseline justify-between gap-3 text-dense">
        <dt>{nameInWords(name)}</dt>
        <dd class="text-right">
          {isMuted
            ? <span class="text-ink-soft">Not considered, by accommodation</span>
            : share === null
            ? <span class="text-ink-soft">Too little data</span>
            : <span class="font-medium tabular-nums">{Math.round(share * 100)} %</span>}
        </dd>
      </div>
      {!isMuted && share !== null && (
        <dd>
          <meter
            class="points-meter mt-1 block h-1 w-full"
            min={0}
            max={1}
            value={share}
            aria-label={`${nameInWords(name)}: strength`}
          />
        </dd>
      )}
    </div>
  );
}
