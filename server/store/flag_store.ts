import { Flag } from "../../protocol/flag.ts";
import { removeBelow } from "./commit_in_groups.ts";
import { set, type Write } from "./mutation.ts";
import { isId } from "./stored_id.ts";
import { getStored, parseStored } from "./stored_value.ts";

const prefixOf = (examId: string, attemptId: string): Deno.KvKey => ["flag", examId, attemptId];
const keyOf = (examId: string, attemptId: string, flagId: string): Deno.KvKey => ["flag", examId, attemptId, flagId];

/** Flags of attempts. */
export class FlagStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  async get(examId: string, attemptId: string, flagId: string): Promise<Flag | null> {
    if (!isId(flagId)) return null;
    return (await getStored(this.#kv, Flag, keyOf(examId, attemptId, flagId)))?.value ?? null;
  }

  /** An attempt's flags, in the order of their moments. */
  async list(examId: string, attemptId: string): Promise<Flag[]> {
    const flags = await Array.fromAsync(
      this.#kv.list({ prefix: prefixOf(examId, attemptId) }),
      ({ key, value }) => parseStored(Flag, key, value),
    );
    return flags.sort((a, b) => a.t - b.t);
  }

  /** Flags of all of an exam's attempts, in no order that counts. */
  ofExam(examId: string): Promise<Flag[]> {
    return Array.fromAsync(
      this.#kv.list({ prefix: ["flag", examId] }),
      ({ key, value }) => parseStored(Flag, key, value),
    );
  }

  put(examId: string, flag: Flag): Write {
    return set(keyOf(examId, flag.attempt_id, flag.flag_id), flag);
  }

  /** Removes all flags of an attempt. */
  removeAll(examId: string, attemptId: string): Promise<void> {
    return removeBelow(this.#kv, prefixOf(examId, attemptId));
  }
}
