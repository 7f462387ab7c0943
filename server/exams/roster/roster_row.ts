import { Accommodations } from "../../../protocol/exam.ts";
import { isWindow, RosterFields } from "../../../protocol/roster_fields.ts";
import { firstProblem } from "../../../words/problem.ts";
import type { Said } from "../../../words/refusal.ts";
import type { RosterTold } from "../../../words/roster_note.ts";

/** A student as a file names them, unchecked. What it does not name is not in it; undefined takes something away. */
export interface RosterRow {
  /** Line in the file, or number of the student in JSON, from 1. */
  line: number;
  name: string;
  number?: string;
  set: Partial<Record<"group" | "opens_at" | "closes_at" | "reason", unknown>>;
  accommodations: Readonly<Record<string, unknown>>;
  /** Something of it was not understood: it changes nothing, and still nobody else may have its number. */
  isFaulty?: boolean;
}

/** A note on a roster's file. */
export interface RosterFileNote {
  line: number;
  level: "error" | "warning";
  told: RosterTold;
  /** What is wrong with a field, where that is what the note says. */
  problem?: Said;
}

/** What a row makes of what was known of the student before, or why that is no line of a roster. */
export function mergeRow(
  row: RosterRow,
  before: RosterFields | null,
): { fields: RosterFields } | { note: RosterFileNote } {
  const given = { ...Accommodations.parse({}), ...before?.accommodations, ...row.accommodations };
  const candidate = {
    ...before,
    name: row.name,
    ...(row.number !== undefined && { number: row.number }),
    ...row.set,
    accommodations: undefined,
    ...(!isNothing(given) && { accommodations: given }),
  };
  const error = (told: RosterTold, problem?: Said) => ({
    note: { line: row.line, level: "error", told, ...(problem && { problem }) } as const,
  });
  const parsed = RosterFields.safeParse(withoutGaps(candidate));
  if (!parsed.success) return error({ key: "not_valid", values: {} }, firstProblem(parsed.error).said);
  return isWindow(parsed.data) ? { fields: parsed.data } : error({ key: "window", values: {} });
}

/** Whether two lines say the same. */
export function isSameLine(a: RosterFields, b: RosterFields): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(
    value,
    (_, part: unknown) =>
      part !== null && typeof part === "object" && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => one < other ? -1 : 1))
        : part,
  );
}

/** Whether nothing is allowed that others are not. */
function isNothing(given: Readonly<Record<string, unknown>>): boolean {
  return Object.values(given).every((value) =>
    value === undefined || value === 0 ||
    (typeof value === "object" && value !== null && Object.keys(value).length === 0)
  );
}

function withoutGaps(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined).map(([key, part]) => [
      key,
      key === "accommodations" ? withoutGaps(part as Readonly<Record<string, unknown>>) : part,
    ]),
  );
}
