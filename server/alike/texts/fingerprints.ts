import { runHashes } from "./rolling_hash.ts";

/** Units that are hashed together. */
export const RUN = 30;

/** Units of a span that is found for certain; a shorter one may be. Some twelve words. */
export const LEAST_SPAN = 60;

/** Of so many hashes in a row the least is kept: every span of {@link LEAST_SPAN} has one of them. */
const WINDOW = LEAST_SPAN - RUN + 1;

/**
 * Places of a stretch by which it is found again: winnowing (Schleimer, Wilkerson and Aiken 2003), about one in sixteen. Two
 * stretches with a span of {@link LEAST_SPAN} units in common have a place of it in common.
 *
 * @param take Is given hash and place.
 */
export function fingerprints(
  units: Uint16Array,
  [begin, end]: readonly [begin: number, end: number],
  take: (hash: number, place: number) => void,
): void {
  if (end - begin < LEAST_SPAN) return;
  const hashes = runHashes(units.subarray(begin, end), RUN);
  let least = -1;
  for (let last = WINDOW - 1; last < hashes.length; last++) {
    const first = last - WINDOW + 1;
    if (least < first) {
      least = first;
      for (let at = first + 1; at <= last; at++) if (hashes[at] <= hashes[least]) least = at;
    } else if (hashes[last] <= hashes[least]) least = last;
    else continue;
    take(hashes[least], begin + least);
  }
}
