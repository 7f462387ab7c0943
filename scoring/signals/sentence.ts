/**
 * How often, in words: "once", "twice", "4 times".
 *
 * @example
 * assert.equal(times(2), "twice");
 */
export function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

/**
 * A length of time for a sentence: "71 s", or "12 min" from five minutes on.
 *
 * @param ms Milliseconds, at least 0.
 *
 * @example
 * assert.equal(inSeconds(71_400), "71 s");
 * assert.equal(inSeconds(720_000), "12 min");
 */
export function inSeconds(ms: number): string {
  return ms >= 300_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 1_000)} s`;
}

/**
 * A count with its noun: "1 character", "3 characters".
 *
 * @example
 * assert.equal(counted(1_200, "character"), "1,200 characters");
 */
export function counted(count: number, noun: string): string {
  const digits = String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${digits} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * A share as a percentage: "12 %".
 *
 * @example
 * assert.equal(percent(0.123), "12 %");
 */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
