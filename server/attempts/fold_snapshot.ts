import { restoreState, snapshotState } from "../../scoring/state_snapshot.ts";
import type { Snapshot } from "../store/snapshot_store.ts";
import { type AttemptFold, createFold } from "./attempt_fold.ts";
import type { Places } from "./forward_path.ts";

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
    ...(folded.path.furthest !== null && { furthest: folded.path.furthest }),
    timeline: folded.timeline.toPoints(),
    actions: [...folded.actions],
    kept: folded.kept,
    marks: [...folded.marks.values()],
    ...(folded.verdicts.length > 0 && { verdicts: folded.verdicts }),
    ...(folded.statements.length > 0 && { statements: folded.statements }),
    ...(folded.notes.length > 0 && { notes: folded.notes }),
    ...(folded.times && { times: folded.times.toKept() }),
    ...(folded.losses && { losses: folded.losses.toKept() }),
    ...(folded.raised && { raised: folded.raised }),
  };
}

/** Takes over what people said of an attempt from a snapshot; nothing from one of before there was any. */
export function restoreWords(
  folded: Pick<AttemptFold, "marks" | "verdicts" | "statements" | "notes">,
  { marks = [], verdicts = [], statements = [], notes = [] }: Pick<
    Snapshot,
    "marks" | "verdicts" | "statements" | "notes"
  >,
): void {
  for (const mark of marks) folded.marks.set(mark.question, mark);
  folded.verdicts = verdicts;
  folded.statements = statements;
  folded.notes = notes;
}

/**
 * The fold of a snapshot, or null where another scorer version wrote it. Folding on from it gives the same reports to the
 * last bit.
 */
export function restoreFold(snapshot: Snapshot, questions: ReadonlySet<string>, places?: Places): AttemptFold | null {
  const folded = createFold(questions, places);
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
  folded.path.restore(snapshot.furthest ?? snapshot.question);
  folded.timeline.restore(snapshot.timeline);
  folded.actions.push(...snapshot.actions);
  folded.kept = snapshot.kept ?? null;
  restoreWords(folded, snapshot);
  if (snapshot.times === undefined) folded.times = null;
  else folded.times?.restore(snapshot.times);
  if (snapshot.losses === undefined) folded.losses = null;
  else folded.losses?.restore(snapshot.losses);
  folded.raised = snapshot.raised ?? null;
  return folded;
}
