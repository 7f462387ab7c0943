import { isOver } from "../../../protocol/exam.ts";
import type { RosterLine, RosterState } from "../../../protocol/roster.ts";
import { Refusal } from "../../errors.ts";
import type { RosterEntry } from "../../store/roster_store.ts";
import { studentIdOf } from "../../store/roster_student_id.ts";
import type { Stores } from "../../store/stores.ts";
import { fieldsOf } from "./roster_entry.ts";

/** A stored line, as it was read. */
export interface StoredLine {
  /** What it is stored under. */
  hash: string;
  studentId: string;
  entry: RosterEntry;
  versionstamp: string;
}

/** Attempts that are read at once. */
const ATTEMPTS_PER_READ = 200;

/** Every line of an exam's roster, in no order. */
export async function readRoster({ roster }: Pick<Stores, "roster">, examId: string): Promise<StoredLine[]> {
  const hashes = await roster.hashesOf(examId);
  const read = await roster.getMany(hashes);
  return hashes.flatMap((hash, index): StoredLine[] => {
    const stored = read[index];
    if (stored === null) return [];
    return [{ hash, studentId: studentIdOf(hash), entry: stored.value, versionstamp: stored.versionstamp }];
  });
}

/**
 * A line by its student's id, read anew.
 *
 * @throws {Refusal} `not_found`
 */
export async function requireLine(
  { roster }: Pick<Stores, "roster">,
  examId: string,
  studentId: string,
): Promise<StoredLine> {
  const hash = await roster.hashOf(examId, studentId);
  const stored = hash === null ? null : await roster.get(hash);
  if (hash === null || stored === null) throw new Refusal("not_found", "no_roster_line");
  return { hash, studentId, entry: stored.value, versionstamp: stored.versionstamp };
}

/** An exam's roster with how far each student is, by name. */
export async function listRoster(
  stores: Pick<Stores, "roster" | "attempts">,
  examId: string,
): Promise<RosterLine[]> {
  const lines = await readRoster(stores, examId);
  const begun = lines.flatMap(({ entry }) => entry.attemptId === null ? [] : [entry.attemptId]);
  const over = new Set<string>();
  for (let first = 0; first < begun.length; first += ATTEMPTS_PER_READ) {
    const some = begun.slice(first, first + ATTEMPTS_PER_READ);
    for (const { record, head } of await stores.attempts.getMany(some)) {
      if (isOver(head.state)) over.add(record.attemptId);
    }
  }
  const order = new Intl.Collator(undefined, { sensitivity: "base", numeric: true }).compare;
  return lines
    .map((line) => told(line, over))
    .sort((a, b) => order(a.name, b.name) || order(a.number ?? "", b.number ?? ""));
}

/** One line, as it stands. */
export async function tellLine(stores: Pick<Stores, "attempts">, line: StoredLine): Promise<RosterLine> {
  const { attemptId } = line.entry;
  const stored = attemptId === null ? null : await stores.attempts.get(attemptId);
  return told(line, new Set(stored !== null && isOver(stored.head.state) ? [stored.record.attemptId] : []));
}

function told({ studentId, entry }: StoredLine, over: ReadonlySet<string>): RosterLine {
  const { attemptId, earlier } = entry;
  const state: RosterState = attemptId === null ? "not_come" : over.has(attemptId) ? "finished" : "writing";
  return { student_id: studentId, ...fieldsOf(entry), state, attempt_id: attemptId, ...(earlier && { earlier }) };
}
