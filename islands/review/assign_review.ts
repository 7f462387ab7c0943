import { AssignmentAnswer, type ReviewRow } from "../../protocol/review.ts";
import { callStaff, type Outcome } from "../staff/staff_api.ts";

/**
 * Gives the review of an attempt to somebody, or back to nobody; refused where it went to somebody else meanwhile.
 *
 * @param base Of the exam's endpoints.
 */
export function assignReview(
  base: string,
  { attempt_id, assigned_to }: Pick<ReviewRow, "attempt_id" | "assigned_to">,
  to: string | null,
): Promise<Outcome<AssignmentAnswer>> {
  return callStaff({
    method: "PUT",
    path: `${base}/attempts/${attempt_id}/assignment`,
    body: { to, seen: assigned_to },
    answer: AssignmentAnswer,
  });
}
