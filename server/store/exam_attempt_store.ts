import { type Check, check, type Mutation, set, sum } from "./mutation.ts";

const keyOf = (examId: string, attemptId: string): Deno.KvKey => ["attempts_by_exam", examId, attemptId];
const countKey = (examId: string): Deno.KvKey => ["attempt_count", examId];
const freedKey = (examId: string): Deno.KvKey => ["attempt_freed_count", examId];

const counted = (value: unknown) => value instanceof Deno.KvU64 ? Number(value.value) : 0;

/** Attempts of an exam that take a place, and the check that fails once there is one more. */
export interface Places {
  attempts: number;
  unchanged: Check;
}

/** Which attempts an exam has, and how many. They stay listed and counted when what they held is removed. */
export class ExamAttemptStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Lists and counts a new attempt. */
  insert(examId: string, attemptId: string): Mutation[] {
    return [sum(countKey(examId), 1n), set(keyOf(examId, attemptId), true)];
  }

  /** Ids of an exam's attempts, in the order of ids. */
  async *list(examId: string): AsyncGenerator<string> {
    for await (const { key } of this.#kv.list({ prefix: ["attempts_by_exam", examId] })) yield String(key[2]);
  }

  async has(examId: string, attemptId: string): Promise<boolean> {
    return (await this.#kv.get(keyOf(examId, attemptId))).versionstamp !== null;
  }

  /** Gives an attempt's place back to the exam. */
  freePlace(examId: string): Mutation {
    return sum(freedKey(examId), 1n);
  }

  /** How many places of an exam are taken now. */
  async count(examId: string): Promise<Places> {
    const [begun, freed] = await this.#kv.getMany<unknown[]>([countKey(examId), freedKey(examId)]);
    return {
      attempts: counted(begun.value) - counted(freed.value),
      unchanged: check(begun.key, begun.versionstamp),
    };
  }
}
