import type { AttemptHead } from "../store/attempt_record.ts";
import type { DeadlineStore } from "../store/deadline_store.ts";
import type { Mutation } from "../store/mutation.ts";
import { dueAt } from "./effective_deadline.ts";

/** What a change of the head makes of the attempt's line in the index of deadlines: nothing, most of the time. */
export function deadlineMoves(
  deadlines: DeadlineStore,
  attemptId: string,
  before: AttemptHead,
  after: AttemptHead,
): Mutation[] {
  const was = dueAt(before);
  const is = dueAt(after);
  if (was === is) return [];
  return [
    ...(was === null ? [] : [deadlines.remove({ deadlineMs: was, attemptId })]),
    ...(is === null ? [] : [deadlines.put({ deadlineMs: is, attemptId })]),
  ];
}
