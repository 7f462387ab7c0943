import { CsvError, parse } from "csv-parse/sync";
import { cell, cellText } from "./csv_cell.ts";
import { csvCandidate, csvFields } from "./csv_candidate.ts";
import { CsvParts, PART_COLUMNS, partFields, partRemark } from "./csv_parts.ts";
import type { Found } from "../shared/found.ts";
import type { Format, WrittenFormat } from "../shared/format.ts";
import { type Transferred, unplaced } from "../shared/transferred.ts";
import { unsaidOf } from "../shared/unsaid.ts";
import { MAX_IMPORT_QUESTIONS } from "../../../../protocol/limits.ts";

/** Characters of one row, at most. */
const MOST_CHARACTERS = 200_000;
const DELIMITERS = [",", ";", "\t"];
const COLUMNS = new Set([
  ...("id type text points correct unit tolerance tolerance_percent max_characters match_case scoring min_words max_words " +
    "guidance tags feedback feedback_true feedback_false choice_ids invigil").split(" "),
  ...PART_COLUMNS,
]);

/** A table with a row for each question, whose first row names the columns. docs/guides/bring_questions.md has them. */
export const csv = {
  isLikely: (text) => headerOf(text).includes("text"),
  read,
  write: { type: "text/csv; charset=utf-8", ending: "csv", content: write },
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
    const unknown = header.filter((name) => name !== "" && !COLUMNS.has(name) && !/^(choice|feedback)_\d+$/.test(name))
      .slice(
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
    const parts = new CsvParts();
    for (const { cells, line } of rows) {
      const row = new Map(header.map((name, index) => [name, cells[index] ?? ""]));
      const unsaid = row.get("invigil");
      if (unsaid?.startsWith("{")) yield* parts.remarked(unsaid);
      else {
        const part = yield* parts.of(row);
        yield { kind: "question", candidate: csvCandidate(row), line, ...part, ...(unsaid && { unsaid }) };
      }
    }
  } else if (failure === null) {
    yield { kind: "note", level: "error", told: { key: "csv_header", values: {} }, line: 1 };
  }
  if (failure !== null) yield { kind: "failed", told: { key: "csv_broken", values: {} }, line: end };
}

function write(exam: Transferred): string {
  const partOf = partFields(exam);
  const questions = exam.questions.map((question) => {
    const fields = csvFields(question);
    const unsaid = unsaidOf(unplaced(question), csvCandidate(new Map(fields)));
    return new Map([...fields, ...partOf(question), ...unsaid === null ? [] : [["invigil", unsaid] as const]]);
  });
  const remark = partRemark(exam, questions);
  const rows = remark === null ? questions : [new Map([["invigil", remark]]), ...questions];
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
