import { LOW_UP_TO, MEDIUM_UP_TO, type RiskLevel, riskLevel } from "../../../protocol/risk.ts";
import { clockText } from "../../components/time_text.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { AttemptReportData } from "./report_data.ts";

const WIDTH = 400;
const HEIGHT = 170;
/** Where the plot itself lies: room for its numbers is left and below. */
const PLOT = { left: 26, right: 394, top: 14, bottom: 140 };
/** Even steps of the axis of time, at most. */
const MOST_TICKS = 6;
/** Lengths of a step that a person reads easily, ms. */
const STEPS_MS = [10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000];

function scaleY(risk: number): number {
  return PLOT.bottom - risk / 100 * (PLOT.bottom - PLOT.top);
}

/** Risk over an attempt's time as a drawing that stands in the file: levels, reasons, flags and what staff did. */
export function RiskFigure({ data }: { data: AttemptReportData }) {
  const { timeline, attempt, report, reasons, flags, actions } = data;
  const words = useWords("report").course;
  const { levels } = useWords("page");
  const { speaker } = useSpeech();
  if (timeline.length < 2) return <p>{words.later}</p>;
  const endT = Math.max(1, attempt.endT, timeline[timeline.length - 1][0]);
  const x = (t: number) => PLOT.left + Math.min(1, Math.max(0, t / endT)) * (PLOT.right - PLOT.left);
  const summary = speaker.say(words.summary, { peak: speaker.tenths(report.peak), now: speaker.tenths(report.risk) });
  const staffed = actions.filter(({ by }) => by !== "student" && by !== "system");
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary} class="plot">
        {([["medium", LOW_UP_TO], ["high", MEDIUM_UP_TO]] as const).map(([level, from]) => (
          <g key={level}>
            <line class={`bound ${level}`} x1={PLOT.left} x2={PLOT.right} y1={scaleY(from)} y2={scaleY(from)} />
            <text class={level} x={PLOT.right} y={scaleY(from) - 3} text-anchor="end">
              {speaker.say(words.level, { name: levels[level], from })}
            </text>
          </g>
        ))}
        {[0, 50, 100].map((risk) => (
          <text key={risk} x={PLOT.left - 4} y={scaleY(risk) + 3} text-anchor="end">{risk}</text>
        ))}
        <path
          class="axis"
          d={`M${PLOT.left} ${PLOT.top}V${PLOT.bottom}H${PLOT.right}`}
        />
        {ticksOf(endT).map((t) => <text key={t} x={x(t)} y={PLOT.bottom + 22} text-anchor="middle">{clockText(t)}
        </text>)}
        {staffed.map(({ n, at }) => (
          <line
            key={n}
            class="deed"
            x1={x(at - attempt.startedAt)}
            x2={x(at - attempt.startedAt)}
            y1={PLOT.top}
            y2={PLOT.bottom}
          />
        ))}
        <polyline class="risk" points={stepsOf(timeline, x)} />
        {reasons.flatMap(({ from_t, to_t }, index) =>
          from_t === null ? [] : [
            <rect
              key={index}
              class="reason"
              x={x(from_t)}
              y={PLOT.bottom + 3}
              width={Math.max(2, x(to_t ?? from_t) - x(from_t))}
              height="4"
            />,
          ]
        )}
        {flags.map(({ flag_id, t }) => <path key={flag_id} class="flag" d={`M${x(t)} ${PLOT.top}l-4 -8h8z`} />)}
      </svg>
      <figcaption>{summary} {words.marks}</figcaption>
    </figure>
  );
}

/** A risk holds until the next one: steps, not slopes. */
function stepsOf(timeline: AttemptReportData["timeline"], x: (t: number) => number): string {
  let before = 0;
  const points = timeline.flatMap(([t, risk]) => {
    const at = x(t).toFixed(1);
    const step = [`${at},${scaleY(before).toFixed(1)}`, `${at},${scaleY(risk).toFixed(1)}`];
    before = risk;
    return step;
  });
  return [`${PLOT.left},${PLOT.bottom}`, ...points, `${PLOT.right},${scaleY(before).toFixed(1)}`].join(" ");
}

function ticksOf(endT: number): number[] {
  const step = STEPS_MS.find((each) => endT / each <= MOST_TICKS) ??
    Math.ceil(endT / MOST_TICKS / 3_600_000) * 3_600_000;
  return Array.from({ length: Math.floor(endT / step) + 1 }, (_, index) => index * step);
}

/** Names with a bar each, and why there is none. */
export function Bars({ rows }: {
  rows: readonly { name: string; share: number | null; text: string; level?: RiskLevel }[];
}) {
  return (
    <ul class="bars">
      {rows.map(({ name, share, text, level }) => (
        <li key={name}>
          <span>{name}</span>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect class="ground" width="100" height="6" />
            {share !== null && <rect class={`bar ${level ?? ""}`} width={share * 100} height="6" />}
          </svg>
          <span class="number">{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** Attempts by the tenth that their highest risk lies in. */
export function PeakFigure({ peaks }: { peaks: readonly number[] }) {
  const words = useWords("report").exam;
  const { speaker } = useSpeech();
  const bins = new Array<number>(10).fill(0);
  // The bounds of the levels belong to the level below them, and so does each tenth's upper bound.
  for (const peak of peaks) bins[Math.max(0, Math.ceil(peak / 10) - 1)]++;
  const most = Math.max(1, ...bins);
  const width = (PLOT.right - PLOT.left) / bins.length;
  const counts = bins.flatMap((n, index) =>
    n === 0 ? [] : [speaker.say(words.peakBin, { from: index * 10, to: index * 10 + 10, n })]
  );
  const summary = speaker.say(words.peaksSummary, { counts: counts.join("; ") });
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary} class="plot">
        {bins.map((n, index) => {
          const height = n / most * (PLOT.bottom - PLOT.top);
          const left = PLOT.left + index * width;
          return (
            <g key={index}>
              <rect
                class={`bar ${riskLevel(index * 10 + 5)}`}
                x={left + 2}
                y={PLOT.bottom - height}
                width={width - 4}
                height={height}
              />
              {n > 0 && <text x={left + width / 2} y={PLOT.bottom - height - 4} text-anchor="middle">{n}</text>}
            </g>
          );
        })}
        <path class="axis" d={`M${PLOT.left} ${PLOT.bottom}H${PLOT.right}`} />
        {[0, 20, 40, 60, 80, 100].map((risk) => (
          <text key={risk} x={PLOT.left + risk / 10 * width} y={PLOT.bottom + 16} text-anchor="middle">{risk}</text>
        ))}
      </svg>
      <figcaption>{summary}</figcaption>
    </figure>
  );
}
