import { restoreState, snapshotState } from "../../scoring/state_snapshot.ts";
import type { Snapshot } from "../store/snapshot_store.ts";
import { type AttemptFold, createFold } from "./attempt_fold.ts";

/** A fold in JSON. */
export function snapshotFold(folded: AttemptFold): Snapshot {
  return {
    n: folded.n,
    lastT: folded.lastT,
    score: snapshotState(folded.score),
    report: folded.report,
    told: folded.told,
    answers: folded.sheet.toAnswers(),
    question: folded.sheet.question,
    clock: folded.clock.toTimes(),
    timeline: folded.timeline.toPoints(),
    actions: [...folded.actions],
    kept: folded.kept,
    marks: [...folded.marks.values()],
  };
}

/** Takes over marks from a snapshot; none from one of before there were any. */
export function restoreMarks({ marks }: Pick<AttemptFold, "marks">, held: Snapshot["marks"] = []): void {
  for (const mark of held) marks.set(mark.question, mark);
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
  folded.told = snapshot.told ?? null;
  folded.sheet.restore(snapshot.answers, snapshot.question);
  folded.clock.restore(snapshot.clock);
  folded.timeline.restore(snapshot.timeline);
  folded.actions.push(...snapshot.actions);
  folded.kept = snapshot.kept ?? null;
  restoreMarks(folded, snapshot.marks);
  return folded;
}
