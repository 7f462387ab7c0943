/** What somebody of the staff is. */
export const roles = {
  proctor: "proctor",
  instructor: "instructor",
  admin: "admin",
} as const;
