import { z } from "zod";
import { AttemptAction, KeptWork, ToldRisk } from "../../protocol/attempt_detail.ts";
import { Answers } from "../../protocol/items/answer.ts";
import { RiskReport } from "../../protocol/risk.ts";
import { type DocumentChange, Documents } from "./documents.ts";

/** Times of an attempt that decide which edits count. */
export const EditTimes = z.object({
  startedAt: z.number(),
  deadline: z.number().nullable(),
  isStopped: z.boolean(),
  /** Begin and end of the newest pauses and locks; absent in older snapshots. */
  stops: z.array(z.tuple([z.number(), z.number().nullable()])).optional(),
});
export type EditTimes = z.infer<typeof EditTimes>;

/** A question's mark as the log says it, or as it was when the log was removed: then those of keys (`auto`) stand here, too. */
export const HeldMark = z.object({
  question: z.string(),
  points: z.number(),
  by: z.string(),
  /** Salted hash of the comment; null for none. */
  comment: z.string().nullable(),
});
export type HeldMark = z.infer<typeof HeldMark>;

/** What is read of a snapshot in any case, also of one that is older than this version of the fold. */
const LastWord = z.object({
  report: RiskReport.nullable(),
  /** Attempt time in ms and risk, of each point. */
  timeline: z.array(z.tuple([z.number(), z.number()])),
  /** Absent in snapshots of before there were marks. */
  marks: z.array(HeldMark).optional(),
});
type LastWord = z.infer<typeof LastWord>;

/** An attempt's fold as of one entry of its log. */
export const Snapshot = LastWord.extend({
  /** The entry's number. */
  n: z.number(),
  lastT: z.number(),
  /** The scorer's own; it says of which version it is. */
  score: z.unknown(),
  answers: Answers,
  question: z.string().nullable(),
  clock: EditTimes,
  actions: z.array(AttemptAction),
  kept: KeptWork.nullable().optional(),
  told: ToldRisk.nullable().optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** What there is of an attempt's last snapshot; null for what this version does not read. */
interface StoredSnapshot {
  snapshot: Snapshot | null;
  lastWord: LastWord | null;
}

/** As it is read: whole where it fits, else as much of it as outlives a change of the fold. */
const Stored = z.union([
  Snapshot.transform((snapshot): StoredSnapshot => ({ snapshot, lastWord: snapshot })),
  LastWord.transform((lastWord): StoredSnapshot => ({ snapshot: null, lastWord })),
]);

const NONE: StoredSnapshot = { snapshot: null, lastWord: null };

/** The last snapshot of each attempt. Where there is none, the attempt is folded anew from its log. */
export class SnapshotStore {
  readonly #documents: Documents<typeof Stored>;

  constructor(kv: Deno.Kv) {
    this.#documents = new Documents(kv, "snapshot", Stored);
  }

  /** One that is damaged is as good as none: the log says the same. */
  async get(attemptId: string): Promise<StoredSnapshot> {
    try {
      return (await this.#documents.get(attemptId))?.value ?? NONE;
    } catch (error) {
      if (error instanceof RangeError) return NONE;
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
