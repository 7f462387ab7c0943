import { isOver } from "../../protocol/exam.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { leaveSeat } from "../attempts/sittings.ts";
import { requireExam, requireNewest } from "../attempts/load_attempt.ts";
import { takeSnapshot } from "../attempts/snapshots.ts";
import { Refusal } from "../errors.ts";
import { examHashes } from "../evidence/exam_hashes.ts";
import { wholeExam } from "../exams/drawn_exam.ts";
import { makeSeal } from "../evidence/seal.ts";
import { keyMarks } from "../marking/mark_paper.ts";
import { marksOfAttempt } from "../marking/marks_of_attempt.ts";
import { sha256Hex } from "../log/hash.ts";
import { said } from "../../words/refusal.ts";
import type { AttemptHead, AttemptRecord } from "../store/attempt_record.ts";
import type { Check, Mutation } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";
import type { Tombstone } from "../store/tombstone_store.ts";

/** Why an attempt's removal is carried out, and what belongs into its first atomic. */
interface Removal {
  cause: Tombstone["cause"];
  now: number;
  /** The lease of the job that does it; null for a person who asked. */
  fence: Check | null;
  /** The audit log's line. */
  line: Mutation;
}

/**
 * Whether something of an attempt may be removed.
 *
 * @throws {Refusal} `wrong_state` while it is under way, may still take late batches, or has open flags.
 */
export async function requireSettled(
  { flags: store }: Pick<Stores, "flags">,
  attemptId: string,
  { examId }: Pick<AttemptRecord, "examId">,
  head: AttemptHead,
  graceMs: number,
  now: number,
): Promise<void> {
  if (!isOver(head.state)) {
    throw new Refusal("wrong_state", said("cannot_remove_under_way", { state: head.state }));
  }
  if (head.state === "expired" && now <= head.deadline + graceMs) {
    throw new Refusal("wrong_state", "cannot_remove_in_grace");
  }
  const flags = await store.list(examId, attemptId);
  if (head.openFlags > 0 || flags.some((flag) => flag.state === "open")) {
    throw new Refusal("wrong_state", "cannot_remove_in_review");
  }
}

/**
 * Removes an attempt's raw events and answers. Its record, its last report and what explains it stay, and a seal of what
 * its log was bound to.
 *
 * @throws {Refusal} `not_found`, `wrong_state`, `unavailable`.
 */
export async function removeEvents(attempts: Attempts, attemptId: string, removal: Removal): Promise<Tombstone> {
  const { stores } = attempts;
  const { stored, snapshot, marks, exam } = await takeOver(attempts, attemptId, removal.now);
  const links = await keepLinks(stores, attemptId, stored.head);
  const tombstone = await tombstoneOf(stores, attemptId, stored, "events", { ...removal, links });
  const { record, head } = stored;
  const seal = makeSeal(attempts.signer, {
    attempt_id: attemptId,
    exam_id: record.examId,
    ...examHashes(wholeExam(exam).document),
    of: record,
    n: head.n,
    chain: head.chain,
    sealed_at: removal.now,
    flags: await stores.flags.list(record.examId, attemptId),
  });
  const emptied = stores.snapshots.put(attemptId, {
    ...snapshot,
    answers: {},
    question: null,
    actions: [],
    times: undefined,
    losses: undefined,
    // What the keys gave is kept, too: without the answers nobody can mark them again.
    marks: [...snapshot.marks ?? [], ...keyMarks(marks)],
  });
  await commitRemoval(stores, removal, [
    ...stores.attempts.replaceHead(attemptId, stored.versionstamp, { ...head, question: null }),
    stores.tombstones.put(tombstone),
    stores.seals.put(seal),
    removal.line,
    ...emptied.mutations,
  ]);
  await emptied.tidy();
  return await finishRemoval(stores, tombstone);
}

/**
 * Removes everything of an attempt, with whatever names its student. Numbers stay.
 *
 * @throws {Refusal} `not_found`, `wrong_state`, `unavailable`.
 */
export async function removeEverything(attempts: Attempts, attemptId: string, removal: Removal): Promise<Tombstone> {
  const { stores } = attempts;
  const { stored } = await takeOver(attempts, attemptId, removal.now);
  const { record, head } = stored;
  const links = (await stores.tombstones.get(attemptId))?.links ?? await keepLinks(stores, attemptId, head);
  const tombstone = await tombstoneOf(stores, attemptId, stored, "everything", { ...removal, links });
  await commitRemoval(stores, removal, [
    stores.attempts.unchanged(attemptId, stored.versionstamp),
    stores.tombstones.put(tombstone),
    removal.line,
    ...stores.attempts.remove(attemptId),
    stores.studentTokens.remove(record.tokenHash),
    stores.seals.remove(attemptId),
    stores.deadlines.remove({ deadlineMs: head.deadline, attemptId }),
    ...leaveSeat(stores, record),
    ...await removalOfLine(stores, record, removal.cause),
    ...(record.trialOf === undefined ? [] : [stores.trials.remove(record.examId, attemptId)]),
  ]);
  return await finishRemoval(stores, tombstone);
}

