/** Numbers with their nouns. Each form is a text with a place for the number; another language may have more forms. */
export const counted = {
  number: { other: "{n}" },
  seconds: { other: "{n} s" },
  minutes: { other: "{n} min" },
  hours: { other: "{n} h" },
  days: { other: "{n} d" },
  percent: { other: "{n} %" },
  times: { "=1": "once", "=2": "twice", other: "{n} times" },
  exams: { one: "{n} exam", other: "{n} exams" },
  students: { one: "{n} student", other: "{n} students" },
  alerts: { one: "{n} alert", other: "{n} alerts" },
  openFlags: { one: "{n} open flag", other: "{n} open flags" },
  entries: { one: "{n} entry", other: "{n} entries" },
  keys: { one: "{n} key", other: "{n} keys" },
  characters: { one: "{n} character", other: "{n} characters" },
};
