const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * A length of time as a clock shows it: minutes and seconds, with hours from one hour on.
 *
 * @param ms Not negative; less is shown as 0:00.
 * @example
 * assert.equal(clockText(65_000), "1:05");
 * assert.equal(clockText(3_661_000), "1:01:01");
 */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / SECOND_MS);
  const rest = `${String(Math.floor(seconds / 60) % 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const hours = Math.floor(seconds / 3_600);
  return hours === 0 ? rest : `${hours}:${rest.padStart(5, "0")}`;
}

/**
 * How long ago something was, in few characters: "now", "12 s", "5 min", "3 h", "2 d".
 *
 * @example
 * assert.equal(agoText(900), "now");
 * assert.equal(agoText(125_000), "2 min");
 */
export function agoText(ms: number): string {
  if (ms < 5 * SECOND_MS) return "now";
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS)} d`;
}

/** A moment of server time in the reader's own clock and language, as "21 Nov, 14:05". */
export function momentText(ms: number): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })
    .format(ms);
}
