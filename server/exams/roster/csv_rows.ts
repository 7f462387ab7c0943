import { CsvError, parse } from "csv-parse/sync";
import { MAX_ROSTER_FILE } from "../../../protocol/limits.ts";
import { Refusal } from "../../errors.ts";
import type { RosterTold } from "../../../words/roster_note.ts";
import { cellText } from "../transfer/csv/csv_cell.ts";
import { breaks, type CellRead, extraTime, instant, isBare, plainNumber, scored, technologies } from "./cells.ts";
import { type Column, columnOf } from "./columns.ts";
import { plainRows, type TableLine } from "./plain_rows.ts";
import type { RosterFileNote, RosterRow } from "./roster_row.ts";

/** Characters of one row, at most. */
const MOST_CHARACTERS = 50_000;
const DELIMITERS = [";", ",", "\t"];

/**
 * Rows of a table whose first line names its columns, or of a plain list of names, with what was not understood of it.
 *
 * @throws {Refusal} `invalid` where no column is a name: it is no roster.
 */
export function csvRows(text: string, timeZone?: string): { rows: RosterRow[]; notes: RosterFileNote[] } {
  const notes: RosterFileNote[] = [];
  const note = (line: number, level: "error" | "warning", told: RosterTold) => notes.push({ line, level, told });
  const { records, brokenAt } = recordsOf(text, delimiterOf(text.slice(0, 5_000).split(/[\r\n]/, 1)[0]));
  const [header, ...body] = records;
  const columns = header?.cells.map((heading) => columnOf(heading)) ?? [];
  const has = (column: Column) => columns.includes(column);
  if (!has("name") && !(has("first_name") && has("last_name"))) {
    const plain = columns.every((column) => column === null) ? plainList(text) : null;
    if (plain !== null) return plain;
    throw new Refusal("invalid", "roster_header", { path: "line.1" });
  }
  header.cells.forEach((heading, index) => {
    const [column, values] = [columns[index], { column: heading.slice(0, 50) }];
    if (column === null && heading.trim() !== "") note(1, "warning", { key: "unknown_column", values });
    if (column === "kept_out") note(1, "warning", { key: "email", values: {} });
    else if (column !== null && column !== "ignored" && columns.indexOf(column) !== index) {
      note(1, "error", { key: "column_twice", values });
    }
  });
  const rows: RosterRow[] = [];
  let isBareTold = false;
  for (const { cells, line } of body.slice(0, MAX_ROSTER_FILE)) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const told: RosterTold[] = [];
    const byColumn = new Map(columns.map((column, index) => [column, (cells[index] ?? "").trim()]));
    const row = rowOf(byColumn, line, { timeZone, told });
    const time = byColumn.get("extra_time") ?? "";
    if (!isBareTold && row !== null && told.length === 0 && isBare(time)) {
      isBareTold = true;
      note(line, "warning", { key: "extra_time_bare", values: { text: time } });
    }
    if (row !== null) rows.push(told.length === 0 ? row : { ...row, isFaulty: true });
    for (const one of told) note(line, "error", one);
  }
  return { rows, notes: [...notes, ...endNotes(records, 1, brokenAt)] };
}

/** The same without a line of headings; null where it is no list of names. */
function plainList(text: string): { rows: RosterRow[]; notes: RosterFileNote[] } | null {
  // A first line may be a name alone, with nothing to tell by how others are parted.
  const delimiter = delimiterOf(text.slice(0, 5_000));
  const { records, brokenAt } = recordsOf(text, delimiter);
  const plain = plainRows(records.slice(0, MAX_ROSTER_FILE), delimiter);
  return plain && { rows: plain.rows, notes: [...plain.notes, ...endNotes(records, 0, brokenAt)] };
}

/** What is wrong with the end of a table: more lines than are read, or nothing that can be read behind a line. */
function endNotes(records: readonly TableLine[], headers: number, brokenAt: number | null): RosterFileNote[] {
  const beyond = records.at(MAX_ROSTER_FILE + headers);
  return [
    ...(beyond === undefined ? [] : [
      { line: beyond.line, level: "error", told: { key: "too_many", values: { most: MAX_ROSTER_FILE } } } as const,
    ]),
    ...(brokenAt === null ? [] : [{ line: brokenAt, level: "error", told: { key: "broken", values: {} } } as const]),
  ];
}

function rowOf(
  cells: ReadonlyMap<Column | null, string>,
  line: number,
  { timeZone, told }: { timeZone: string | undefined; told: RosterTold[] },
): RosterRow | null {
  const both = [cells.get("first_name"), cells.get("last_name")].filter((part) => part).join(" ");
  const name = cells.get("name") || both;
  if (name === "") {
    told.push({ key: "no_name", values: {} });
    return null;
  }
  /** What a cell says: undefined where it is empty, which takes away what stood there. */
  function read<Value>(text: string, how: (text: string) => CellRead<Value>): Value | undefined {
    if (text === "") return undefined;
    const found = how(text);
    if (found.ok) return found.value;
    told.push(found.told);
    return undefined;
  }
  const set: RosterRow["set"] = {};
  const given: Record<string, unknown> = {};
  for (const [column, text] of cells) {
    if (column === "group" || column === "reason") set[column] = text || undefined;
    else if (column === "opens_at" || column === "closes_at") set[column] = read(text, (one) => instant(one, timeZone));
    else if (column === "extra_time") {
      const { extra_time_percent = 0, extra_time_minutes } = read(text, extraTime) ?? {};
      Object.assign(given, { extra_time_percent, extra_time_minutes });
    } else if (column === "extra_time_percent") given[column] = read(text, plainNumber) ?? 0;
    else if (column === "extra_time_minutes") given[column] = read(text, plainNumber);
    else if (column === "breaks") given[column] = read(text, breaks);
    else if (column === "technologies") given[column] = read(text, technologies) ?? [];
    else if (column === "muted") given[column] = read(text, scored) ?? [];
  }
  const number = cells.get("number");
  return { line, name, ...(number && { number }), set, accommodations: given };
}

function recordsOf(text: string, delimiter: string) {
  const records: TableLine[] = [];
  let end = 1;
  try {
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_CHARACTERS,
      to: MAX_ROSTER_FILE + 2,
      on_record: (cells: string[], { lines }) => {
        records.push({ cells: cells.map(cellText), line: end });
        end = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, brokenAt: end };
  }
  return { records, brokenAt: null };
}

/** The sign that parts most columns of what a table begins with. */
function delimiterOf(beginning: string): string {
  const parts = (delimiter: string) => beginning.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => parts(next) > parts(best) ? next : best);
}
