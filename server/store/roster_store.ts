import { z } from "zod";
import { Accommodations, Student } from "../../protocol/exam.ts";
import { type Check, check, type Mutation, remove, set, type Write } from "./mutation.ts";
import { watchKeys } from "./key_watch.ts";
import { studentIdOf } from "./roster_student_id.ts";
import { isId } from "./stored_id.ts";
import { getStored, parseStored, type Versioned } from "./stored_value.ts";

/** A roster's line, under the hash of its first personal token: under that it stays when it gets another one. */
export const RosterEntry = z.object({
  examId: z.string(),
  student: Student,
  group: z.string().optional(),
  accommodations: Accommodations.optional(),
  /** When this student may begin, as an ISO instant, in the place of the exam's own times. */
  opensAt: z.string().optional(),
  closesAt: z.string().optional(),
  /** Why something is allowed. For instructors alone. */
  reason: z.string().optional(),
  /** Hash of the token that opens it now; absent while that is its first one. */
  tokenHash: z.string().optional(),
  /** Attempts before a make-up sitting, oldest first. */
  earlier: z.array(z.string()).optional(),
  /** The attempt that the token started; null before. */
  attemptId: z.string().nullable(),
  /** A proctor lets the token open its attempt once more, on another device. */
  isReleased: z.boolean(),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

/** Keys that the store reads in one go, and reads that are under way at once. */
const LINES_PER_READ = 10;
const READS_AT_ONCE = 20;

const keyOf = (tokenHash: string): Deno.KvKey => ["roster_entry", tokenHash];
const renewedKey = (tokenHash: string): Deno.KvKey => ["roster_token", tokenHash];
const revisionKey = (examId: string): Deno.KvKey => ["roster_revision", examId];
const examPrefix = (examId: string): Deno.KvKey => ["roster_of_exam", examId];
const studentKey = (examId: string, studentId: string): Deno.KvKey => [...examPrefix(examId), studentId];

/** Lines of exams' rosters, by the hash of the personal token, and by exam and student. */
export class RosterStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  get(tokenHash: string): Promise<Versioned<RosterEntry> | null> {
    return getStored(this.#kv, RosterEntry, keyOf(tokenHash));
  }

  /** The line that a token opens now, with what it is stored under; null also for a token that was replaced. */
  async byToken(tokenHash: string): Promise<Versioned<RosterEntry> & { hash: string } | null> {
    const hash = (await getStored(this.#kv, z.string(), renewedKey(tokenHash)))?.value ?? tokenHash;
    const stored = await this.get(hash);
    return stored === null || (stored.value.tokenHash ?? hash) !== tokenHash ? null : { hash, ...stored };
  }

  /** Many lines, in the order of their hashes; null for those that are not there. */
  async getMany(tokenHashes: readonly string[]): Promise<(Versioned<RosterEntry> | null)[]> {
    const lines: (Versioned<RosterEntry> | null)[] = [];
    const atOnce = LINES_PER_READ * READS_AT_ONCE;
    for (let first = 0; first < tokenHashes.length; first += atOnce) {
      const keys = tokenHashes.slice(first, first + atOnce).map(keyOf);
      const groups = Array.from(
        { length: Math.ceil(keys.length / LINES_PER_READ) },
        (_, group) => keys.slice(group * LINES_PER_READ, (group + 1) * LINES_PER_READ),
      );
      const read = await Promise.all(groups.map((group) => this.#kv.getMany<unknown[]>(group)));
      for (const { key, value, versionstamp } of read.flat()) {
        lines.push(versionstamp === null ? null : { value: parseStored(RosterEntry, key, value), versionstamp });
      }
    }
    return lines;
  }

  /** What each line of an exam's roster is stored under. */
  async hashesOf(examId: string): Promise<string[]> {
    return await Array.fromAsync(
      this.#kv.list({ prefix: examPrefix(examId) }),
      ({ key, value }) => parseStored(z.string(), key, value),
    );
  }

  /** What the line of an exam's student is stored under, or null. */
  async hashOf(examId: string, studentId: string): Promise<string | null> {
    if (!isId(studentId)) return null;
    return (await getStored(this.#kv, z.string(), studentKey(examId, studentId)))?.value ?? null;
  }

  /** Whether anybody stands in an exam's roster. */
  async hasAny(examId: string): Promise<boolean> {
    return (await this.#kv.list({ prefix: examPrefix(examId) }, { limit: 1 }).next()).done !== true;
  }

  /** Adds a line; fails where its token is used already, by whichever exam. */
  insert(tokenHash: string, entry: RosterEntry): Mutation[] {
    const { examId } = entry;
    return [
      check(keyOf(tokenHash), null),
      this.put(tokenHash, entry),
      set(studentKey(examId, studentIdOf(tokenHash)), tokenHash),
    ];
  }

  /** Writes a line over, whatever became of it since it was read. */
  put(tokenHash: string, entry: RosterEntry): Write {
    return set(keyOf(tokenHash), entry);
  }

  /** Requires that a line still is as it was read. */
  unchanged(tokenHash: string, versionstamp: string): Check {
    return check(keyOf(tokenHash), versionstamp);
  }

  /** Requires that nobody of the staff changes an exam's roster meanwhile. */
  async revision(examId: string): Promise<Check> {
    return check(revisionKey(examId), await this.revisionMark(examId));
  }

  /** {@link revision} as of an atomic that had {@link touch} in it. */
  revisionAt(examId: string, versionstamp: string): Check {
    return check(revisionKey(examId), versionstamp);
  }

  /** Changes whenever somebody of the staff changes an exam's roster; null before the first time. */
  async revisionMark(examId: string): Promise<string | null> {
    return (await this.#kv.get(revisionKey(examId))).versionstamp;
  }

  /**
   * Calls back when somebody of the staff may have changed an exam's roster, on whichever instance.
   *
   * @param pollMs How often it is looked at in any case, ms.
   * @returns A function that ends it.
   */
  watch(examId: string, pollMs: number, onChange: () => Promise<void>): () => void {
    return watchKeys(this.#kv, [revisionKey(examId)], pollMs, onChange);
  }

  /** Says that the roster was changed. */
  touch(examId: string): Write {
    return set(revisionKey(examId), true);
  }

  /** Puts another line in the place of the one that was read at `versionstamp`. */
  replace(tokenHash: string, versionstamp: string, entry: RosterEntry): Mutation[] {
    return [this.unchanged(tokenHash, versionstamp), this.put(tokenHash, entry)];
  }

  /** Lets another token open the line that was read at `versionstamp`, and the one of before nothing any more. */
  renew(hash: string, versionstamp: string, entry: RosterEntry, tokenHash: string): Mutation[] {
    return [
      ...this.replace(hash, versionstamp, { ...entry, tokenHash }),
      ...(entry.tokenHash === undefined ? [] : [remove(renewedKey(entry.tokenHash))]),
      set(renewedKey(tokenHash), hash),
    ];
  }

  /** Removes what an exam's index says of a line that is another exam's by now, or nobody's. */
  forget(examId: string, hash: string): Mutation {
    return remove(studentKey(examId, studentIdOf(hash)));
  }

  /** @param renewed `tokenHash` of the line, where it has one. */
  remove(examId: string, hash: string, renewed?: string): Mutation[] {
    return [
      remove(keyOf(hash)),
      remove(studentKey(examId, studentIdOf(hash))),
      ...(renewed === undefined ? [] : [remove(renewedKey(renewed))]),
    ];
  }
}
