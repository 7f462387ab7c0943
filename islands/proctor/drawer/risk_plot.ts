import uPlot from "uplot";
import { LOW_UP_TO, MEDIUM_UP_TO } from "../../../protocol/risk.ts";
import { type Speech, wordsOfPage } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { type ThemeColour, themeColour } from "../theme_colour.ts";
import { listText } from "../../../words/lists.ts";
import { MARK_COLOURS, MARK_PATHS, MARK_RADIUS } from "./mark_shapes.ts";
import type { RiskMark } from "./risk_marks.tsx";

const HEIGHT = 150;

/** A pointer this near to a mark is on it, px. */
const NEAR_PX = 8;

/** The window that is looked at is never narrower, s. */
const NARROWEST_S = 10;

/** A line of the chart. */
export interface RiskLine {
  label: string;
  colour: ThemeColour;
  /** `[attempt time ms, risk]`, in order of time. */
  points: readonly (readonly [number, number])[];
}

/** What a chart tells of what is done on it. */
interface RiskPlotListener {
  /** What the lines say under the pointer; null for nothing. */
  onRead(text: string | null): void;
  /** The mark under the pointer; null for none. */
  onHover(index: number | null): void;
  /** A mark was pressed. */
  onChoose(index: number): void;
}

/** What draws a chart's lines and marks. Loaded once a chart is there: it would be a quarter of the room's script. */
export class RiskPlot {
  readonly #plot: uPlot;
  readonly #observer: ResizeObserver;
  #marks: readonly RiskMark[] = [];
  #chosen: number | null = null;
  #isZoomed = false;

  constructor(holder: HTMLElement, lines: readonly RiskLine[], speech: Speech, listener: RiskPlotListener) {
    const hooks: uPlot.Hooks.Arrays = {
      draw: [(plot) => this.#draw(plot)],
      setCursor: [(plot) => {
        listener.onHover(this.#markAt(plot.cursor.left ?? -1));
        listener.onRead(readingAt(plot, lines, speech));
      }],
      setSelect: [() => {
        this.#isZoomed = true;
      }],
    };
    this.#plot = new uPlot({ ...options(holder.clientWidth, lines), hooks }, aligned(lines, []), holder);
    this.#plot.over.addEventListener("click", () => {
      const mark = this.#markAt(this.#plot.cursor.left ?? -1);
      if (mark !== null) listener.onChoose(mark);
    });
    // By two presses the library shows the whole again.
    this.#plot.over.addEventListener("dblclick", () => {
      this.#isZoomed = false;
    });
    this.#observer = new ResizeObserver(() => this.#plot.setSize({ width: holder.clientWidth, height: HEIGHT }));
    this.#observer.observe(holder);
  }

  /** Draws other points of the same lines, and other marks; who has looked closer goes on doing so. */
  show(lines: readonly RiskLine[], marks: readonly RiskMark[]): void {
    this.#marks = marks;
    this.#plot.setData(aligned(lines, marks), !this.#isZoomed);
    if (this.#isZoomed) this.#plot.redraw();
  }

  /** Sets a mark off from the others, and moves what is looked at so far that it is seen. */
  choose(index: number): void {
    this.#chosen = index;
    const { min, max } = this.#window();
    const at = this.#marks[index].t / 1_000;
    if (at < min || at > max) this.#look(at - (max - min) / 2, at + (max - min) / 2);
    this.#plot.redraw(false);
  }

  /** Looks closer, or from farther away, at the chosen mark or at the middle. @param factor Below 1 is closer. */
  zoom(factor: number): void {
    const { min, max } = this.#window();
    const mark = this.#chosen === null ? undefined : this.#marks[this.#chosen];
    const middle = mark === undefined ? (min + max) / 2 : Math.min(max, Math.max(min, mark.t / 1_000));
    const half = Math.max(NARROWEST_S, (max - min) * factor) / 2;
    this.#look(middle - half, middle + half);
  }

  /** Draws again, as in other colours. */
  redraw(): void {
    this.#plot.redraw();
  }

  /** Takes the drawing away. */
  remove(): void {
    this.#observer.disconnect();
    this.#plot.destroy();
  }

  #window(): { min: number; max: number } {
    const { min = 0, max = 0 } = this.#plot.scales.x;
    return { min, max };
  }

  #look(from: number, to: number): void {
    const times = this.#plot.data[0];
    const [first, last] = [times[0], times[times.length - 1]];
    const width = Math.min(to - from, last - first);
    const min = Math.min(Math.max(from, first), last - width);
    this.#isZoomed = width < last - first;
    this.#plot.setScale("x", { min, max: min + width });
  }

  /** The mark nearest to a place, where the pointer is on one. @param left In CSS px from the drawing's edge. */
  #markAt(left: number): number | null {
    if (left < 0) return null;
    let found: number | null = null;
    let nearest = NEAR_PX;
    this.#marks.forEach(({ t }, index) => {
      const away = Math.abs(this.#plot.valToPos(t / 1_000, "x") - left);
      if (away < nearest) [found, nearest] = [index, away];
    });
    return found;
  }

  #draw({ ctx, bbox }: uPlot): void {
    const { min, max } = this.#window();
    const scale = devicePixelRatio;
    ctx.save();
    this.#marks.forEach(({ t, kind }, index) => {
      if (t / 1_000 < min || t / 1_000 > max) return;
      const isChosen = index === this.#chosen;
      const x = this.#plot.valToPos(t / 1_000, "x", true);
      const top = bbox.top - (MARK_RADIUS + 1) * scale;
      ctx.strokeStyle = ctx.fillStyle = themeColour(MARK_COLOURS[kind]);
      ctx.globalAlpha = isChosen ? 1 : 0.6;
      ctx.lineWidth = (isChosen ? 2 : 1) * scale;
      ctx.setLineDash(isChosen ? [] : [2 * scale, 3 * scale]);
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      ctx.globalAlpha = 1;
      ctx.setTransform(scale, 0, 0, scale, x, top);
      ctx.fill(new Path2D(MARK_PATHS[kind]));
      ctx.setTransform(1, 0, 0, 1, 0, 0);
    });
    ctx.restore();
  }
}

