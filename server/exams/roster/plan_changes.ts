import type { RosterChange } from "../../../protocol/roster.ts";
import type { RosterFields } from "../../../protocol/roster_fields.ts";
import type { RosterTold } from "../../../words/roster_note.ts";
import { fieldsOf } from "./roster_entry.ts";
import type { StoredLine } from "./roster_lines.ts";
import { isSameLine, mergeRow, type RosterFileNote, type RosterRow } from "./roster_row.ts";

/** What a file's row does to a roster. */
export interface PlannedChange {
  /** Line in the file. */
  line: number;
  change: RosterChange;
  fields: RosterFields;
  /** The roster's line that it is about; null for a new one. */
  stored: StoredLine | null;
}

/**
 * What a file changes of a roster. Who is who: by number; else by exact name, where either side has no number. Whoever is not
 * in the file stays as they are.
 */
export function planChanges(
  stored: readonly StoredLine[],
  rows: readonly RosterRow[],
): { changes: PlannedChange[]; notes: RosterFileNote[] } {
  const byNumber = new Map(stored.map((line) => [line.entry.student.number, line]));
  const byName = Map.groupBy(stored, ({ entry }) => entry.student.name);
  const numbers = new Map<string, number>();
  const names = new Map<string, number>();
  const targets = new Map<string, number>();
  const changes: PlannedChange[] = [];
  const notes: RosterFileNote[] = [];
  for (const row of rows) {
    const bad = (told: RosterTold) => notes.push({ line: row.line, level: "error", told });
    // Cleaned by the schema first: a name is compared as it is kept.
    const alone = mergeRow(row, null);
    if ("note" in alone) {
      notes.push(alone.note);
      continue;
    }
    const { name, number } = alone.fields;
    const twice = number === undefined ? names.get(name) : numbers.get(number);
    if (twice !== undefined) {
      bad(
        number === undefined
          ? { key: "name_twice", values: { name, line: twice } }
          : { key: "number_twice", values: { number, line: twice } },
      );
      continue;
    }
    if (number === undefined) names.set(name, row.line);
    else numbers.set(number, row.line);
    const sameName = (byName.get(name) ?? []).filter(({ entry }) =>
      number === undefined || entry.student.number === undefined
    );
    const known = number === undefined ? undefined : byNumber.get(number);
    if (known === undefined && sameName.length > 1) {
      bad({ key: "name_not_one", values: { name } });
      continue;
    }
    const target = known ?? sameName.at(0) ?? null;
    const taken = target === null ? undefined : targets.get(target.hash);
    if (taken !== undefined) {
      bad({ key: "name_twice", values: { name, line: taken } });
      continue;
    }
    if (target !== null) targets.set(target.hash, row.line);
    if (!row.isFaulty) plan(row, target, alone.fields, { changes, notes });
  }
  return { changes, notes };
}

function plan(
  row: RosterRow,
  stored: StoredLine | null,
  alone: RosterFields,
  { changes, notes }: { changes: PlannedChange[]; notes: RosterFileNote[] },
): void {
  const { line } = row;
  if (stored === null) {
    changes.push({ line, change: "added", fields: alone, stored });
    return;
  }
  const before = fieldsOf(stored.entry);
  const merged = mergeRow(row, before);
  if ("note" in merged) {
    notes.push(merged.note);
    return;
  }
  const fields = stored.entry.attemptId === null ? merged.fields : afterBegin(before, merged.fields);
  if (!isSameLine(fields, merged.fields)) {
    notes.push({ line, level: "warning", told: { key: "has_begun", values: { name: before.name } } });
  }
  changes.push({ line, change: isSameLine(fields, before) ? "left" : "changed", fields, stored });
}

/** What can change of a student who has begun: the attempt keeps what it began with. */
export function afterBegin(before: RosterFields, wanted: RosterFields): RosterFields {
  const { group: _, reason: __, ...kept } = before;
  const { group, reason } = wanted;
  return { ...kept, ...(group !== undefined && { group }), ...(reason !== undefined && { reason }) };
}
