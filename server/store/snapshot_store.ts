import { z } from "zod";
import { AttemptAction, KeptWork, ToldRisk } from "../../protocol/attempt_detail.ts";
import { Answers } from "../../protocol/items/answer.ts";
import { RiskReport } from "../../protocol/risk.ts";
import { VerdictWord } from "../../protocol/verdict_word.ts";
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

/** A mark that a person gave. */
export const GivenMark = z.object({
  points: z.number(),
  by: z.string(),
  /** Salted hash of the comment; null for none. */
  comment: z.string().nullable(),
  /** Criteria that are met; absent where it was marked without. */
  rubric: z.array(z.string()).optional(),
});
export type GivenMark = z.infer<typeof GivenMark>;

/** A question's mark as the log says it, or as it was when the log was removed: then those of keys (`auto`) stand here, too. */
export const HeldMark = GivenMark.extend({
  question: z.string(),
  /** Of another person, where two mark. */
  second: GivenMark.optional(),
  /** What both agree on. */
  agreed: GivenMark.optional(),
});
export type HeldMark = z.infer<typeof HeldMark>;

/** A verdict as the log says it. */
export const HeldVerdict = z.object({
  at: z.number(),
  by: z.string(),
  verdict: VerdictWord,
  reasons: z.array(z.string()),
  /** Salted hash of the note; null for none. */
  note: z.string().nullable(),
});
export type HeldVerdict = z.infer<typeof HeldVerdict>;

/** A student's statement as the log says it: its text by its salted hash. */
export const HeldStatement = z.object({ at: z.number(), t: z.number().nullable(), text: z.string() });
export type HeldStatement = z.infer<typeof HeldStatement>;

/** A note of the staff as the log says it: its text by its salted hash. */
export const HeldNote = z.object({ at: z.number(), by: z.string(), text: z.string() });
export type HeldNote = z.infer<typeof HeldNote>;

/** A flag that the rule for the risk raised, and what had a share of the score then, the largest first. */
export const RaisedFlag = z.object({ flag_id: z.string(), names: z.array(z.string()) });
export type RaisedFlag = z.infer<typeof RaisedFlag>;

/** What is read of a snapshot in any case, also of one that is older than this version of the fold. */
const LastWord = z.object({
  report: RiskReport.nullable(),
  /** Attempt time in ms and risk, of each point. */
  timeline: z.array(z.tuple([z.number(), z.number()])),
  /** Absent in snapshots of before there were marks. */
  marks: z.array(HeldMark).optional(),
  /** Absent for none. */
  verdicts: z.array(HeldVerdict).optional(),
  statements: z.array(HeldStatement).optional(),
  /** Absent for none. */
  notes: z.array(HeldNote).optional(),
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
  /** The furthest question that was in view, of an exam that is sat forward only. */
  furthest: z.string().optional(),
  actions: z.array(AttemptAction),
  kept: KeptWork.nullable().optional(),
  told: ToldRisk.nullable().optional(),
  /** How long each question was in view, ms; absent in snapshots of before, and where the events were removed. */
  times: z.object({
    question: z.string().nullable(),
    t: z.number(),
    inView: z.array(z.tuple([z.string(), z.number()])),
    /** From when on which one was in view, bounded; null for one that is not known. Absent in snapshots of before. */
    views: z.array(z.tuple([z.number(), z.string().nullable()])).optional(),
  }).optional(),
  /** When the browser lost the network: spans of so many minutes, and how often in each. Absent as `times` is. */
  losses: z.object({
    isOffline: z.boolean(),
    width: z.number(),
    counts: z.array(z.tuple([z.number(), z.number()])),
  }).optional(),
  /** What the score rested on as the rule for the risk raised a flag; absent in snapshots of before. */
  raised: z.array(RaisedFlag).optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** What there is of an attempt's last snapshot; null for what this version does not read. */
export interface StoredSnapshot {
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
