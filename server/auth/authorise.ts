import { Refusal } from "../errors.ts";
import type { AssignmentStore } from "../store/assignment_store.ts";
import type { Identity } from "./identify.ts";
import { decide, mustChangePasswordFirst, roleOf, type Scope } from "./decide.ts";
import type { Operation, Reach, Role } from "./permissions.ts";
import { PERMISSIONS } from "./permissions.ts";

/**
 * Lets an identified caller through to an operation, or not: `decide` with the assignment looked up where it
 * matters, and the refusal in words. Asked before the body is read: where only the body names the exam, a role
 * that may be assigned is let through, and the handler asks `decide` again with what the body says.
 *
 * @throws {Refusal} `unauthorized`, `forbidden` or `password_change_required`.
 */
export async function authorise(
  { principal, withheld }: Identity,
  operation: Operation,
  scope: Scope,
  assignments: Pick<AssignmentStore, "isAssigned">,
): Promise<void> {
  const allow: Partial<Record<Role, Reach>> = PERMISSIONS[operation].allow;
  const isAssigned = principal.kind === "staff" && allow[roleOf(principal)] === "exam" &&
    (scope.examId === undefined || await assignments.isAssigned(principal.staffId, scope.examId));
  const decision = decide(principal, operation, scope, isAssigned);
  if (decision === "allowed") return;
  if (mustChangePasswordFirst(principal, operation)) {
    throw new Refusal("password_change_required", "first_password");
  }
  if (withheld === "header") {
    throw new Refusal("forbidden", "header_needed");
  }
  if (decision === "unauthorized") {
    throw new Refusal("unauthorized", withheld === "token" ? "opens_nothing_sign_in" : "sign_in_first");
  }
  throw new Refusal("forbidden", "not_yours");
}