/** One table of times for all lines and marks; a line holds its last value until its next point. */
function aligned(lines: readonly RiskLine[], marks: readonly RiskMark[]): uPlot.AlignedData {
  const all = [...lines.flatMap((line) => line.points.map(([t]) => t)), ...marks.map(({ t }) => t)];
  const times = [...new Set(all)].sort((a, b) => a - b);
  const columns = lines.map((line) => {
    let index = -1;
    return times.map((t) => {
      while (index + 1 < line.points.length && line.points[index + 1][0] <= t) index++;
      return index < 0 ? null : line.points[index][1];
    });
  });
  return [times.map((t) => t / 1_000), ...columns];
}

function options(width: number, lines: readonly RiskLine[]): Omit<uPlot.Options, "hooks"> {
  const axis = {
    stroke: () => themeColour("ink-soft"),
    font: '11px "Inter Variable", sans-serif',
    grid: { stroke: () => themeColour("line"), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height: HEIGHT,
    padding: [2 * MARK_RADIUS + 4, 8, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: true, y: false, dist: 6 }, points: { show: false } },
    scales: { x: { time: false }, y: { range: [0, 100] } },
    axes: [
      { ...axis, size: 22, gap: 4, space: 70, values: (_, splits) => splits.map((s) => clockText(s * 1_000)) },
      { ...axis, size: 30, gap: 4, splits: () => [0, LOW_UP_TO, MEDIUM_UP_TO, 100] },
    ],
    series: [
      {},
      ...lines.map((line, index) => ({
        label: line.label,
        width: 1.5,
        stroke: () => themeColour(line.colour),
        dash: index === 0 ? undefined : [4, 3],
        points: { show: false },
        paths: uPlot.paths.stepped?.({ align: 1 }),
      })),
    ],
  };
}

/** What the lines say under the pointer; null for nothing. */
function readingAt(plot: uPlot, lines: readonly RiskLine[], speech: Speech): string | null {
  const { speaker } = speech;
  const index = plot.cursor.idx;
  if (index === null || index === undefined) return null;
  const values = lines.map((line, at) =>
    `${line.label} ${speaker.number(Math.round(plot.data[at + 1]?.[index] ?? 0))}`
  );
  return speaker.say(wordsOfPage(speech, "drawer").chart.reading, {
    time: clockText(plot.data[0][index] * 1_000),
    values: listText(speaker.language, values, "unit"),
  });
}
