import type { Speaker } from "./speaker.ts";

/** A moment to the minute, without its year. */
const MOMENT: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };

/** A time of the day, to the second. */
const TIME: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", second: "2-digit" };

const moments = new Map<string, Intl.DateTimeFormat>();
const times = new Map<string, Intl.DateTimeFormat>();

/** A moment in the reader's own clock, to the minute: "21 Nov, 14:05". @param ms Since 1970. */
export function momentText({ language: { locale } }: Speaker, ms: number): string {
  let format = moments.get(locale);
  if (format === undefined) moments.set(locale, format = new Intl.DateTimeFormat(locale, MOMENT));
  return format.format(ms);
}

/** A time of the day in the reader's own clock: "14:05:09". @param ms Since 1970. */
export function timeText({ language: { locale } }: Speaker, ms: number): string {
  let format = times.get(locale);
  if (format === undefined) times.set(locale, format = new Intl.DateTimeFormat(locale, TIME));
  return format.format(ms);
}

/**
 * A moment to come, with its day and its zone: "Friday, 27 November at 14:05 CET".
 *
 * @param ms Since 1970.
 * @param timeZone The reader's own where it is left out.
 */
export function momentWithZone({ language: { locale } }: Speaker, ms: number, timeZone?: string): string {
  const day = { weekday: "long", day: "numeric", month: "long" } as const;
  const time = { hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const;
  return new Intl.DateTimeFormat(locale, { ...day, ...time, timeZone }).format(ms);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** A moment of today in the reader's own clock: "14:05". @param ms Since 1970. */
export function clockTimeText({ language: { locale } }: Speaker, ms: number): string {
  let format = clocks.get(locale);
  if (format === undefined) clocks.set(locale, format = new Intl.DateTimeFormat(locale, { timeStyle: "short" }));
  return format.format(ms);
}

/** How long ago something was, in its largest unit, rounded down: "12 s", "5 min", "3 h", "2 d". @param ms Since then. */
export function ageText(speaker: Speaker, ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  if (seconds < 60) return speaker.count(seconds, "seconds");
  if (seconds < 3_600) return speaker.count(Math.floor(seconds / 60), "minutes");
  if (seconds < 86_400) return speaker.count(Math.floor(seconds / 3_600), "hours");
  return speaker.count(Math.floor(seconds / 86_400), "days");
}
