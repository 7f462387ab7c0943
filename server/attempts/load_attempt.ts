import { createState, fold, restoreState, type ScoreState } from "../../scoring/fold.ts";
import { Refusal } from "../errors.ts";
import type { Exams } from "../exams/exams.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { NewEntry } from "../log/entry.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { LogStore } from "../store/log_store.ts";
import type { Snapshot } from "../store/snapshot_store.ts";
import type { Stores } from "../store/stores.ts";
import { AnswerSheet, EditClock } from "./answers.ts";
import type { Contexts } from "./contexts.ts";
import type { AttemptState } from "./live_attempt.ts";
import { Timeline } from "./timeline.ts";

/** Exam of a stored attempt. @throws {Refusal} `not_found` */
export async function requireExam(exams: Exams, examId: string): Promise<Exam> {
  const exam = await exams.get(examId);
  if (exam === null) throw new Refusal("not_found", "The exam is no longer there.");
  return exam;
}

/** Empty state of an attempt that has just begun. */
export function initialState(exam: Exam): AttemptState {
  return {
    score: createState(),
    report: null,
    sheet: new AnswerSheet(new Set(exam.document.questions.map((question) => question.id))),
    clock: new EditClock(),
    timeline: new Timeline(),
  };
}

/** A folded state, and the entry that the snapshot was of which it was folded from; 0 for none. */
export interface LoadedState {
  state: AttemptState;
  snapshotN: number;
}

/**
 * Folds a stored attempt up to its last entry: from the last snapshot where there is one, else from the first
 * entry.
 */
export async function loadState(
  stores: Pick<Stores, "log" | "snapshots" | "tombstones">,
  contexts: Contexts,
  attemptId: string,
  stored: StoredAttempt,
  exam: Exam,
): Promise<LoadedState> {
  const snapshot = await stores.snapshots.get(attemptId);
  const isUsable = snapshot !== null && snapshot.n <= stored.head.n;
  const score = isUsable ? await restoredScore(stores, attemptId, snapshot) : null;
  const from = isUsable && score !== null ? restored(snapshot, score, stored, exam) : null;
  const state = from ?? initialState(exam);
  const snapshotN = from === null ? 0 : snapshot?.n ?? 0;
  if (snapshotN < stored.head.n) await foldLog(state, stores.log, contexts, attemptId, snapshotN, stored.head.n);
  return { state, snapshotN };
}

/**
 * The scorer's state of a snapshot. One of another scorer version is not read: null, so that the log is folded anew, or
 * an empty state where the log was removed. Then the report is all that is left, and nothing is scored any more.
 */
async function restoredScore(
  { tombstones }: Pick<Stores, "tombstones">,
  attemptId: string,
  { score }: Snapshot,
): Promise<ScoreState | null> {
  try {
    return restoreState(score);
  } catch {
    return await tombstones.get(attemptId) === null ? null : createState();
  }
}

function restored(snapshot: Snapshot, score: ScoreState, stored: StoredAttempt, exam: Exam): AttemptState {
  const state = initialState(exam);
  state.score = score;
  state.report = snapshot.report;
  state.sheet.restore(snapshot.answers, snapshot.question);
  state.clock.begin(stored.record.startedAt, snapshot.deadline, snapshot.isStopped);
  state.timeline.restore(snapshot.timeline);
  return state;
}

/** Folds the log's entries from the one after `after` to `upTo` into a state: what live scoring did, again. */
export async function foldLog(
  state: AttemptState,
  log: LogStore,
  contexts: Contexts,
  attemptId: string,
  after: number,
  upTo: number,
): Promise<void> {
  let t = state.report?.t ?? 0;
  for await (const { entry } of log.read(attemptId, after)) {
    if (entry.n > upTo) break;
    t = stepState(state, entry, await contexts.require(entry.context), t);
  }
}

/**
 * Folds one entry into a state.
 *
 * @param lastT Highest attempt time so far, ms.
 * @returns The highest attempt time behind it.
 */
export function stepState(state: AttemptState, entry: NewEntry, context: ScoringContext, lastT: number): number {
  const { score, sheet, clock, timeline } = state;
  clock.follow(entry);
  if (entry.kind !== "batch") {
    if (entry.kind === "answered") sheet.set(entry.answers);
    state.report = fold(score, { kind: entry.kind }, context);
    return lastT;
  }
  const report = fold(score, { kind: "batch", events: entry.events, late: entry.late }, context);
  const t = Math.max(lastT, entry.events[entry.events.length - 1].t);
  state.report = report;
  timeline.add(t, report.risk);
  const terms = clock.termsAt(entry.received_at);
  for (const event of entry.events) sheet.apply(event, terms);
  return t;
}
