import { type Operation, type Permission, PERMISSIONS, type Reach, type Role } from "./permissions.ts";

/** Who is asking. */
export type Principal =
  | { kind: "anyone" }
  | { kind: "student" | "reader"; attemptId: string; examId: string }
  | {
    kind: "staff";
    staffId: string;
    username: string;
    role: "proctor" | "instructor" | "admin";
    sessionId: string;
    /** A printed first password that must be changed before anything else is allowed. */
    mustChangePassword: boolean;
  };

/**
 * What an account may do, beside what is open to anyone, while it still has a printed first password: see that
 * it must be changed, change it, and leave.
 */
const WITH_FIRST_PASSWORD: ReadonlySet<Operation> = new Set<Operation>([
  "get_session",
  "delete_session",
  "change_password",
  "page_account",
]);

/** Whether nobody needs a role for an operation. */
export function isOpen(operation: Operation): boolean {
  const { allow }: Permission = PERMISSIONS[operation];
  return allow.anyone !== undefined;
}

/** Whether a principal has to change its printed first password before it may ask for this operation. */
export function mustChangePasswordFirst(principal: Principal, operation: Operation): boolean {
  return principal.kind === "staff" && principal.mustChangePassword && !isOpen(operation) &&
    !WITH_FIRST_PASSWORD.has(operation);
}

/** What is asked about, as far as the request names it. */
export interface Scope {
  examId?: string;
  attemptId?: string;
}

export type Decision = "allowed" | "unauthorized" | "forbidden";

/** Role that a principal acts in. */
export function roleOf(principal: Principal): Role {
  return principal.kind === "staff" ? principal.role : principal.kind;
}

/**
 * Whether a principal may do an operation. A stranger who would need a role is `unauthorized`, everybody else
 * who may not is `forbidden`.
 *
 * @param isAssigned Whether the principal's account is assigned to `scope.examId`; asked only where it matters.
 *
 * @example
 * assert.equal(decide({ kind: "anyone" }, "list_exams", {}, false), "unauthorized");
 */
export function decide(principal: Principal, operation: Operation, scope: Scope, isAssigned: boolean): Decision {
  const allow: Partial<Record<Role, Reach>> = PERMISSIONS[operation].allow;
  const reach = allow[roleOf(principal)];
  if (reach === undefined) return principal.kind === "anyone" ? "unauthorized" : "forbidden";
  if (mustChangePasswordFirst(principal, operation)) return "forbidden";
  if (reach === "all") return "allowed";
  if (reach === "exam") return isAssigned ? "allowed" : "forbidden";
  const isOwn = (principal.kind === "student" || principal.kind === "reader") &&
    (scope.attemptId === undefined || scope.attemptId === principal.attemptId);
  return isOwn ? "allowed" : "forbidden";
}
