import type { ShareInterval } from "../../protocol/exam_overview.ts";

/** Quantile of the normal distribution for 95 %. */
const Z = 1.959964;

/** Wilson's score interval of a share (Wilson 1927), which is sensible at 0 and at 1, and with few; null of nothing. */
export function wilsonInterval(count: number, total: number): ShareInterval | null {
  if (total === 0) return null;
  const share = count / total;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * total)) / (1 + z2 / total);
  const half = (Z / (1 + z2 / total)) * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
