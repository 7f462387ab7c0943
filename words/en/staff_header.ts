/** The top bar of the staff's pages. */
export const staffHeader = {
  main: "Main",
  exams: "Exams",
  admin: "Admin",
  account: "Account",
  viewer: "{name} · {role}",
  signOut: "Sign out",
} as const;
