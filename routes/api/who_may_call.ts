import type { Permission, Reach, Role } from "../../server/auth/permissions.ts";

/** How a row of the permission table is said, role by role. */
const SAID: Record<Exclude<Role, "anyone">, Record<Reach, string>> = {
  student: { all: "students", own: "the attempt's own student", exam: "students of the exam" },
  reader: { all: "", own: "whoever holds a link to the attempt's evidence", exam: "" },
  proctor: { all: "proctors", own: "", exam: "proctors of the exam" },
  instructor: { all: "instructors", own: "", exam: "instructors of the exam" },
  admin: { all: "admins", own: "", exam: "admins" },
};

/**
 * Who may call an operation, in a sentence.
 *
 * @example
 * assert.equal(whoMayCall({ admin: "all" }), "For admins.");
 */
export function whoMayCall(allow: Permission["allow"]): string {
  if (allow.anyone !== undefined) return "Open to anyone.";
  const said = (Object.keys(SAID) as (keyof typeof SAID)[]).flatMap((role) => {
    const reach = allow[role];
    return reach === undefined ? [] : [SAID[role][reach]];
  });
  return `For ${new Intl.ListFormat("en-GB").format(said)}.`;
}
