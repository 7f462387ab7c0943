import { useEffect, useRef, useState } from "preact/hooks";
import { useSpeech } from "../../components/speech.tsx";
import { useSchemeChange } from "../use_scheme_change.ts";
import { ChartControls } from "./chart_controls.tsx";
import { MarkText } from "./mark_text.tsx";
import type { RiskMark, Span } from "./risk_marks.tsx";
import type { RiskLine, RiskPlot } from "./risk_plot.ts";

interface RiskChartProps {
  lines: readonly RiskLine[];
  /** In the order of their time. */
  marks?: readonly RiskMark[];
  /** What the picture shows, in words. */
  summary: string;
  /** Shows the events of a stretch of time, where there are any to show. */
  onEvents?: (span: Span) => void;
}

const NO_MARKS: readonly RiskMark[] = [];

/**
 * Risk over an attempt's time, with the levels' bounds, and marks where something stands: told under the pointer, reached one by
 * one by button or key, looked at from closer. Where it cannot be drawn, its words stand alone.
 */
export function RiskChart({ lines, marks = NO_MARKS, summary, onEvents }: RiskChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<RiskPlot | null>(null);
  const newest = useRef({ lines, marks });
  newest.current = { lines, marks };
  const [readout, setReadout] = useState<string | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [isDrawn, setDrawn] = useState(true);
  const speech = useSpeech();
  const shape = lines.map((line) => `${line.label} ${line.colour}`).join();

  useEffect(() => {
    let isGone = false;
    import("./risk_plot.ts").then(({ RiskPlot }) => {
      if (isGone || holder.current === null) return;
      const listener = { onRead: setReadout, onHover: setHovered, onChoose: setChosen };
      plot.current = new RiskPlot(holder.current, newest.current.lines, speech, listener);
      plot.current.show(newest.current.lines, newest.current.marks);
    }).catch(() => setDrawn(false));
    return () => {
      isGone = true;
      plot.current?.remove();
      plot.current = null;
    };
  }, [shape]);

  useEffect(() => plot.current?.show(lines, marks), [lines, marks]);
  useEffect(() => {
    if (chosen !== null && chosen < marks.length) plot.current?.choose(chosen);
  }, [chosen]);
  useSchemeChange(() => plot.current?.redraw());

  const told = marks[hovered ?? chosen ?? -1];
  return (
    <figure class="flex flex-col gap-1">
      {isDrawn && <div ref={holder} dir="ltr" role="img" aria-label={summary} class="h-[150px] w-full" />}
      {isDrawn && (
        <ChartControls
          {...{ marks, chosen }}
          onChoose={setChosen}
          onZoom={(factor) => plot.current?.zoom(factor)}
        />
      )}
      <figcaption class="min-h-5 text-xs text-ink-soft">
        {told !== undefined && (hovered !== null || readout === null)
          ? <MarkText mark={told} onEvents={hovered === null ? onEvents : undefined} />
          : <span class="tabular-nums">{readout ?? summary}</span>}
      </figcaption>
    </figure>
  );
}
