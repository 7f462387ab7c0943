/** The two fields for a new password. */
export const newPassword = {
  label: "New password",
  hint: "At least {least} characters. A sentence is easier to keep than a puzzle.",
  again: "New password again",
  tooShort: "Choose a password of at least {least} characters",
  differ: "The two passwords differ. Type the same one twice.",
} as const;
