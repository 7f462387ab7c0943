import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWords } from "../components/speech.tsx";
import { useSchemeChange } from "../proctor/use_scheme_change.ts";
import type { DrawnPlot, Plot } from "./plots.ts";

interface PlotPartProps {
  title: string;
  /** What it shows, in a plain sentence. */
  meaning: string;
  /** What the picture shows, for whoever does not see it. */
  summary: string;
  plot: Plot;
  /** The same as a table. */
  children: ComponentChildren;
}

/** A plot with its heading, what it means, and the same figures as a table. */
export function PlotPart({ title, meaning, summary, plot, children }: PlotPartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnPlot | null>(null);
  const [isDrawn, setDrawn] = useState(true);
  const { asTable } = useWords("results").plots;
  const shape = JSON.stringify(plot);
  useEffect(() => {
    let isGone = false;
    import("./plots.ts").then(({ drawPlot }) => {
      if (!isGone && holder.current !== null) drawn.current = drawPlot(holder.current, plot);
    }).catch(() => setDrawn(false));
    return () => {
      isGone = true;
      drawn.current?.remove();
      drawn.current = null;
    };
  }, [shape]);
  useSchemeChange(() => drawn.current?.redraw());
  return (
    <section class="flex min-w-0 flex-col gap-2 rounded-lg border border-line bg-raised p-4">
      <h3 class="font-semibold">{title}</h3>
      <p class="text-sm text-ink-soft">{meaning}</p>
      {isDrawn && <div ref={holder} dir="ltr" role="img" aria-label={summary} class="min-h-[220px] w-full" />}
      <details class="text-dense">
        <summary class="min-h-6 font-medium">{asTable}</summary>
        <div class="mt-2">{children}</div>
      </details>
    </section>
  );
}
