import uPlot from "uplot";
import { LOW_UP_TO, MEDIUM_UP_TO } from "../../../protocol/risk.ts";
import { type Speech, wordsOfPage } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { type ThemeColour, themeColour } from "../theme_colour.ts";
import { listText } from "../../../words/lists.ts";

const HEIGHT = 150;

/** A line of the chart. */
export interface RiskLine {
  label: string;
  colour: ThemeColour;
  /** `[attempt time ms, risk]`, in order of time. */
  points: readonly (readonly [number, number])[];
}

/** What draws a chart's lines. Loaded once a chart is there: it would be a quarter of the room's script. */
export class RiskPlot {
  readonly #plot: uPlot;
  readonly #observer: ResizeObserver;

  /** @param onRead Told what stands under the pointer; null for nothing. */
  constructor(
    holder: HTMLElement,
    lines: readonly RiskLine[],
    speech: Speech,
    onRead: (text: string | null) => void,
  ) {
    this.#plot = new uPlot(options(holder.clientWidth, lines, speech, onRead), aligned(lines), holder);
    this.#observer = new ResizeObserver(() => this.#plot.setSize({ width: holder.clientWidth, height: HEIGHT }));
    this.#observer.observe(holder);
  }

  /** Draws other points of the same lines. */
  show(lines: readonly RiskLine[]): void {
    this.#plot.setData(aligned(lines));
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
}

/** One table of times for all lines; a line holds its last value until its next point. */
function aligned(lines: readonly RiskLine[]): uPlot.AlignedData {
  const times = [...new Set(lines.flatMap((line) => line.points.map(([t]) => t)))].sort((a, b) => a - b);
  const columns = lines.map((line) => {
    let index = -1;
    return times.map((t) => {
      while (index + 1 < line.points.length && line.points[index + 1][0] <= t) index++;
      return index < 0 ? null : line.points[index][1];
    });
  });
  return [times.map((t) => t / 1_000), ...columns];
}

function options(
  width: number,
  lines: readonly RiskLine[],
  speech: Speech,
  onRead: (text: string | null) => void,
): uPlot.Options {
  const { speaker } = speech;
  const { reading } = wordsOfPage(speech, "drawer").chart;
  const axis = {
    stroke: () => themeColour("ink-soft"),
    font: '11px "Inter Variable", sans-serif',
    grid: { stroke: () => themeColour("line"), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height: HEIGHT,
    padding: [6, 8, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
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
    hooks: {
      setCursor: [(u) => {
        const index = u.cursor.idx;
        if (index === null || index === undefined) return onRead(null);
        const values = lines.map((line, at) =>
          `${line.label} ${speaker.number(Math.round(u.data[at + 1]?.[index] ?? 0))}`
        );
        onRead(
          speaker.say(reading, {
            time: clockText(u.data[0][index] * 1_000),
            values: listText(speaker.language, values, "unit"),
          }),
        );
      }],
    },
  };
}
