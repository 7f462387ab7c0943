import { useEffect, useRef, useState } from "preact/hooks";
import { useSpeech } from "../../components/speech.tsx";
import { useSchemeChange } from "../use_scheme_change.ts";
import type { RiskLine, RiskPlot } from "./risk_plot.ts";

interface RiskChartProps {
  lines: readonly RiskLine[];
  /** What the picture shows, in words. */
  summary: string;
}

/** Risk over an attempt's time, with the levels' bounds. Where it cannot be drawn, its words stand alone. */
export function RiskChart({ lines, summary }: RiskChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<RiskPlot | null>(null);
  const newest = useRef(lines);
  newest.current = lines;
  const [readout, setReadout] = useState<string | null>(null);
  const [isDrawn, setDrawn] = useState(true);
  const speech = useSpeech();
  const shape = lines.map((line) => `${line.label} ${line.colour}`).join();

  useEffect(() => {
    let isGone = false;
    import("./risk_plot.ts").then(({ RiskPlot }) => {
      if (isGone || holder.current === null) return;
      plot.current = new RiskPlot(holder.current, newest.current, speech, setReadout);
    }).catch(() => setDrawn(false));
    return () => {
      isGone = true;
      plot.current?.remove();
      plot.current = null;
    };
  }, [shape]);

  useEffect(() => plot.current?.show(lines), [lines]);
  useSchemeChange(() => plot.current?.redraw());

  return (
    <figure class="flex flex-col gap-1">
      {isDrawn && <div ref={holder} dir="ltr" role="img" aria-label={summary} class="h-[150px] w-full" />}
      <figcaption class="flex min-h-5 justify-between gap-3 text-xs tabular-nums text-ink-soft">
        <span>{readout ?? summary}</span>
      </figcaption>
    </figure>
  );
}
