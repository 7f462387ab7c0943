const HOUR_MS = 3_600_000;

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = FORMATS.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", {
      ...{ timeZone, hourCycle: "h23", calendar: "gregory", numberingSystem: "latn" },
      ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" },
    });
    FORMATS.set(timeZone, format);
  }
  return format;
}

/** How far a zone's clock is ahead of UTC at a moment, ms. */
function offsetAt(ms: number, timeZone: string): number {
  const part = Object.fromEntries(formatOf(timeZone).formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  return wall - Math.floor(ms / 1_000) * 1_000;
}

/**
 * What a zone's clock shows at an instant, to the minute, as `<input type="datetime-local">` takes it.
 *
 * @param instant ISO 8601 with an offset.
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(wallTime("2026-11-27T08:00:00Z", "Europe/Berlin"), "2026-11-27T09:00");
 * ```
 */
export function wallTime(instant: string, timeZone: string): string {
  const ms = Date.parse(instant);
  return new Date(ms + offsetAt(ms, timeZone)).toISOString().slice(0, 16);
}

/**
 * The instant at which a zone's clock shows a time, with the offset that holds then. Where it shows it twice, the first;
 * where it never does, because summer time begins, the moment that much after the change.
 *
 * @param wall As `<input type="datetime-local">` gives it.
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(instantOf("2026-07-01T09:00", "Europe/Berlin"), "2026-07-01T09:00:00+02:00");
 * assert.equal(instantOf("2026-03-29T02:30", "Europe/Berlin"), "2026-03-29T03:30:00+02:00");
 * ```
 */
export function instantOf(wall: string, timeZone: string): string {
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`);
  // The offsets that may hold: those of a day before and after.
  const offsets = [offsetAt(asUtc - 24 * HOUR_MS, timeZone), offsetAt(asUtc + 24 * HOUR_MS, timeZone)];
  const hits = offsets.map((offset) => asUtc - offset).filter((ms) => offsetAt(ms, timeZone) === asUtc - ms);
  const ms = hits.length > 0 ? Math.min(...hits) : asUtc - offsets[0];
  return withOffset(ms, offsetAt(ms, timeZone));
}

function withOffset(ms: number, offset: number): string {
  const minutes = Math.round(offset / 60_000);
  const text = new Date(ms + minutes * 60_000).toISOString().slice(0, 19);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${text}${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}
