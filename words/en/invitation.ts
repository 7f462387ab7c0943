/** Where an invited person chooses a password. */
export const invitation = {
  pageTitle: "Choose a password",
  title: "Welcome to Invigil",
  lead: "Choose a password for your account.",
  broken: "This address is not whole",
  brokenHelp: "Open the invitation link again, exactly as it was sent to you.",
  used: "This invitation was used or has run out. Ask for a new one.",
  submit: "Set password and sign in",
} as const;
