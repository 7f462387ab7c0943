import { CASES } from "../cases/case_list.ts";
import type { Case } from "../cases/case.ts";
import { caseMetric } from "./cases_protocol.ts";
import type { Metric } from "./metric.ts";

/** Between these lines of a document stands what {@link withFigures} writes, and nothing else. */
const BEGIN = "<!-- figures: begin; made by `deno task figures --data DIR`, not by hand -->";
const END = "<!-- figures: end -->";

/**
 * A document with its figures exchanged for those of one evaluation.
 *
 * @param document Holds the two lines that mark the place.
 * @throws {RangeError} If it does not.
 *
 * @example
 * assert.throws(() => withFigures("# No place", []), RangeError);
 */
export function withFigures(document: string, metrics: readonly Metric[]): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new RangeError("Cannot write figures: the document marks no place for them");
  const tables = [figuresTable(metrics), casesTable(metrics)].filter((table) => table !== "");
  return document.slice(0, begin + BEGIN.length) + "\n\n" + tables.map((table) => `${table}\n\n`).join("") +
    document.slice(end);
}

/** Everything but the single cases, a line each. */
function figuresTable(metrics: readonly Metric[]): string {
  const rows = metrics.filter((metric) => caseOf(metric) === undefined).map((metric) => [
    metric.task,
    `\`${metric.metric}\``,
    number(metric.value),
    interval(metric),
    String(metric.n),
    metric.kind,
  ]);
  if (rows.length === 0) return "";
  return table(["task", "metric", "value", "95 % interval", "n", "data"], rows);
}

/** The case list: what is done, what it should come to, and how many of its sittings did. */
function casesTable(metrics: readonly Metric[]): string {
  const rows = metrics.flatMap((metric) => {
    const one = caseOf(metric);
    if (one === undefined) return [];
    const expected = one.isHonest ? `at most ${one.expected}` : `at least ${one.expected}`;
    const said = one.isLimit === true ? `${one.is} (a named limit)` : one.is;
    return [[one.isHonest ? "honest" : "dishonest", said, expected, number(metric.value), interval(metric)]];
  });
  if (rows.length === 0) return "";
  return table(["kind", "what is done", "expected", "share as expected", "95 % interval"], rows);
}

function caseOf({ task, metric }: Metric): Case | undefined {
  return task === "cases" ? CASES.find((one) => caseMetric(one) === metric) : undefined;
}

function number(value: number): string {
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(3);
}

function interval({ ci_low, ci_high }: Metric): string {
  return `${number(ci_low)}–${number(ci_high)}`;
}

/** A table as `deno fmt` leaves it. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((name, column) => Math.max(3, name.length, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [line(header), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join("\n");
}
