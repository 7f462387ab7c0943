/** What the server tells proctors of an attempt, by code: in alerts, and as the note of a flag that a rule raised. */
export const alertTexts = {
  risk_high: "Risk has become high.",
  hundred_submitted: "Risk has reached 100. The attempt was locked and submitted, as this exam's policy says.",
  hundred_locked: "Risk has reached 100. The attempt is locked until a proctor releases it.",
  hundred_unattended: "Risk has reached 100. No proctor was connected, so it goes on.",
  hundred_alert_only: "Risk has reached 100. The attempt goes on; a person decides.",
  token_reused: "A used personal link was tried again, perhaps on another device.",
  takeovers: "The attempt has moved between devices, browsers or networks several times.",
  join_burst: "{count:students} joined in a short time, since {since}.",
  same_name: "{count} attempts have this name, or one that looks like it.",
  number_reused: "Somebody else tried to join with this student's number.",
  listed: "Joined with the exam's code, under a name or a number that stands on the list of students.",
  flagged: "Flagged by {by}.",
  called: "Asks for a proctor.",
  calledWith: "Asks for a proctor: {text}",
  risk_above: "Risk rose above {risk}.",
  not_applied:
    "Written while the attempt was paused, locked or over: kept, not applied ({characters:characters} so far).",
} as const;
