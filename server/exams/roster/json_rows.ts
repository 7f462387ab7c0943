import { z } from "zod";
import { RosterFile, RosterLine } from "../../../protocol/roster.ts";
import { RosterFields } from "../../../protocol/roster_fields.ts";
import { firstProblem } from "../../../words/problem.ts";
import { Refusal } from "../../errors.ts";
import type { RosterFileNote, RosterRow } from "./roster_row.ts";

/** What the roster tells of a line, and nobody sets. */
const TOLD = RosterLine.omit(toMask(RosterFields.shape)).partial().shape;
const Item = RosterFields.partial({ name: true }).extend(TOLD);

function toMask<Shape extends object>(shape: Shape): { [Key in keyof Shape]: true } {
  return Object.fromEntries(Object.keys(shape).map((key) => [key, true])) as { [Key in keyof Shape]: true };
}

/**
 * Students of a JSON document, with what was not understood of it.
 *
 * @throws {Refusal} `invalid` for what is no list of them.
 */
export function jsonRows(text: string): { rows: RosterRow[]; notes: RosterFileNote[] } {
  const notes: RosterFileNote[] = [];
  const rows: RosterRow[] = [];
  const file = z.preprocess(parseJson, RosterFile).safeParse(text);
  if (!file.success) throw new Refusal("invalid", "roster_not_json");
  const items = Array.isArray(file.data) ? file.data : file.data.students;
  items.forEach((item, index) => {
    const line = index + 1;
    const parsed = Item.safeParse(item);
    if (!parsed.success) {
      const { said } = firstProblem(parsed.error);
      notes.push({ line, level: "error", told: { key: "not_valid", values: {} }, problem: said });
      return;
    }
    const { name, number, accommodations, ...rest } = parsed.data;
    if (name === undefined) {
      notes.push({ line, level: "error", told: { key: "no_name", values: {} } });
      return;
    }
    const { group, opens_at, closes_at, reason } = rest;
    const named = Object.entries({ group, opens_at, closes_at, reason }).filter(([, value]) => value !== undefined);
    rows.push({
      ...{ line, name, set: Object.fromEntries(named), accommodations: accommodations ?? {} },
      ...(number !== undefined && { number }),
    });
  });
  return { rows, notes };
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
