/** The first wait before reconnecting, in ms. */
export const FIRST_WAIT_MS = 400;

/** The longest wait, in ms: a hall is back within this time of the server. */
export const LONGEST_WAIT_MS = 10_000;

/**
 * Wait before a reconnect, in ms: twice as long each time, half of it by chance, so that a hall of students does
 * not come back in one moment ("equal jitter", M. Brooker, Exponential Backoff and Jitter, 2015).
 *
 * @param failures Connects that failed in a row, from 0.
 * @param random In [0, 1).
 *
 * @example
 * assert.equal(backoffMs(0, 0), 200);
 * assert.equal(backoffMs(20, 0.5), 7_500);
 */
export function backoffMs(failures: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 20));
  return longest / 2 + (longest / 2) * random;
}
