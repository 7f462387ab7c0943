import { type Mutation, remove, set, type Write } from "./mutation.ts";

/** When an attempt that nobody stopped ends by itself. */
export interface Deadline {
  /** Server time, ms since 1970. */
  deadlineMs: number;
  attemptId: string;
}

const keyOf = ({ deadlineMs, attemptId }: Deadline): Deno.KvKey => ["deadline", deadlineMs, attemptId];

/** Deadlines of attempts whose time runs, in the order of time. */
export class DeadlineStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Deadlines before `untilMs`, the earliest first, `limit` at most. */
  listBefore(untilMs: number, limit: number): Promise<Deadline[]> {
    const prefix = ["deadline"];
    return Array.fromAsync(
      this.#kv.list({ prefix, end: [...prefix, untilMs] }, { limit }),
      ({ key }) => ({ deadlineMs: Number(key[1]), attemptId: String(key[2]) }),
    );
  }

  put(deadline: Deadline): Write {
    return set(keyOf(deadline), true);
  }

  remove(deadline: Deadline): Mutation {
    return remove(keyOf(deadline));
  }
}
