import { createState, fold, restoreState } from "../../scoring/fold.ts";
import { isId } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import type { Exam, Exams } from "../exams/exams.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { NewEntry } from "../log/entry.ts";
import type { EventLog } from "../log/event_log.ts";
import { keys } from "../store/keys.ts";
import { AnswerSheet } from "../../protocol/items/answer_sheet.ts";
import { EditClock } from "./edit_clock.ts";
import { AttemptHead, AttemptRecord, type StoredHead } from "./attempt_head.ts";
import type { Contexts } from "./contexts.ts";
import type { AttemptState } from "./live_attempt.ts";
import { getSnapshot, type Snapshot } from "./snapshots.ts";
import { Timeline } from "./timeline.ts";

/** An attempt as the store has it. */
export interface StoredAttempt extends StoredHead {
  record: AttemptRecord;
}

/** Attempts read in one round trip: a `getMany` takes ten keys. */
const ATTEMPTS_A_READ = 5;

/** Reads an attempt's record and head, or null. */
export async function getAttempt(kv: Deno.Kv, attemptId: string): Promise<StoredAttempt | null> {
  if (!isId(attemptId)) return null;
  const [record, head] = await kv.getMany<[unknown, unknown]>([keys.attempt(attemptId), keys.head(attemptId)]);
  return parseAttempt(record, head);
}

/** Records and heads of many attempts, in their order; those that are not there are left out. */
export async function getAttempts(kv: Deno.Kv, attemptIds: readonly string[]): Promise<StoredAttempt[]> {
  const groups: string[][] = [];
  for (let first = 0; first < attemptIds.length; first += ATTEMPTS_A_READ) {
    groups.push(attemptIds.slice(first, first + ATTEMPTS_A_READ));
  }
  const read = await Promise.all(groups.map(async (group) => {
    const entries = await kv.getMany<unknown[]>(group.flatMap((id) => [keys.attempt(id), keys.head(id)]));
    return group.map((_, index) => parseAttempt(entries[2 * index], entries[2 * index + 1]));
  }));
  return read.flat().filter((stored) => stored !== null);
}

/** Reads an attempt's head alone, or null. */
export async function getHead(kv: Deno.Kv, attemptId: string): Promise<StoredHead | null> {
  const head = await kv.get(keys.head(attemptId));
  return head.versionstamp === null ? null : { head: AttemptHead.parse(head.value), versionstamp: head.versionstamp };
}

function parseAttempt(
  record: Deno.KvEntryMaybe<unknown>,
  head: Deno.KvEntryMaybe<unknown>,
): StoredAttempt | null {
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
  kv: Deno.Kv,
  log: EventLog,
  contexts: Contexts,
  attemptId: string,
  stored: StoredAttempt,
  exam: Exam,
): Promise<LoadedState> {
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
  const untilT = clock.untilT(entry.received_at);
  for (const event of entry.events) sheet.apply(event, untilT);
  return t;
}
