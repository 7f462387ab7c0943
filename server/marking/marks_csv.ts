import type { ExamMarks } from "../../protocol/marks.ts";
import { maxOfMarks } from "../../protocol/max_of_marks.ts";

/** What stands before a question's column. */
const COLUMNS = ["attempt_id", "name", "number", "state", "total", "max", "complete", "verdict"];

/** With what a spreadsheet takes a cell for a formula, also behind white space and in wide letters. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * An exam's marks as CSV (RFC 4180): a line for each attempt, a column for each question, in the order of the paper, with its
 * points; empty for not yet marked, and for a question that is not of the attempt's paper. `max` is what that paper gives. It
 * begins with a byte order mark, without which spreadsheets garble names.
 *
 * @param questions Ids, in the order of the exam as it is now; those that only attempts still have come behind them.
 */
export function marksCsv({ attempts }: ExamMarks, questions: readonly string[]): string {
  const columns = [...new Set([...questions, ...attempts.flatMap(({ marks }) => Object.keys(marks))])];
  const lines = attempts.map(({ attempt_id, name, number, state, total, complete, verdict, marks }) => {
    const points = new Map(Object.entries(marks).map(([question, mark]) => [question, mark.points]));
    const given = columns.map((question) => points.get(question) ?? null);
    return [attempt_id, name, number, state, total, maxOfMarks(marks), String(complete), verdict, ...given];
  });
  const table = [[...COLUMNS, ...columns], ...lines];
  return "\ufeff" + table.map((line) => line.map(csvCell).join(",") + "\r\n").join("");
}

/**
 * One cell: what would be run as a formula has an apostrophe before it, and is shown as it was written.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(csvCell("=1+1"), "'=1+1");
 * assert.equal(csvCell("Lee, Ada"), '"Lee, Ada"');
 * ```
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
