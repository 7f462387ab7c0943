const MINUTE_MS = 60_000;

/** Below this the seconds are shown, in ms. */
const SECONDS_BELOW_MS = 10 * MINUTE_MS;

/** Minutes left at which it is said aloud. */
const ANNOUNCED_MINUTES = [1, 5, 10] as const;

/**
 * Time left as it is shown: whole minutes, rounded up, and seconds only near the end.
 *
 * @example
 * assert.equal(timeLeftWords(84 * 60_000), "1 h 24 min");
 * assert.equal(timeLeftWords(9 * 60_000 + 5_000), "9:05");
 */
export function timeLeftWords(ms: number): string {
  if (ms < SECONDS_BELOW_MS) {
    const seconds = Math.ceil(ms / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
  const minutes = Math.ceil(ms / MINUTE_MS);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/**
 * What to say aloud as time goes by: once at ten, five and one minute; null for nothing.
 *
 * @param beforeMs Time left a moment ago. @param nowMs Time left now.
 */
export function timeAnnouncement(beforeMs: number, nowMs: number): string | null {
  const passed = ANNOUNCED_MINUTES.find((minutes) => nowMs <= minutes * MINUTE_MS && beforeMs > minutes * MINUTE_MS);
  if (passed === undefined) return null;
  return passed === 1 ? "1 minute left." : `${passed} minutes left.`;
}

/** A length of time in words: "90 minutes", "3 hours", "2 hours 30 minutes". @param minutes At least 1. */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? "" : "s"}`;
  if (minutes < 120) return count(Math.round(minutes), "minute");
  return rest === 0 ? count(hours, "hour") : `${count(hours, "hour")} ${count(rest, "minute")}`;
}
