/** Numbers with their nouns. Each form is a text with a place for the number; another language may have more forms. */
export const counted = {
  number: { other: "{n}" },
  seconds: { other: "{n} s" },
  minutes: { other: "{n} min" },
  percent: { other: "{n} %" },
  times: { "=1": "once", "=2": "twice", other: "{n} times" },
};
