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
  pages: { one: "{n} page", other: "{n} pages" },
  questions: { one: "{n} question", other: "{n} questions" },
  questionsNotAnswered: { one: "{n} question is not answered", other: "{n} questions are not answered" },
  questionsFlagged: { one: "{n} question is flagged for later", other: "{n} questions are flagged for later" },
  points: { one: "{n} point", other: "{n} points" },
  pieces: { one: "{n} piece", other: "{n} pieces" },
  files: { one: "{n} file", other: "{n} files" },
  characters: { one: "{n} character", other: "{n} characters" },
  answersBlank: { one: "{n} blank answer", other: "{n} blank answers" },
  answersChosen: { one: "{n} choice made", other: "{n} choices made" },
  words: { one: "{n} word", other: "{n} words" },

  // Parts of a room and of an attempt's record.
  exams: { one: "{n} exam", other: "{n} exams" },
  errors: { one: "{n} error", other: "{n} errors" },
  hints: { one: "{n} hint", other: "{n} hints" },
  links: { one: "{n} personal link", other: "{n} personal links" },
  students: { one: "{n} student", other: "{n} students" },
  studentsWait: { one: "{n} student waits", other: "{n} students wait" },
  waitingAway: { one: "{n} of them is not connected", other: "{n} of them are not connected" },
  unreadWords: { one: "{n} word not read", other: "{n} words not read" },
  attempts: { one: "{n} attempt", other: "{n} attempts" },
  openAlerts: { one: "{n} open alert", other: "{n} open alerts" },
  staffNotes: { one: "{n} note for staff", other: "{n} notes for staff" },
  ownWords: { one: "The student has said something", other: "The student has said something {n} times" },
  openFlags: { one: "{n} open flag", other: "{n} open flags" },
  smallerShares: { one: "{n} smaller share", other: "{n} smaller shares" },
  entries: { one: "{n} entry", other: "{n} entries" },
  strokes: { one: "{n} stroke", other: "{n} strokes" },
  bursts: { one: "{n} burst", other: "{n} bursts" },
  marksChanged: { one: "{n} mark changed", other: "{n} marks changed" },
  corrections: { one: "{n} correction", other: "{n} corrections" },
  insertions: { one: "{n} insertion", other: "{n} insertions" },
  edits: { one: "{n} edit", other: "{n} edits" },
  keys: { one: "{n} key", other: "{n} keys" },

  // Until one may try again.
  aWait: { "=1": "a second", other: "{n} seconds" },

  // Of an exam that is written.
  changesNotPublished: { one: "{n} change is not published yet", other: "{n} changes are not published yet" },
  studentsWriting: { one: "{n} student is writing", other: "{n} students are writing" },
  questionsByHand: { one: "{n} question is marked by hand", other: "{n} questions are marked by hand" },
  marksChange: { one: "{n} mark by its key changes", other: "{n} marks by their key change" },
};
