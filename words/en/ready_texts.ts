/** What proctors write to students again and again: said in the exam's language, and changed before it is sent. */
export const readyTexts = {
  calm: "Everything is fine. Please go on with your exam.",
  stay: "Please stay on the exam's page.",
  network: "Your connection was lost a few times. What you write is kept; please stay on this page.",
  hand: "Please raise your hand: a proctor comes to you.",
  quiet: "Please be quiet, so that everybody can work.",
  corrected: "A question has been corrected: ",
} as const;
