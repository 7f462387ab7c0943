import { isOver } from "../../protocol/exam.ts";
import type { AttemptHead, AttemptRecord } from "../attempts/attempt_head.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { requireExam } from "../attempts/load_attempt.ts";
import { takeSnapshot } from "../attempts/snapshots.ts";
import { newId } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import { listFlags } from "../review/flags.ts";
import { documentWrites, partsPrefix, removeParts } from "../store/document.ts";
import { keys } from "../store/keys.ts";
import type { Write } from "../store/parts.ts";
import type { Tombstone } from "./tombstone.ts";

/** Keys that one atomic deletes. */
const DELETES_AN_ATOMIC = 200;

/** Why an attempt's removal is carried out, and what belongs into its first atomic. */
export interface Removal {
  cause: Tombstone["cause"];
  now: number;
  /** The lease of the job that does it; null for a person who asked. */
  fence: Deno.AtomicCheck | null;
  /** The audit log's line. */
  line: Write;
}

/**
 * Whether something of an attempt may be removed.
 *
 * @throws {Refusal} `wrong_state` while it is under way, may still take late batches, or has open flags.
 */
export async function requireSettled(
  kv: Deno.Kv,
  attemptId: string,
  { examId }: Pick<AttemptRecord, "examId">,
  head: AttemptHead,
  graceMs: number,
  now: number,
): Promise<void> {
  if (!isOver(head.state)) {
    throw new Refusal("wrong_state", `Cannot remove: the attempt is ${head.state}. End it first.`);
  }
  if (head.state === "expired" && now <= head.deadline + graceMs) {
    throw new Refusal("wrong_state", "Cannot remove: the attempt still takes late batches.");
  }
  const flags = await listFlags(kv, examId, attemptId);
  if (head.openFlags > 0 || flags.some((flag) => flag.state === "open")) {
    throw new Refusal("wrong_state", "Cannot remove: a review is open. Decide on its flags first.");
  }
}

/**
 * Removes an attempt's raw events and answers. Its record, its last report and what explains it stay.
 *
 * @throws {Refusal} `not_found`, `wrong_state`, `unavailable`.
 */
export async function removeEvents(attempts: Attempts, attemptId: string, removal: Removal): Promise<Tombstone> {
  const { kv } = attempts;
  const { stored, snapshot } = await takeOver(attempts, attemptId, removal.now);
  const tombstone = await tombstoneOf(kv, attemptId, stored, "events", removal);
  const generation = newId();
  let atomic = kv.atomic().check({ key: keys.head(attemptId), versionstamp: stored.versionstamp })
    .set(keys.head(attemptId), { ...stored.head, question: null })
    .set(keys.tombstone(attemptId), tombstone)
    .set(removal.line.key, removal.line.value);
  for (
    const write of documentWrites(
      keys.snapshot(attemptId),
      { ...snapshot, answers: {}, question: null, actions: [] },
      generation,
    )
  ) {
    atomic = atomic.set(write.key, write.value);
  }
  await commit(atomic, removal);
  await removeParts(kv, keys.snapshot(attemptId), generation);
  return await finishRemoval(kv, tombstone);
}

/**
 * Removes everything of an attempt, with whatever names its student. Numbers stay.
 *
 * @throws {Refusal} `not_found`, `wrong_state`, `unavailable`.
 */
export async function removeEverything(attempts: Attempts, attemptId: string, removal: Removal): Promise<Tombstone> {
  const { kv } = attempts;
  const { stored } = await takeOver(attempts, attemptId, removal.now);
  const { record, head } = stored;
  const tombstone = await tombstoneOf(kv, attemptId, stored, "everything", removal);
  let atomic = kv.atomic().check({ key: keys.head(attemptId), versionstamp: stored.versionstamp })
    .set(keys.tombstone(attemptId), tombstone)
    .set(removal.line.key, removal.line.value)
    .delete(keys.head(attemptId))
    .delete(keys.attempt(attemptId))
    .delete(keys.attemptByToken(record.tokenHash))
    .delete(keys.deadline(head.deadline, attemptId));
  if (record.rosterHash !== null) {
    atomic = atomic.delete(keys.rosterEntry(record.rosterHash))
      .delete(keys.rosterByExam(record.examId, record.rosterHash));
  }
  await commit(atomic, removal);
  return await finishRemoval(kv, tombstone);
}

