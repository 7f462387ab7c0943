import type { Breaks } from "../../../protocol/exam.ts";
import type { RosterTold } from "../../../words/roster_note.ts";
import { scoredOf, technologyOf } from "./named_values.ts";
import { instantOf } from "./instant_of.ts";

/** What a cell says, or why it says nothing. */
export type CellRead<Value> = { ok: true; value: Value } | { ok: false; told: RosterTold };

/** Extra time as cells have it: `25%`, `15 min`, or both. */
interface ExtraTime {
  extra_time_percent?: number;
  extra_time_minutes?: number;
}

const PERCENT = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent|prozent|pct)$/i;
const MINUTES = /^(\d{1,5}(?:[.,]\d+)?)\s*(?:min|mins|minutes?|minuten?|')\.?$/i;
const HOURS = /^(\d{1,3}(?:[.,]\d+)?)\s*(?:h|hours?|std|stunden?)\.?$/i;
const BREAKS =
  /^(?:(\d{1,3})\s*(?:x|×|\*|times|mal)\s*)?(\d{1,3})\s*(?:min|mins|minutes?|minuten?|')?\.?(,?\s?(?:self|selbst))?$/i;

/** A number without a unit. */
const BARE = /^(\d{1,3}(?:[.,]\d+)?)$/;

/** Whether extra time has no unit, so that whoever wrote it is told how it was read. */
export const isBare = (text: string) => BARE.test(text) && numberOf(text) > 0;

/** Extra time: a share, minutes, or both with `+` between. A number alone is a share, as registrars' lists mean it. */
export function extraTime(text: string): CellRead<ExtraTime> {
  const found: ExtraTime = {};
  for (const part of text.split("+").map((one) => one.trim())) {
    const percent = (PERCENT.exec(part) ?? BARE.exec(text))?.[1];
    const minutes = MINUTES.exec(part)?.[1];
    const hours = HOURS.exec(part)?.[1];
    if (percent !== undefined) found.extra_time_percent = numberOf(percent);
    else if (minutes !== undefined) found.extra_time_minutes = numberOf(minutes);
    else if (hours !== undefined) found.extra_time_minutes = numberOf(hours) * 60;
    else return { ok: false, told: { key: "extra_time", values: { text: short(text) } } };
  }
  return { ok: true, value: found };
}

/** A number in a column that says what it counts. */
export function plainNumber(text: string): CellRead<number> {
  const number = /^\d{1,5}(?:[.,]\d+)?(?=\s*(?:%|min)?$)/.exec(text)?.[0];
  if (number === undefined) return { ok: false, told: { key: "number", values: { text: short(text) } } };
  return { ok: true, value: numberOf(number) };
}

/** Breaks: `10 min` for as many as are asked for, `2 x 10 min`; with `self` behind it, without asking. */
export function breaks(text: string): CellRead<Breaks> {
  const [, count, minutes, self] = BREAKS.exec(text) ?? [];
  if (minutes === undefined) return { ok: false, told: { key: "breaks", values: { text: short(text) } } };
  const times = count === undefined ? {} : { count: Number(count) };
  return { ok: true, value: { minutes: Number(minutes), ...times, ...(self !== undefined && { by_student: true }) } };
}

/** Names of assistive technologies. */
export function technologies(text: string): CellRead<string[]> {
  return named(text, technologyOf, "technology");
}

/** Names of signals, features or categories. */
export function scored(text: string): CellRead<string[]> {
  return named(text, scoredOf, "signal");
}

/** A moment: with its offset, or in the zone of whoever brings the file. */
export function instant(text: string, timeZone: string | undefined): CellRead<string> {
  const value = instantOf(text, timeZone);
  return value === null ? { ok: false, told: { key: "moment", values: { text: short(text) } } } : { ok: true, value };
}

function named(text: string, of: (name: string) => string | null, key: "technology" | "signal"): CellRead<string[]> {
  const found = new Set<string>();
  for (const name of text.split(/[,;|+]/).map((one) => one.trim()).filter((one) => one !== "")) {
    const value = of(name);
    if (value === null) return { ok: false, told: { key, values: { text: short(name) } } };
    found.add(value);
  }
  return { ok: true, value: [...found] };
}

const numberOf = (text: string) => Number(text.replace(",", "."));

/** What is told of a cell is no longer than a line. */
const short = (text: string) => text.length > 60 ? `${text.slice(0, 60)}…` : text;
