/** The top bar of the staff's pages. */
export const staff_header = {
  main: "Main",
  exams: "Exams",
  admin: "Admin",
  account: "Account",
  viewer: "{name} · {role}",
  sign_out: "Sign out",
} as const;
