import { z } from "zod";
import { Answers } from "../../protocol/exam.ts";
import { RiskReport } from "../../protocol/risk.ts";
import { type DocumentChange, Documents } from "./documents.ts";

/** State of an attempt's fold and its answers, as of one entry of its log. */
export const Snapshot = z.object({
  /** The entry's number, and its hash. */
  n: z.number(),
  chain: z.string(),
  deadline: z.number(),
  isStopped: z.boolean(),
  /** The scorer's own; it says of which version it is. */
  score: z.unknown(),
  report: RiskReport.nullable(),
  answers: Answers,
  question: z.string().nullable(),
  /** Attempt time in ms and risk, of each point. */
  timeline: z.array(z.tuple([z.number(), z.number()])),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** The last snapshot of each attempt. Where there is none, the attempt is folded anew from its log. */
export class SnapshotStore {
  readonly #documents: Documents<typeof Snapshot>;

  constructor(kv: Deno.Kv) {
    this.#documents = new Documents(kv, "snapshot", Snapshot);
  }

  /** Null where there is none that this version reads: the log says the same. */
  async get(attemptId: string): Promise<Snapshot | null> {
    try {
      return (await this.#documents.get(attemptId))?.value ?? null;
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  put(attemptId: string, snapshot: Snapshot): DocumentChange {
    return this.#documents.put(attemptId, snapshot);
  }

  remove(attemptId: string): Promise<void> {
    return this.#documents.remove(attemptId);
  }
}
