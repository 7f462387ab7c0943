import type { Counted } from "../words.ts";

export const counted: Counted = {
  number: { other: "{n}" },
  seconds: { other: "{n} s" },
  minutes: { other: "{n} min" },
  hours: { other: "{n} h" },
  days: { other: "{n} d" },
  percent: { other: "{n} %" },
  times: { "=1": "einmal", "=2": "zweimal", other: "{n}-mal" },
  exams: { one: "{n} Prüfung", other: "{n} Prüfungen" },
  students: { one: "{n} Prüfling", other: "{n} Prüflinge" },
  alerts: { one: "{n} Meldung", other: "{n} Meldungen" },
  openFlags: { one: "{n} offene Markierung", other: "{n} offene Markierungen" },
  entries: { one: "{n} Eintrag", other: "{n} Einträge" },
  keys: { one: "{n} Taste", other: "{n} Tasten" },
  characters: { one: "{n} Zeichen", other: "{n} Zeichen" },
};
