import { type Mutation, remove, set } from "./mutation.ts";
import { listNames } from "./stored_value.ts";

const keyOf = (examId: string, attemptId: string): Deno.KvKey => ["trial", examId, attemptId];

/** Attempts by which staff try an exam. They stand here and not among the exam's attempts, so that nothing counts them. */
export class TrialStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Ids of an exam's trials. */
  of(examId: string): Promise<string[]> {
    return listNames(this.#kv, ["trial", examId]);
  }

  insert(examId: string, attemptId: string): Mutation {
    return set(keyOf(examId, attemptId), true);
  }

  remove(examId: string, attemptId: string): Mutation {
    return remove(keyOf(examId, attemptId));
  }
}
