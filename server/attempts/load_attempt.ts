import { createState, fold, restoreState } from "../../scoring/fold.ts";
import { Refusal } from "../errors.ts";
import type { Exam, Exams } from "../exams/exams.ts";
import type { EventLog } from "../log/event_log.ts";
import { keys } from "../store/keys.ts";
import { AnswerSheet, EditClock } from "./answers.ts";
import { AttemptHead, AttemptRecord } from "./attempt_head.ts";
import type { Contexts } from "./contexts.ts";
import type { AttemptState } from "./live_attempt.ts";
import { getSnapshot, type Snapshot } from "./snapshots.ts";
import { Timeline } from "./timeline.ts";

/** An attempt as the store has it. */
export interface StoredAttempt {
  record: AttemptRecord;
  head: AttemptHead;
  versionstamp: string;
}

/** Reads an attempt's record and head, or null. */
export async function getAttempt(kv: Deno.Kv, attemptId: string): Promise<StoredAttempt | null> {
  const [record, head] = await kv.getMany<[unknown, unknown]>([keys.attempt(attemptId), keys.head(attemptId)]);
  if (record.versionstamp === null || head.versionstamp === null) return null;
  return {
    record: AttemptRecord.parse(record.value),
    head: AttemptHead.parse(head.value),
    versionstamp: head.versionstamp,
  };
}

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

/**
 * Folds a stored attempt up to its last entry: from the last snapshot where there is one, else from the first
 * entry.
 *
 * @returns The state, and the entry that the snapshot was of (0 for none).
 */
export async function loadState(
  kv: Deno.Kv,
  log: EventLog,
  contexts: Contexts,
  attemptId: string,
  stored: StoredAttempt,
  exam: Exam,
): Promise<{ state: AttemptState; snapshotN: number }> {
  const snapshot = await getSnapshot(kv, attemptId);
  const from = snapshot !== null && snapshot.n <= stored.head.n ? restored(snapshot, stored, exam) : null;
  const state = from ?? initialState(exam);
  const snapshotN = from === null ? 0 : snapshot?.n ?? 0;
  if (snapshotN < stored.head.n) await foldLog(state, log, contexts, attemptId, snapshotN, stored.head.n);
  return { state, snapshotN };
}

function restored(snapshot: Snapshot, stored: StoredAttempt, exam: Exam): AttemptState | null {
  const state = initialState(exam);
  try {
    state.score = restoreState(snapshot.score);
  } catch {
    // Of another scorer version: the log is folded anew.
    return null;
  }
  state.report = snapshot.report;
  state.sheet.restore(snapshot.answers, snapshot.question);
  state.clock.begin(stored.record.startedAt, snapshot.deadline, snapshot.isStopped);
  state.timeline.restore(snapshot.timeline);
  return state;
}

/** Folds the log's entries from the one after `after` to `upTo` into a state: what live scoring did, again. */
export async function foldLog(
  state: AttemptState,
  log: EventLog,
  contexts: Contexts,
  attemptId: string,
  after: number,
  upTo: number,
): Promise<void> {
  let t = state.report?.t ?? 0;
  for await (const { entry } of log.read(attemptId, after)) {
    if (entry.n > upTo) break;
    const context = await contexts.require(entry.context);
    state.clock.follow(entry);
    if (entry.kind === "batch") {
      const report = fold(state.score, { kind: "batch", events: entry.events, late: entry.late }, context);
      state.report = report;
      t = Math.max(t, entry.events[entry.events.length - 1].t);
      state.timeline.add(t, report.risk);
      const terms = state.clock.termsAt(entry.received_at);
      for (const event of entry.events) state.sheet.apply(event, terms);
    } else {
      if (entry.kind === "answered") state.sheet.set(entry.answers);
      state.report = fold(state.score, { kind: entry.kind }, context);
    }
  }
}
