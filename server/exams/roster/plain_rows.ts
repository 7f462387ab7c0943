import type { RosterFileNote, RosterRow } from "./roster_row.ts";

/** A line of a table, as it was split. */
export interface TableLine {
  cells: string[];
  /** In the file, from 1. */
  line: number;
}

const ADDRESS = /<?[^\s<>@,;]+@[^\s<>@,;]+>?/;
/** A student's number has a digit and no blank in it. */
const NUMBER = /^(?=\S*\d)[\p{L}\d\-./]{1,64}$/u;
/** A name has a letter and no digit, and nothing that markup, code and formulas are written with. */
const NAME = /^(?=.*\p{L})[^\d<>{}[\]=@#$%^*+|\\_~?!]{1,200}$/u;

/**
 * Students of a list whose first line names no columns: a name in each line, with a number and an address behind it where it has
 * them. `Meier, Anna` is a last name and a first name, as a comma between two names says in any list.
 *
 * @param delimiter What parts the cells.
 * @returns null where this is no such list: most likely its first line names columns that are not known.
 */
export function plainRows(
  lines: readonly TableLine[],
  delimiter: string,
): { rows: RosterRow[]; notes: RosterFileNote[] } | null {
  const read = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ cells, line }) => ({ line, ...studentOf(cells, delimiter) }));
  const [first, ...others] = read;
  if (first === undefined || first.name === undefined) return null;
  const says = (one: PlainStudent) => one.number !== undefined || one.hasAddress;
  // Words above columns of numbers or addresses are headings, in a language that is not known here.
  if (first.parts > 1 && !says(first) && others.some(says)) return null;
  const notes: RosterFileNote[] = [{ line: first.line, level: "warning", told: { key: "plain_list", values: {} } }];
  const withAddress = read.find(({ hasAddress }) => hasAddress);
  if (withAddress) notes.push({ line: withAddress.line, level: "warning", told: { key: "email", values: {} } });
  const turned = read.find(({ isTurned }) => isTurned);
  if (turned?.name !== undefined) {
    notes.push({ line: turned.line, level: "warning", told: { key: "name_turned", values: { name: turned.name } } });
  }
  const rows: RosterRow[] = [];
  for (const { line, name, number } of read) {
    if (name === undefined) notes.push({ line, level: "error", told: { key: "plain_line", values: {} } });
    else rows.push({ line, name, ...(number !== undefined && { number }), set: {}, accommodations: {} });
  }
  return { rows, notes };
}

/** What a line says of a student. */
interface PlainStudent {
  /** Absent where it cannot be told. */
  name?: string;
  number?: string;
  hasAddress: boolean;
  /** Whether the last name stood before the first. */
  isTurned: boolean;
  /** How many cells say something beside an address. */
  parts: number;
}

function studentOf(cells: readonly string[], delimiter: string): PlainStudent {
  const hasAddress = cells.some((cell) => ADDRESS.test(cell));
  const parts = cells.map((cell) => cell.replace(ADDRESS, "").trim()).filter((cell) => cell !== "");
  const numbers = parts.filter((part) => NUMBER.test(part));
  const names = parts.filter((part) => NAME.test(part));
  const about = {
    hasAddress,
    parts: parts.length,
    isTurned: false,
    ...(numbers.length === 1 && { number: numbers[0] }),
  };
  const isTold = numbers.length < 2 && names.length + numbers.length === parts.length;
  if (isTold && names.length === 1) return { ...about, name: names[0] };
  if (isTold && names.length === 2 && delimiter === ",") {
    const [last, given] = names;
    return { ...about, name: `${given} ${last}`, isTurned: true };
  }
  return about;
}