/**
 * Takes the student off the roster, unless they sit the exam once more. A make-up sitting that was not begun keeps the line from
 * its time being over, and not from a person who asked.
 */
async function removalOfLine(
  { roster }: Stores,
  { attemptId, examId, rosterHash }: AttemptRecord,
  cause: Tombstone["cause"],
): Promise<Mutation[]> {
  const line = rosterHash === null ? null : await roster.get(rosterHash);
  if (rosterHash === null || line === null) return [];
  const { attemptId: current, earlier = [], tokenHash } = line.value;
  const isNotBegun = current === null && earlier.includes(attemptId);
  if (current !== attemptId && !(cause === "erasure" && isNotBegun)) return [];
  return [roster.unchanged(rosterHash, line.versionstamp), ...roster.remove(examId, rosterHash, tokenHash)];
}

/** Goes on with a removal that may have been interrupted, and marks it as done. */
export async function finishRemoval(stores: Stores, tombstone: Tombstone): Promise<Tombstone> {
  const { attempt_id, exam_id, removed } = tombstone;
  await stores.log.removeAll(attempt_id);
  await stores.actions.removeAll(attempt_id);
  await stores.privateReasons.removeAll(attempt_id);
  await stores.attemptFiles.removeAll(attempt_id);
  await stores.evidenceLinks.removeAll(attempt_id);
  if (removed === "everything") {
    await stores.snapshots.remove(attempt_id);
    await stores.flags.removeAll(exam_id, attempt_id);
    await stores.alerts.removeAll(exam_id, attempt_id);
  }
  const done: Tombstone = { ...tombstone, is_done: true };
  await stores.commit([stores.cohorts.removeMember(exam_id, attempt_id), stores.tombstones.put(done)]);
  return done;
}

/**
 * Makes sure that nobody else writes the attempt, nor this instance, from here on. One that may not be removed is not
 * disturbed.
 */
async function takeOver(attempts: Attempts, attemptId: string, now: number) {
  const { stores } = attempts;
  const found = await attempts.stored(attemptId);
  if (found === null) throw new Refusal("not_found", "no_such_attempt");
  const exam = await requireExam(attempts.exams, found.record);
  const graceMs = exam.document.policy.grace_minutes * 60_000;
  await requireSettled(stores, attemptId, found.record, found.head, graceMs, now);
  const attempt = await attempts.open(attemptId);
  await attempt.settled();
  await attempts.snapshots.drained();
  const snapshot = takeSnapshot(attempt);
  const marks = marksOfAttempt(attempt, await requireNewest(attempts.exams, found.record.examId));
  attempt.abandon();
  const stored = await attempts.stored(attemptId);
  if (stored === null || stored.head.n !== snapshot.n || stored.head.writer.instance !== attempts.instance) {
    throw new Refusal("unavailable", "in_use_elsewhere");
  }
  await requireSettled(stores, attemptId, stored.record, stored.head, graceMs, now);
  return { stored, snapshot, marks, exam };
}

/**
 * Keeps the hashes of a log that is about to go. @returns The hash of them all; nothing for a log that went before hashes
 * were kept.
 */
async function keepLinks(
  { log, links }: Pick<Stores, "log" | "links">,
  attemptId: string,
  { n }: AttemptHead,
): Promise<string | undefined> {
  const hashes: string[] = [];
  for await (const { bytes } of log.read(attemptId)) hashes.push(sha256Hex(bytes));
  if (hashes.length !== n) return undefined;
  await links.keep(attemptId, hashes);
  return sha256Hex(hashes.join(""));
}

async function tombstoneOf(
  { flags: store }: Pick<Stores, "flags">,
  attempt_id: string,
  { record, head }: { record: AttemptRecord; head: AttemptHead },
  removed: Tombstone["removed"],
  { cause, now, links }: Removal & { links: string | undefined },
): Promise<Tombstone> {
  const flags = await store.list(record.examId, attempt_id);
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
    ...(links && { links }),
    counts: { entries: head.n, batches: head.lastSeq, answered: head.answered, flags: flags.length },
  };
}

async function commitRemoval({ commit }: Stores, { fence }: Removal, mutations: Mutation[]): Promise<void> {
  if (await commit(fence === null ? mutations : [fence, ...mutations]) !== null) return;
  throw new Refusal("unavailable", "changed_meanwhile");
}
