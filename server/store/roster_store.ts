import { z } from "zod";
import { Accommodations } from "../../protocol/exam.ts";
import { RosterStudent } from "../../protocol/exam_document.ts";
import { type Check, check, type Mutation, remove, set, type Write } from "./mutation.ts";
import { getStored, listNames, parseStored, type Versioned } from "./stored_value.ts";

/** A roster's line, under the hash of its personal token. */
export const RosterEntry = z.object({
  examId: z.string(),
  student: RosterStudent.omit({ token: true, accommodations: true }),
  accommodations: Accommodations.optional(),
  /** The attempt that the token started; null before. */
  attemptId: z.string().nullable(),
  /** A proctor lets the token open its attempt once more, on another device. */
  isReleased: z.boolean(),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

const keyOf = (tokenHash: string): Deno.KvKey => ["roster_entry", tokenHash];
const examKey = (examId: string, tokenHash: string): Deno.KvKey => ["roster_by_exam", examId, tokenHash];

/** Lines of exams' rosters, by the hash of the personal token and by the exam. */
export class RosterStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  get(tokenHash: string): Promise<Versioned<RosterEntry> | null> {
    return getStored(this.#kv, RosterEntry, keyOf(tokenHash));
  }

  /** Many lines, in the order of their hashes; null for those that are not there. */
  async getMany(tokenHashes: readonly string[]): Promise<(Versioned<RosterEntry> | null)[]> {
    const read = await this.#kv.getMany<unknown[]>(tokenHashes.map(keyOf));
    return read.map(({ key, value, versionstamp }) =>
      versionstamp === null ? null : { value: parseStored(RosterEntry, key, value), versionstamp }
    );
  }

  /** Hashes of the tokens of an exam's roster. */
  hashesOf(examId: string): Promise<string[]> {
    return listNames(this.#kv, ["roster_by_exam", examId]);
  }

  /** Adds a line; fails where its token is used already, by whichever exam. */
  insert(tokenHash: string, entry: RosterEntry): Mutation[] {
    return [check(keyOf(tokenHash), null), this.put(tokenHash, entry), set(examKey(entry.examId, tokenHash), true)];
  }

  /** Writes a line over, whatever became of it since it was read. */
  put(tokenHash: string, entry: RosterEntry): Write {
    return set(keyOf(tokenHash), entry);
  }

  /** Requires that a line still is as it was read. */
  unchanged(tokenHash: string, versionstamp: string): Check {
    return check(keyOf(tokenHash), versionstamp);
  }

  /** Puts another line in the place of the one that was read at `versionstamp`. */
  replace(tokenHash: string, versionstamp: string, entry: RosterEntry): Mutation[] {
    return [this.unchanged(tokenHash, versionstamp), this.put(tokenHash, entry)];
  }

  remove(examId: string, tokenHash: string): Mutation[] {
    return [remove(keyOf(tokenHash)), remove(examKey(examId, tokenHash))];
  }
}
