import { z } from "zod";
import { Answers } from "../../protocol/items/answer.ts";
import { AttemptAction } from "../../protocol/attempt_detail.ts";
import { RiskReport } from "../../protocol/risk.ts";
import { restoreState, snapshotState } from "../../scoring/fold.ts";
import { type AttemptFold, createFold } from "./attempt_fold.ts";
import { EditTimes } from "./edit_clock.ts";

/** What is read of a snapshot in any case, also of one that is older than this version of the fold. */
export const LastWord = z.object({
  report: RiskReport.nullable(),
  timeline: z.array(z.tuple([z.number(), z.number()])),
});
export type LastWord = z.infer<typeof LastWord>;

/** An attempt's fold in JSON. One of an older shape is not read: the log is folded anew. */
export const Snapshot = LastWord.extend({
  n: z.number(),
  lastT: z.number(),
  score: z.unknown(),
  answers: Answers,
  question: z.string().nullable(),
  clock: EditTimes,
  actions: z.array(AttemptAction),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** A fold in JSON. */
export function snapshotFold(folded: AttemptFold): Snapshot {
  return {
    n: folded.n,
    lastT: folded.lastT,
    score: snapshotState(folded.score),
    report: folded.report,
    answers: folded.sheet.toAnswers(),
    question: folded.sheet.question,
    clock: folded.clock.toTimes(),
    timeline: folded.timeline.toPoints(),
    actions: [...folded.actions],
  };
}

/**
 * The fold of a snapshot, or null where another scorer version wrote it. Folding on from it gives the same reports to the
 * last bit.
 */
export function restoreFold(snapshot: Snapshot, questions: ReadonlySet<string>): AttemptFold | null {
  const folded = createFold(questions);
  try {
    folded.score = restoreState(snapshot.score);
  } catch {
    return null;
  }
  folded.n = snapshot.n;
  folded.lastT = snapshot.lastT;
  folded.report = snapshot.report;
  folded.sheet.restore(snapshot.answers, snapshot.question);
  folded.clock.restore(snapshot.clock);
  folded.timeline.restore(snapshot.timeline);
  folded.actions.push(...snapshot.actions);
  return folded;
}
