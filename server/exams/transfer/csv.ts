import { CsvError, parse } from "csv-parse/sync";
import type { Question } from "../../../protocol/items/registry.ts";
import { cell, cellText } from "./csv_cell.ts";
import { csvCandidate, csvFields } from "./csv_candidate.ts";
import type { Found } from "./found.ts";
import type { Format, WrittenFormat } from "./format.ts";
import { unsaidOf } from "./unsaid.ts";
import { MAX_IMPORT_QUESTIONS } from "../../../protocol/limits.ts";

/** Characters of one row, at most. */
const MOST_CHARACTERS = 200_000;
const DELIMITERS = [",", ";", "\t"];
const COLUMNS = new Set([
  ..."id type text points correct unit tolerance max_characters min_words max_words guidance choice_ids invigil".split(
    " ",
  ),
]);

/** A table with a row for each question, whose first row names the columns. docs/guides/bring_questions.md has them. */
export const csv = {
  isLikely: (text) => headerOf(text).includes("text"),
  read,
  write: { type: "text/csv; charset=utf-8", ending: "csv", text: write },
} satisfies Format & { write: WrittenFormat };

function* read(text: string): Generator<Found> {
  const rows: { cells: string[]; line: number }[] = [];
  let end = 1;
  let failure: CsvError | null = null;
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_CHARACTERS,
      to: MAX_IMPORT_QUESTIONS + 2,
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells: cells.map(cellText), line: end });
        end = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    failure = error;
  }
  const header = rows.shift()?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  if (header.includes("text")) {
    const unknown = header.filter((name) => name !== "" && !COLUMNS.has(name) && !/^choice_\d+$/.test(name)).slice(
      0,
      20,
    );
    for (const column of unknown) {
      yield {
        kind: "note",
        level: "warning",
        told: { key: "unknown_column", values: { column: column.slice(0, 50) } },
        line: 1,
      };
    }
    for (const { cells, line } of rows) {
      const row = new Map(header.map((name, index) => [name, cells[index] ?? ""]));
      const unsaid = row.get("invigil");
      yield { kind: "question", candidate: csvCandidate(row), line, ...(unsaid && { unsaid }) };
    }
  } else if (failure === null) {
    yield { kind: "note", level: "error", told: { key: "csv_header", values: {} }, line: 1 };
  }
  if (failure !== null) yield { kind: "failed", told: { key: "csv_broken", values: {} }, line: end };
}

function write(questions: readonly Question[]): string {
  const rows = questions.map((question) => {
    const fields = csvFields(question);
    const unsaid = unsaidOf(question, csvCandidate(new Map(fields)));
    return new Map(unsaid === null ? fields : [...fields, ["invigil", unsaid]]);
  });
  const header = ["id", "type", "text", "points", ...new Set(rows.flatMap((row) => [...row.keys()]))];
  const columns = [...new Set(header)];
  const lines = rows.map((row) => columns.map((column) => cell(row.get(column) ?? "")).join(","));
  return [columns.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

function headerOf(text: string): string[] {
  const line = text.slice(0, 5_000).split(/[\r\n]/, 1)[0];
  return line.split(delimiterOf(text)).map((name) => name.trim().replace(/^"|"$/g, "").toLowerCase());
}

/** The sign that parts most columns in the first line. */
function delimiterOf(text: string): string {
  const line = text.slice(0, 5_000).split(/[\r\n]/, 1)[0];
  const parts = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => parts(next) > parts(best) ? next : best);
}
