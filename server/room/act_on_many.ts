import { isOver } from "../../protocol/exam.ts";
import { Refusal } from "../errors.ts";
import type { ErrorCode } from "../../protocol/errors.ts";
import type { ProctorAction } from "../../protocol/proctor_messages.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import type { Stores } from "../store/stores.ts";

/** Attempts that are acted on at the same time: each is a few round trips. */
const AT_ONCE = 20;

/** What came of an action on several attempts. */
interface Outcome {
  count: number;
  refused: { attempt_id: string; code: ErrorCode }[];
}

/** The attempts that an action is for. "all" are those of the exam that are not over, and of them those that wait where they are to be admitted. */
export async function targetsOf(
  { examAttempts, attempts }: Pick<Stores, "examAttempts" | "attempts">,
  examId: string,
  ids: readonly string[] | "all",
  type: ProctorAction["type"],
): Promise<readonly string[]> {
  if (ids !== "all") return [...new Set(ids)];
  const all = await Array.fromAsync(examAttempts.list(examId));
  const stored = await attempts.getMany(all);
  const isMeant = ({ state }: AttemptHead) => type === "admit" ? state === "waiting" : !isOver(state);
  return stored.filter(({ head }) => isMeant(head)).map(({ record }) => record.attemptId);
}

/**
 * Does one thing to several attempts. One that refuses holds up no other.
 *
 * @throws What is no refusal.
 */
export async function actOnMany(ids: readonly string[], act: (attemptId: string) => Promise<void>): Promise<Outcome> {
  const outcome: Outcome = { count: 0, refused: [] };
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const group = ids.slice(first, first + AT_ONCE);
    const results = await Promise.allSettled(group.map(act));
    results.forEach((result, index) => {
      if (result.status === "fulfilled") outcome.count++;
      else if (!(result.reason instanceof Refusal)) throw result.reason;
      else outcome.refused.push({ attempt_id: group[index], code: result.reason.code });
    });
  }
  return outcome;
}
