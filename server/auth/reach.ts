/** A role, or a stranger; a reader is a student who comes by a link to the evidence of their own attempt, once it is over. */
export type Role = "anyone" | "student" | "reader" | "proctor" | "instructor" | "admin";

/**
 * Where a role may do it: everywhere, on the attempt that its token opens (`own`), or in the exams that it is
 * assigned to (`exam`).
 */
export type Reach = "all" | "own" | "exam";

export interface Permission {
  method: "get" | "post" | "put" | "delete" | "socket";
  path: string;
  allow: Partial<Record<Role, Reach>>;
  /** Why it is open to anyone, where that does not follow from what it is: a probe, a public page, a way to come in. */
  reason?: string;
}

export const ANYONE = {
  anyone: "all",
  student: "all",
  reader: "all",
  proctor: "all",
  instructor: "all",
  admin: "all",
} as const;
export const STAFF = { proctor: "all", instructor: "all", admin: "all" } as const;
export const EXAM_STAFF = { proctor: "exam", instructor: "exam", admin: "all" } as const;
export const AUTHORS = { instructor: "all", admin: "all" } as const;
export const EXAM_AUTHORS = { instructor: "exam", admin: "all" } as const;
export const ADMIN = { admin: "all" } as const;
export const OWN = { student: "own" } as const;
export const OWN_EVIDENCE = { student: "own", reader: "own" } as const;
