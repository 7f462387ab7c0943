/** The two fields for a new password. */
export const new_password = {
  label: "New password",
  hint: "At least {least} characters. A sentence is easier to keep than a puzzle.",
  again: "New password again",
  too_short: "Choose a password of at least {least} characters",
  differ: "The two passwords differ. Type the same one twice.",
} as const;
