const SECOND_MS = 1_000;

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
