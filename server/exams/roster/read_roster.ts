import { MAX_IMPORT_NOTES } from "../../../protocol/limits.ts";
import { unseenIn, withoutUnseen } from "../../../protocol/unseen_signs.ts";
import { Refusal } from "../../errors.ts";
import { withTexts } from "../transfer/shared/picture_texts.ts";
import { readText } from "../transfer/shared/read_text.ts";
import { csvRows } from "./csv_rows.ts";
import { jsonRows } from "./json_rows.ts";
import type { RosterFileNote, RosterRow } from "./roster_row.ts";

/** What a file says of a roster. */
export interface RosterFileRead {
  rows: RosterRow[];
  notes: RosterFileNote[];
}

/**
 * Reads a roster's file: JSON, or a table. Stores nothing, and takes no longer than its limits.
 *
 * @param timeZone IANA zone of times in a table that name none.
 * @throws {Refusal} `invalid` for what is no text.
 */
export function readRosterFile(bytes: Uint8Array<ArrayBuffer>, timeZone?: string): RosterFileRead {
  const read = readText(bytes);
  if (read === null) throw new Refusal("invalid", "roster_no_text");
  const text = read.text.replace(/^\uFEFF/, "");
  const { rows, notes } = /^\s*[[{]/.test(text) ? jsonRows(text) : csvRows(text, timeZone);
  for (const [index, row] of rows.entries()) rows[index] = seen(row, notes);
  const asRead = read.notes.flatMap(({ told }): RosterFileNote[] =>
    told.key === "encoding" ? [{ line: 1, level: "warning", told: { key: "encoding", values: told.values } }] : []
  );
  const all = [...asRead, ...notes];
  if (rows.length === 0 && all.every(({ level }) => level === "warning")) {
    all.push({ line: 1, level: "error", told: { key: "nothing", values: {} } });
  }
  return { rows, notes: all };
}

/** Notes as they are told: not more than anybody reads, in the order of the file. */
export function fewNotes(notes: readonly RosterFileNote[]): RosterFileNote[] {
  const sorted = notes.toSorted((a, b) => a.line - b.line);
  const untold = sorted.slice(MAX_IMPORT_NOTES);
  if (untold.length === 0) return sorted;
  const level = untold.some((one) => one.level === "error") ? "error" : "warning";
  const more = { line: untold[0].line, level, told: { key: "more_notes", values: { notes: untold.length } } } as const;
  return [...sorted.slice(0, MAX_IMPORT_NOTES), more];
}

/** A row with a sign that can be seen in the place of each that cannot. Names and groups are cleaned by their schema. */
function seen(row: RosterRow, notes: RosterFileNote[]): RosterRow {
  const { line, set: { reason }, accommodations } = row;
  const found = unseenIn({ reason, accommodations });
  if (found === null) return row;
  notes.push({ line, level: "warning", told: { key: "unseen_replaced", values: { sign: found.sign } } });
  const plain = Object.entries(accommodations).map(([name, value]) => [name, withTexts(value, withoutUnseen)]);
  return {
    ...row,
    set: { ...row.set, ...(reason !== undefined && { reason: withTexts(reason, withoutUnseen) }) },
    accommodations: Object.fromEntries(plain),
  };
}
