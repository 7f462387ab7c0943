import type { AssignmentBody } from "../../protocol/review.ts";
import { said } from "../../words/refusal.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { reviewOf } from "../exams/review_state.ts";
import { Refusal } from "../errors.ts";
import type { Mutation } from "../store/mutation.ts";
import { normalUsername } from "../store/staff_store.ts";
import type { Stores } from "../store/stores.ts";

/**
 * Gives an attempt to a reviewer, or to nobody. Who reviews what is no evidence: it stands in the head alone, and in the audit log.
 *
 * @returns The account that has it now.
 * @throws {Refusal} `not_found` for an account that does not work on the exam; `conflict` where somebody else has it since.
 */
export async function assignReview(
  attempt: LiveAttempt,
  stores: Pick<Stores, "staff" | "assignments">,
  { to, seen }: AssignmentBody,
  writes: readonly Mutation[] = [],
): Promise<string | null> {
  const username = to === null ? null : await reviewerOf(stores, attempt.record.examId, to);
  const { assignedTo } = reviewOf(attempt.head);
  if (assignedTo === username) return username;
  if (seen !== undefined && seen !== assignedTo) {
    throw new Refusal("conflict", assignedTo === null ? "taken_back" : said("taken_meanwhile", { by: assignedTo }));
  }
  await attempt.note((head) => ({ review: { ...reviewOf(head), assignedTo: username } }), writes);
  return username;
}

async function reviewerOf(
  { staff, assignments }: Pick<Stores, "staff" | "assignments">,
  examId: string,
  name: string,
): Promise<string> {
  const account = await staff.byName(normalUsername(name));
  if (account === null || account.record.disabledAt !== null) {
    throw new Refusal("not_found", "no_such_reviewer", { path: "to" });
  }
  const { staffId, role, username } = account.record;
  if (role !== "admin" && !await assignments.isAssigned(staffId, examId)) {
    throw new Refusal("not_found", "no_such_reviewer", { path: "to" });
  }
  return username;
}