/** Goes on with a removal that may have been interrupted, and marks it as done. */
export async function finishRemoval(kv: Deno.Kv, tombstone: Tombstone): Promise<Tombstone> {
  const { attempt_id, exam_id, removed } = tombstone;
  await removePrefix(kv, keys.logPartPrefix(attempt_id));
  await removePrefix(kv, keys.logPrefix(attempt_id));
  await removePrefix(kv, keys.actionsPrefix(attempt_id));
  await kv.delete(keys.cohortMember(exam_id, attempt_id));
  if (removed === "everything") {
    await kv.delete(keys.snapshot(attempt_id));
    await removePrefix(kv, partsPrefix(keys.snapshot(attempt_id)));
    await removePrefix(kv, keys.flagsByAttemptPrefix(exam_id, attempt_id));
  }
  const done: Tombstone = { ...tombstone, is_done: true };
  await kv.set(keys.tombstone(attempt_id), done);
  return done;
}

/**
 * Makes sure that nobody else writes the attempt, nor this instance, from here on. One that may not be removed is not
 * disturbed.
 */
async function takeOver(attempts: Attempts, attemptId: string, now: number) {
  const { kv } = attempts;
  const found = await attempts.stored(attemptId);
  if (found === null) throw new Refusal("not_found", "There is no such attempt.");
  const exam = await requireExam(attempts.exams, found.record.examId);
  const graceMs = exam.document.policy.grace_minutes * 60_000;
  await requireSettled(kv, attemptId, found.record, found.head, graceMs, now);
  const attempt = await attempts.open(attemptId);
  await attempt.settled();
  await attempts.snapshots.drained();
  const snapshot = takeSnapshot(attempt);
  attempt.abandon();
  const stored = await attempts.stored(attemptId);
  if (stored === null || stored.head.n !== snapshot.n || stored.head.writer.instance !== attempts.instance) {
    throw new Refusal("unavailable", "The attempt is in use elsewhere. Please try again.");
  }
  await requireSettled(kv, attemptId, stored.record, stored.head, graceMs, now);
  return { stored, snapshot };
}

async function tombstoneOf(
  kv: Deno.Kv,
  attempt_id: string,
  { record, head }: { record: AttemptRecord; head: AttemptHead },
  removed: Tombstone["removed"],
  { cause, now }: Removal,
): Promise<Tombstone> {
  const flags = await listFlags(kv, record.examId, attempt_id);
  return {
    attempt_id,
    exam_id: record.examId,
    removed,
    cause,
    is_done: false,
    at: now,
    state: head.state,
    ended_at: head.endedAt,
    chain: head.chain,
    counts: { entries: head.n, batches: head.lastSeq, answered: head.answered, flags: flags.length },
  };
}

async function commit(atomic: Deno.AtomicOperation, { fence }: Removal): Promise<void> {
  const committed = await (fence === null ? atomic : atomic.check(fence)).commit();
  if (!committed.ok) throw new Refusal("unavailable", "The attempt changed in the same moment. Please try again.");
}

async function removePrefix(kv: Deno.Kv, prefix: Deno.KvKey): Promise<void> {
  let atomic = kv.atomic();
  let count = 0;
  for await (const { key } of kv.list({ prefix })) {
    atomic = atomic.delete(key);
    if (++count % DELETES_AN_ATOMIC !== 0) continue;
    await atomic.commit();
    atomic = kv.atomic();
  }
  await atomic.commit();
}
