/** Links by which students read the evidence of their own attempt. */
export const evidenceLinks = {
  title: "Show it to the student",
  lead:
    "With a link the student sees this evidence in plain words, without an account, and can answer. Verdicts, notes and who did what are not shown.",
  days: "Valid for",
  nDays: "{n:plain} days",
  make: "Make a link",
  shownOnce: "Copy it now: it is shown once, and kept nowhere.",
  copy: "Copy the link",
  copied: "Copied",
  until: "Valid until {until}",
  made: "made by {by}, {at}",
  neverOpened: "not opened yet",
  opened: "opened last {at}",
  revoke: "Take back",
  revokeAloud: "Take back the link that is valid until {until}",
} as const;
