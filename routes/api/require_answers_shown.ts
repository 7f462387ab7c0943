import { type Principal, roleOf } from "../../server/auth/decide.ts";
import { Refusal } from "../../server/errors.ts";
import type { Exam } from "../../server/store/exam_store.ts";

/**
 * Proctors read answers only where the exam's policy says so.
 *
 * @param newest The exam as it is now: an attempt's own revision would keep open what has been taken back since.
 * @throws {Refusal} `forbidden`
 */
export function requireAnswersShown(principal: Principal, newest: Pick<Exam, "document">): void {
  const { policy } = newest.document;
  if (roleOf(principal) === "proctor" && policy.proctors_see !== "answers") {
    throw new Refusal("forbidden", "answers_not_for_proctors");
  }
}
