import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import { riskLevel } from "../../../protocol/risk.ts";
import { themeColour } from "../theme_colour.ts";
import { useSchemeChange } from "../use_scheme_change.ts";
import { type RiskTrace, TRACE_BUCKET_MS } from "./risk_trace.ts";

const WIDTH = 104;
const HEIGHT = 26;
/** A trace that has just begun is drawn as if it were this long, in s. */
const SHORTEST_S = 60;

interface SparklineProps {
  trace: RiskTrace;
  risk: number;
  nowMs: number;
}

/** A student's risk over the last five minutes. A picture beside the number, so hidden from screen readers. */
export function Sparkline({ trace, risk, nowMs }: SparklineProps) {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);

  useEffect(() => {
    if (holder.current === null) return;
    plot.current = new uPlot(OPTIONS, trace.points(nowMs, risk), holder.current);
    return () => {
      plot.current?.destroy();
      plot.current = null;
    };
  }, [trace]);

  // A redraw for each new bucket or risk, not for each second.
  useEffect(() => {
    plot.current?.setData(trace.points(nowMs, risk));
  }, [trace, risk, Math.floor(nowMs / TRACE_BUCKET_MS)]);

  useSchemeChange(() => plot.current?.redraw());

  return <div ref={holder} dir="ltr" class="h-[26px] w-[104px]" aria-hidden="true" />;
}

function levelColour(plot: uPlot): string {
  const risks = plot.data[1];
  return themeColour(riskLevel(risks[risks.length - 1] ?? 0));
}

const OPTIONS: uPlot.Options = {
  width: WIDTH,
  height: HEIGHT,
  padding: [2, 0, 2, 0],
  legend: { show: false },
  cursor: { show: false },
  axes: [{ show: false }, { show: false }],
  scales: {
    x: { time: false, range: (_, from) => [Math.min(from, -SHORTEST_S), 1] },
    y: { range: [0, 100] },
  },
  series: [
    {},
    {
      width: 1.5,
      points: { show: false },
      stroke: levelColour,
      fill: (plot) => `color-mix(in srgb, ${levelColour(plot)} 14%, transparent)`,
      paths: uPlot.paths.stepped?.({ align: 1 }),
    },
  ],
};
