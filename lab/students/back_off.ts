import type { Random } from "../../scoring/models/random.ts";

/** The longest wait before the first try, ms. */
export const FIRST_WAIT_MS = 250;

/** The longest wait of all, ms. */
export const LONGEST_WAIT_MS = 8_000;

/**
 * How long to wait before trying again: exponential with full jitter (Brooker, AWS 2015), so that a hall of
 * students does not come back in one instant.
 *
 * @param failures Tries that failed in a row, from 0.
 * @returns Milliseconds, between 0 and {@link LONGEST_WAIT_MS}.
 */
export function backOff(failures: number, random: Random): number {
  return random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
}
