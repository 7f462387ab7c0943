import { z } from "zod";

/** Name of a time zone (IANA), such as `Europe/Berlin`: the clock that times of an exam are written by. */
export const TimeZone = z.string().max(64).refine(isTimeZone, "time_zone");

/**
 * Whether a name is that of a time zone that this computer knows. Offsets such as `+02:00` are none: they do not say
 * when summer time begins.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(isTimeZone("Europe/Berlin"), true);
 * assert.equal(isTimeZone("+02:00"), false);
 * ```
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
