import type { Batch } from "../../protocol/events.ts";
import { firstUnsorted } from "../../protocol/events.ts";
import { isOver } from "../../protocol/exam.ts";
import type { LateWork, LateWorkAnswer } from "../../protocol/late_work.ts";
import { said } from "../../words/refusal.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { answerIndices } from "../attempts/batch_outcome.ts";
import { handedOver, type Instruction } from "../attempts/interventions.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { Refusal } from "../errors.ts";
import { eventsHash } from "../log/hash.ts";
import type { Mutation } from "../store/mutation.ts";

/** Batches that wait for the store at once. */
const AT_ONCE = 32;

/**
 * Takes in what a device still held after the grace: batches that the log does not have, in their order, each marked late and
 * by whom. They are evidence as ever; what they write is applied by {@link applyLateWork} alone. The same file again adds
 * nothing, also where the first time broke off.
 *
 * @param line The audit log's.
 * @throws {Refusal} `not_found`, `wrong_state` while the attempt is under way or its events are removed, `out_of_order`,
 * `unavailable`.
 */
export async function takeLateWork(
  attempts: Attempts,
  work: LateWork,
  instruction: Instruction,
  line: Mutation,
): Promise<LateWorkAnswer> {
  const attempt = await openEnded(attempts, work.attempt_id);
  for (const { events } of work.batches) {
    const unsorted = firstUnsorted(events);
    if (unsorted !== -1) throw new Refusal("out_of_order", said("out_of_order", { path: `events.${unsorted}.t` }));
  }
  // The same file given twice at once: the second one finds what the first one added.
  return await attempts.turns.take(work.attempt_id, () => takeNew(attempts, attempt, work, instruction, line));
}

/** Takes in what the log does not have, and what stands twice in the file once. */
async function takeNew(
  attempts: Attempts,
  attempt: LiveAttempt,
  work: LateWork,
  instruction: Instruction,
  line: Mutation,
): Promise<LateWorkAnswer> {
  const known = await hashesOf(attempts, attempt);
  const fresh = work.batches.toSorted((a, b) => a.seq - b.seq).filter(({ events }) => {
    const hash = eventsHash(events);
    const isNew = !known.has(hash);
    known.add(hash);
    return isNew;
  });
  if (fresh.length > 0) await append(attempts, attempt, fresh, instruction, line);
  return {
    taken: fresh.length,
    known: work.batches.length - fresh.length,
    edits: fresh.reduce((sum, batch) => sum + answerIndices(batch).length, 0),
  };
}

/** An attempt that is over and whose log is whole, as its writer. @throws {Refusal} `not_found`, `wrong_state` */
export async function openEnded(attempts: Attempts, attemptId: string): Promise<LiveAttempt> {
  if (await attempts.stores.tombstones.get(attemptId) !== null) throw new Refusal("wrong_state", "events_removed");
  const attempt = await attempts.openFresh(attemptId);
  const { state } = attempt.head;
  if (!isOver(state)) throw new Refusal("wrong_state", said("cannot_hand_over", { state }));
  return attempt;
}

async function hashesOf({ log }: Attempts, { attemptId }: LiveAttempt): Promise<Set<string>> {
  const hashes = new Set<string>();
  for await (const { entry } of log.read(attemptId)) if (entry.kind === "batch") hashes.add(eventsHash(entry.events));
  return hashes;
}

async function append(
  attempts: Attempts,
  attempt: LiveAttempt,
  batches: readonly Batch[],
  instruction: Instruction,
  line: Mutation,
): Promise<void> {
  attempts.hold(attempt);
  try {
    const fromSeq = attempt.head.lastSeq + 1;
    for (let first = 0; first < batches.length; first += AT_ONCE) {
      const group = batches.slice(first, first + AT_ONCE);
      await Promise.all(group.map((batch) => attempt.handOver(batch, instruction.by, instruction.now)));
    }
    await attempt.intervene(handedOver(instruction, fromSeq, attempt.head.lastSeq), [line]);
  } finally {
    attempts.release(attempt);
  }
}
