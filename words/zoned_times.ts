import type { Speaker } from "./speaker.ts";

/** With its day and year, to the second. */
const STAMP: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
};
const TIME: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", second: "2-digit" };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${options === STAMP}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone, hourCycle: "h23" });
    formats.set(key, found);
  }
  return found;
}

/**
 * A moment by the clock of a place, for what is read elsewhere and years later: "21 Nov 2026, 14:05:09".
 *
 * @param ms Since 1970.
 * @param timeZone IANA.
 */
export function stampText({ language: { locale } }: Speaker, ms: number, timeZone: string): string {
  return format(locale, timeZone, STAMP).format(ms);
}

/** The time of the day by the clock of a place: "14:05:09". @param ms Since 1970. @param timeZone IANA. */
export function zonedTimeText({ language: { locale } }: Speaker, ms: number, timeZone: string): string {
  return format(locale, timeZone, TIME).format(ms);
}
