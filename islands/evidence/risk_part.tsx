import type { ComponentChildren } from "preact";
import type { OwnRiskEvidence } from "../../protocol/own_evidence.ts";
import { riskLevel } from "../../protocol/risk.ts";
import { LevelBadge } from "../components/level_badge.tsx";
import { listedShares } from "../components/listed_shares.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import { clockText } from "../components/time_text.ts";

interface RiskPartProps {
  /** null where the exam shows its students no risk. */
  risk: OwnRiskEvidence | null;
  /** Leads to a moment in the replay, where there is one. */
  onMoment?: (t: number) => void;
}

/** The risk and every reason of it in plain words; each moment leads to where it can be seen. */
export function RiskPart({ risk, onMoment }: RiskPartProps) {
  const words = useWords("ownEvidence").risk;
  const { speaker } = useSpeech();
  if (risk === null) return <p class="text-ink-soft">{words.notShown}</p>;
  const { report, reasons, flags, not_comparable: incomparable } = risk;
  const { shown, rest } = listedShares(report.risk === 0 ? [] : report.contributions, reasons);
  const isQuiet = shown.length === 0 && rest.count === 0 && flags.length === 0;
  return (
    <div class="flex flex-col gap-4">
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <LevelBadge level={riskLevel(report.peak)} />
        <span class="tabular-nums">
          {speaker.say(words.numbers, { peak: Math.round(report.peak), end: Math.round(report.risk) })}
        </span>
      </p>
      <p class="max-w-prose text-sm text-ink-soft">{words.meaning}</p>
      {isQuiet
        ? <p>{words.nothing}</p>
        : (
          <ul class="flex flex-col divide-y divide-line rounded-lg border border-line bg-raised">
            {flags.map(({ t, note }, index) => (
              <Row key={`flag${index}`} t={t} onMoment={onMoment}>
                <p>{note === "" ? words.markedByPerson : speaker.say(words.marked, { note })}</p>
              </Row>
            ))}
            {shown.map(({ reason: { name, category, points, seen, usual, from_t } }) => (
              <Row key={`${category} ${name}`} t={from_t} onMoment={onMoment}>
                <p>{seen}</p>
                {usual !== null && <p class="text-sm text-ink-soft">{usual}</p>}
                <p class="text-sm tabular-nums text-ink-soft">
                  {speaker.say(words.points, { points: speaker.tenths(points) })}
                </p>
              </Row>
            ))}
            {rest.count > 0 && (
              <Row t={null}>
                <p>{speaker.count(rest.count, "smallerShares")}</p>
                <p class="text-sm tabular-nums text-ink-soft">
                  {speaker.say(words.points, { points: speaker.tenths(rest.points) })}
                </p>
              </Row>
            )}
          </ul>
        )}
      {incomparable.length > 0 && <Incomparable names={incomparable} />}
    </div>
  );
}

interface RowProps {
  t: number | null;
  onMoment?: (t: number) => void;
  children: ComponentChildren;
}

function Row({ t, onMoment, children }: RowProps) {
  const words = useWords("ownEvidence").risk;
  const { speaker } = useSpeech();
  return (
    <li class="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div class="flex min-w-0 flex-1 basis-64 flex-col gap-0.5 wrap-anywhere">{children}</div>
      {t !== null &&
        (onMoment === undefined ? <span class="text-sm tabular-nums text-ink-soft">{clockText(t)}</span> : (
          <button
            type="button"
            class="min-h-8 rounded-field text-sm font-medium tabular-nums text-accent underline-offset-4 hover:underline"
            onClick={() => onMoment(t)}
          >
            {speaker.say(words.look, { time: clockText(t) })}
          </button>
        ))}
    </li>
  );
}

function Incomparable({ names }: { names: readonly string[] }) {
  const words = useWords("ownEvidence").risk;
  const signals: Readonly<Record<string, { name: string }>> = useWords("signals");
  const { speaker } = useSpeech();
  const known = names.flatMap((name) => signals[name]?.name ?? []);
  return <p class="text-sm text-ink-soft">{speaker.say(words.incomparable, { signals: known.join(", ") })}</p>;
}
