import type { Principal } from "../../server/auth/decide.ts";
import { Refusal } from "../../server/errors.ts";

/** The attempt that a student's token opens. @throws {Refusal} `unauthorized` */
export function ownAttemptId(principal: Principal): string {
  if (principal.kind !== "student") throw new Refusal("unauthorized", "student_token_needed");
  return principal.attemptId;
}

/** The attempt whose evidence a student's token, or a reader's, opens. @throws {Refusal} `unauthorized` */
export function readAttemptId(principal: Principal): string {
  return principal.kind === "reader" ? principal.attemptId : ownAttemptId(principal);
}
