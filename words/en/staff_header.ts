/** The top bar of the staff's pages. */
export const staffHeader = {
  main: "Main",
  exams: "Exams",
  bank: "Questions",
  admin: "Admin",
  account: "Account",
  help: "Help",
  viewer: "{name} · {role}",
  signOut: "Sign out",
  signOutAsk: "Changes that are not saved yet, to exams or marks, are on this device alone. Signing out drops them.",
} as const;
