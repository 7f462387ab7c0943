import type { Sentence } from "../../words/sentence.ts";
import type { Speaker } from "../../words/speaker.ts";

/** A length of time in hours and minutes, as a language writes it. */
type HoursAndMinutes = Sentence<"hours" | "minutes">;

const MINUTE_MS = 60_000;

/** Below this the seconds are shown, in ms. */
const SECONDS_BELOW_MS = 10 * MINUTE_MS;

/** From here on the end is shown whatever is hidden, in ms. */
export const LAST_MINUTE_MS = MINUTE_MS;

/** Minutes left at which it is said aloud. */
const ANNOUNCED_MINUTES = [1, 5, 10] as const;

/** Looked at once a second, a minute is met this exactly or the page slept over it, in ms. */
const MET_WITHIN_MS = 5_000;

/**
 * Time left as it is shown: whole minutes, rounded up, and seconds only near the end.
 *
 * @example
 * const speaker = new Speaker(ENGLISH.language, ENGLISH.counted);
 * const { hoursAndMinutes } = ENGLISH.sentences.examStatus.time;
 * assert.equal(timeLeftWords(84 * 60_000, speaker, hoursAndMinutes), "1 h 24 min");
 * assert.equal(timeLeftWords(9 * 60_000 + 5_000, speaker, hoursAndMinutes), "9:05");
 */
export function timeLeftWords(ms: number, speaker: Speaker, hoursAndMinutes: HoursAndMinutes): string {
  if (ms < SECONDS_BELOW_MS) {
    const seconds = Math.ceil(ms / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
  const minutes = Math.ceil(ms / MINUTE_MS);
  if (minutes < 60) return speaker.count(minutes, "minutes");
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0
    ? speaker.count(hours, "hours")
    : speaker.say(hoursAndMinutes, { hours, minutes: minutes % 60 });
}

/**
 * Time left as it is said aloud, where "9:05" would be read as the time of day: with its units.
 *
 * @example
 * const speaker = new Speaker(ENGLISH.language, ENGLISH.counted);
 * const { hoursAndMinutes } = ENGLISH.sentences.examStatus.time;
 * assert.equal(timeLeftAloud(84_000, speaker, hoursAndMinutes), "1 min 24 s");
 * assert.equal(timeLeftAloud(300_000, speaker, hoursAndMinutes), "5 minutes");
 */
export function timeLeftAloud(ms: number, speaker: Speaker, hoursAndMinutes: HoursAndMinutes): string {
  if (ms > SECONDS_BELOW_MS) return timeLeftWords(ms, speaker, hoursAndMinutes);
  const seconds = Math.ceil(ms / 1_000);
  return seconds > 0 && seconds % 60 === 0 ? speaker.count(seconds / 60, "fullMinutes") : speaker.span(seconds * 1_000);
}

/**
 * What to say aloud of the time left as it goes by: once each at ten, five and one minutes, and what is really left where
 * such a moment was not met, as after a sleep or at the first look; null for nothing.
 *
 * @param beforeMs Time left a moment ago; infinite at the first look. @param nowMs Time left now.
 * @returns Time left, ms.
 */
export function timeToAnnounce(beforeMs: number, nowMs: number): number | null {
  for (const minutes of ANNOUNCED_MINUTES) {
    const boundMs = minutes * MINUTE_MS;
    if (nowMs <= boundMs && beforeMs > boundMs) return nowMs > boundMs - MET_WITHIN_MS ? boundMs : nowMs;
  }
  return null;
}

/**
 * The last of ten, five and one minutes that the time left has come to; null before.
 *
 * @param ms Time left.
 *
 * @example
 * assert.equal(warningMinutes(11 * 60_000), null);
 * assert.equal(warningMinutes(4 * 60_000), 5);
 */
export function warningMinutes(ms: number): number | null {
  return ANNOUNCED_MINUTES.find((minutes) => ms <= minutes * MINUTE_MS) ?? null;
}

/** A length of time in words: "90 minutes", "3 hours", "2 hours 30 minutes". @param minutes At least 1. */
export function durationWords(minutes: number, speaker: Speaker, hoursAndMinutes: HoursAndMinutes): string {
  if (minutes < 120) return speaker.count(Math.round(minutes), "fullMinutes");
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  return rest === 0 ? speaker.count(hours, "fullHours") : speaker.say(hoursAndMinutes, { hours, minutes: rest });
}
