import uPlot from "uplot";
import { type ThemeColour, themeColour } from "../proctor/theme_colour.ts";

/** Height of a plot, px. */
const HEIGHT = 220;

/** Bars: a label and a value for each, from left to right. */
export interface BarPlot {
  kind: "bars";
  labels: readonly string[];
  values: readonly number[];
  /** What the values are in; nothing for counts. */
  unit?: string;
}

/** Dots with labels. */
export interface DotPlot {
  kind: "dots";
  x: { label: string; range: [number, number] };
  y: { label: string; range: [number, number] };
  dots: readonly { x: number; y: number; label: string }[];
}

export type Plot = BarPlot | DotPlot;

/** A plot on the page. Loaded once one is there. */
export interface DrawnPlot {
  redraw(): void;
  remove(): void;
}

/** Draws a plot into its place, as wide as that is. */
export function drawPlot(holder: HTMLElement, plot: Plot): DrawnPlot {
  const drawn = plot.kind === "bars" ? bars(holder, plot) : dots(holder, plot);
  const observer = new ResizeObserver(() => drawn.setSize({ width: holder.clientWidth, height: HEIGHT }));
  observer.observe(holder);
  return {
    redraw: () => drawn.redraw(),
    remove: () => {
      observer.disconnect();
      drawn.destroy();
    },
  };
}

function axis(): uPlot.Axis {
  return {
    stroke: () => themeColour("ink-soft"),
    font: '11px "Inter Variable", sans-serif',
    labelFont: '11px "Inter Variable", sans-serif',
    grid: { stroke: () => themeColour("line"), width: 1 },
    ticks: { show: false },
  };
}

function frame(width: number): Pick<uPlot.Options, "width" | "height" | "legend" | "cursor" | "padding"> {
  return { width, height: HEIGHT, legend: { show: false }, cursor: { show: false }, padding: [16, 12, 0, 0] };
}

function bars(holder: HTMLElement, { labels, values, unit }: BarPlot): uPlot {
  const at = labels.map((_, index) => index);
  return new uPlot(
    {
      ...frame(holder.clientWidth),
      scales: { x: { time: false, range: [-0.6, labels.length - 0.4] }, y: { range: (_, __, most) => [0, most || 1] } },
      axes: [
        {
          ...axis(),
          grid: { show: false },
          size: 26,
          space: 40,
          incrs: [1, 2, 5, 10, 20, 50, 100],
          values: (_, splits) => splits.map((index) => labels[index] ?? ""),
        },
        {
          ...axis(),
          size: 38,
          ...(unit !== undefined && { label: unit, labelSize: 18 }),
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000],
        },
      ],
      series: [{}, {
        fill: () => themeColour("accent"),
        stroke: () => themeColour("accent"),
        width: 0,
        paths: uPlot.paths.bars?.({ size: [0.8, 60] }),
        points: { show: false },
      }],
    },
    [at, [...values]],
    holder,
  );
}

function dots(holder: HTMLElement, { x, y, dots: shown }: DotPlot): uPlot {
  const sorted = shown.toSorted((a, b) => a.x - b.x);
  const colour = (name: ThemeColour) => () => themeColour(name);
  return new uPlot(
    {
      ...frame(holder.clientWidth),
      scales: { x: { time: false, range: x.range }, y: { range: y.range } },
      axes: [
        { ...axis(), size: 26, label: x.label, labelSize: 18, space: 50 },
        { ...axis(), size: 38, label: y.label, labelSize: 18, space: 30 },
      ],
      series: [{}, {
        stroke: colour("accent"),
        paths: () => null,
        points: { show: true, size: 8, fill: colour("accent") },
      }],
      hooks: { draw: [(u) => drawLabels(u, sorted)] },
    },
    [sorted.map((dot) => dot.x), sorted.map((dot) => dot.y)],
    holder,
  );
}

/** A label beside each dot; further down where one stands there already. */
function drawLabels(u: uPlot, shown: DotPlot["dots"]): void {
  const { ctx } = u;
  const ratio = devicePixelRatio;
  const taken: { x: number; y: number }[] = [];
  ctx.save();
  ctx.fillStyle = themeColour("ink");
  ctx.font = `${11 * ratio}px "Inter Variable", sans-serif`;
  ctx.textBaseline = "middle";
  for (const { x, y, label } of shown) {
    const at = { x: u.valToPos(x, "x", true) + 10 * ratio, y: u.valToPos(y, "y", true) };
    while (taken.some((other) => Math.abs(other.x - at.x) < 22 * ratio && Math.abs(other.y - at.y) < 11 * ratio)) {
      at.y += 12 * ratio;
    }
    taken.push(at);
    // Below the plot stands its axis; the table has them all.
    if (at.y < u.bbox.top + u.bbox.height) ctx.fillText(label, at.x, at.y);
  }
  ctx.restore();
}
