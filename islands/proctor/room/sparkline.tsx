import { riskLevel } from "../../../protocol/risk.ts";
import type { RiskTrace } from "./risk_trace.ts";

const WIDTH = 104;
const HEIGHT = 26;
/** Space above and below, so that a line at 0 or 100 is as thick as any other. */
const MARGIN = 2;
/** A trace that has just begun is drawn as if it were this long, in s. */
const SHORTEST_S = 60;

interface SparklineProps {
  trace: RiskTrace;
  risk: number;
  nowMs: number;
}

const COLOURS = { low: "text-low", medium: "text-medium", high: "text-high" } as const;

/** A student's risk over the last five minutes. A picture beside the number, so hidden from screen readers. */
export function Sparkline({ trace, risk, nowMs }: SparklineProps) {
  const line = steps(...trace.points(nowMs, risk));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      class={`block h-[26px] w-[104px] ${COLOURS[riskLevel(risk)]}`}
      aria-hidden="true"
    >
      <path d={`${line.path}V${HEIGHT}H${line.from}Z`} fill="currentColor" class="opacity-15" />
      <path d={line.path} fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  );
}

/** A line that holds each value until the next, as an SVG path, and where it begins. */
function steps(times: readonly number[], risks: readonly number[]): { path: string; from: number } {
  const first = Math.min(times[0], -SHORTEST_S);
  const last = times[times.length - 1];
  const x = (time: number) => Math.round((time - first) / (last - first) * WIDTH);
  const y = (risk: number) => Math.round(MARGIN + (1 - risk / 100) * (HEIGHT - 2 * MARGIN));
  const rest = times.slice(1).map((time, index) => `H${x(time)}V${y(risks[index + 1])}`).join("");
  return { path: `M${x(times[0])} ${y(risks[0])}${rest}`, from: x(times[0]) };
}
