/**
 * Chances corrected for how many were looked at (Benjamini and Hochberg 1995): of those that are at most q, a share of q on
 * average is there by chance alone. In the order of `chances`; null, for what could not be said, stays null and does not count.
 *
 * @param lookedAt How many there were, where those that are not given are all greater than those that are.
 *
 * @example
 * adjustedChances([0.01, 0.5, null, 0.02]); // [0.03, 0.5, null, 0.03]
 */
export function adjustedChances(chances: readonly (number | null)[], lookedAt?: number): (number | null)[] {
  const known = chances.flatMap((chance, index) => chance === null || Number.isNaN(chance) ? [] : [{ chance, index }]);
  known.sort((one, other) => other.chance - one.chance);
  const adjusted: (number | null)[] = chances.map(() => null);
  let least = 1;
  const all = lookedAt ?? known.length;
  known.forEach(({ chance, index }, at) => {
    least = Math.min(least, chance * all / (known.length - at));
    adjusted[index] = least;
  });
  return adjusted;
}
