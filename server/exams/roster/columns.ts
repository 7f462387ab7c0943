import { fold } from "./fold.ts";

/** What a column of a roster's table is about. `kept_out` is known and not stored. */
export type Column =
  | "name"
  | "first_name"
  | "last_name"
  | "number"
  | "group"
  | "extra_time"
  | "extra_time_percent"
  | "extra_time_minutes"
  | "breaks"
  | "muted"
  | "technologies"
  | "opens_at"
  | "closes_at"
  | "reason"
  | "kept_out"
  | "ignored";

/** Headings in English and German, as registrars' and learning platforms' lists have them; folded as {@link fold} does. */
const HEADINGS: Readonly<Record<Column, string>> = {
  name: "name|student|student name|full name|studierende|schüler|vollständiger name|teilnehmer",
  first_name: "first name|firstname|given name|vorname",
  last_name: "last name|lastname|surname|family name|nachname|familienname",
  number:
    "number|student number|id number|matriculation number|matriculation no|nummer|matrikelnummer|matrikel|matrikel nr|matr nr|nr|no|id nummer",
  group: "group|groups|gruppe|gruppen|course|kurs|room|raum|class|klasse",
  extra_time: "extra time|more time|zusatzzeit|zeitzuschlag|mehrzeit|zeitverlängerung|mehr zeit",
  extra_time_percent: "extra time percent|extra time in percent|zusatzzeit in prozent",
  extra_time_minutes: "extra time minutes|extra time in minutes|zusatzzeit in minuten",
  breaks: "breaks|break|pausen|pause",
  muted: "muted|muted signals|signals not considered|stumme signale|nicht gewertete signale|signale",
  technologies: "technologies|assistive technologies|assistive technology|technology|hilfsmittel|technik|hilfstechnik",
  opens_at: "opens at|opens|start|begin|own start|beginn|öffnet|öffnet um",
  closes_at: "closes at|closes|end|ende|schließt|schließt um",
  reason: "reason|grund|begründung",
  kept_out: "email|e mail|email address|e mail address|mail|e mail adresse|email adresse|mailadresse",
  ignored: "student id|state|stand|attempt id",
};

const BY_HEADING: ReadonlyMap<string, Column> = new Map(
  Object.entries(HEADINGS).flatMap(([column, headings]) =>
    headings.split("|").map((heading) => [fold(heading), column as Column] as const)
  ),
);

/** The column that a heading names, or null. */
export function columnOf(heading: string): Column | null {
  return BY_HEADING.get(fold(heading)) ?? null;
}
