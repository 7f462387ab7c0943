import { z } from "zod";
import { ResultsShow } from "../../protocol/exam.ts";
import { check, type Mutation, set } from "./mutation.ts";
import { getStored, type Versioned } from "./stored_value.ts";

/** What was decided last about an exam's results. */
const StoredRelease = z.object({
  released: z.boolean(),
  /** ms since 1970. */
  at: z.number(),
  by: z.string(),
  /** In place of what the exam's policy says; absent for that. */
  show: ResultsShow.optional(),
});
export type StoredRelease = z.infer<typeof StoredRelease>;

const keyOf = (examId: string): Deno.KvKey => ["release", examId];

/** Whether exams' results are released. */
export class ReleaseStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** The last decision, or null while there is none. */
  get(examId: string): Promise<Versioned<StoredRelease> | null> {
    return getStored(this.#kv, StoredRelease, keyOf(examId));
  }

  /** Puts a decision in the place of the one that was read. @param versionstamp Null where there was none. */
  replace(examId: string, versionstamp: string | null, release: StoredRelease): Mutation[] {
    return [check(keyOf(examId), versionstamp), set(keyOf(examId), release)];
  }
}
