const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const GERMAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4}),?\s+(\d{1,2})[:.](\d{2})(?:\s*Uhr)?$/i;

/**
 * A moment as tables have it, as an ISO instant: `2026-11-28T09:00+01:00`, and without an offset, also `28.11.2026 09:00`, in
 * the zone that is given. Of an hour that the clock shows twice the first is meant; one that it leaves out is the next.
 *
 * @param timeZone IANA name.
 * @returns Null for what is no moment, or none without a zone.
 */
export function instantOf(text: string, timeZone: string | undefined): string | null {
  const iso = ISO.exec(text.trim());
  const german = GERMAN.exec(text.trim());
  try {
    if (iso !== null) {
      const [, year, month, day, hour, minute, offset] = iso;
      const local = `${year}-${month}-${day}T${hour.padStart(2, "0")}:${minute}`;
      return offset === undefined ? inZone(local, timeZone) : Temporal.Instant.from(local + offset).toString();
    }
    if (german === null) return null;
    const [day, month, , hour] = german.slice(1).map((part) => part.padStart(2, "0"));
    return inZone(`${german[3]}-${month}-${day}T${hour}:${german[5]}`, timeZone);
  } catch {
    return null;
  }
}

function inZone(local: string, timeZone: string | undefined): string | null {
  if (timeZone === undefined) return null;
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();
}
