/** Numbers with their nouns. Each form is a text with a place for the number; another language may have more forms. */
export const counted = {
  number: { other: "{n}" },
  percent: { other: "{n} %" },
  times: { "=1": "once", "=2": "twice", other: "{n} times" },

  // Lengths of time, in few characters and in full.
  seconds: { other: "{n} s" },
  minutes: { other: "{n} min" },
  hours: { other: "{n} h" },
  days: { other: "{n} d" },
  fullMinutes: { one: "{n} minute", other: "{n} minutes" },
  fullHours: { one: "{n} hour", other: "{n} hours" },
  fullDays: { one: "{n} day", other: "{n} days" },

  // Parts of an exam.
  questions: { one: "{n} question", other: "{n} questions" },
  questionsNotAnswered: { one: "{n} question is not answered", other: "{n} questions are not answered" },
  questionsFlagged: { one: "{n} question is flagged for later", other: "{n} questions are flagged for later" },
  points: { one: "{n} point", other: "{n} points" },
  pieces: { one: "{n} piece", other: "{n} pieces" },
  characters: { one: "{n} character", other: "{n} characters" },
  answersChosen: { one: "{n} choice made", other: "{n} choices made" },
  words: { one: "{n} word", other: "{n} words" },

  // Parts of a room and of an attempt's record.
  exams: { one: "{n} exam", other: "{n} exams" },
  students: { one: "{n} student", other: "{n} students" },
  attempts: { one: "{n} attempt", other: "{n} attempts" },
  alerts: { one: "{n} alert", other: "{n} alerts" },
  openAlerts: { one: "{n} open alert", other: "{n} open alerts" },
  openFlags: { one: "{n} open flag", other: "{n} open flags" },
  smallerShares: { one: "{n} smaller share", other: "{n} smaller shares" },
  entries: { one: "{n} entry", other: "{n} entries" },
  strokes: { one: "{n} stroke", other: "{n} strokes" },
  bursts: { one: "{n} burst", other: "{n} bursts" },
  corrections: { one: "{n} correction", other: "{n} corrections" },
  insertions: { one: "{n} insertion", other: "{n} insertions" },
  edits: { one: "{n} edit", other: "{n} edits" },
  keys: { one: "{n} key", other: "{n} keys" },

  // Until one may try again.
  aWait: { "=1": "a second", other: "{n} seconds" },
};
