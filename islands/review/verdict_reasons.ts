import type { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { CONTRIBUTORS } from "../../scoring/weights.ts";

/** Contributions below this many points, and signals below this share, are not offered first. */
const LEAST_POINTS = 0.5;
const LEAST_SHARE = 0.05;

/** What a verdict can rest on: what the evidence shows, and the rest of the catalogue. */
export interface OfferedReasons {
  flags: AttemptDetail["flags"];
  /** Contributions of the report, signals that speak, and what flags and reasons name. */
  shown: string[];
  others: string[];
}

/**
 * What a verdict on an attempt can rest on.
 *
 * @param named Reasons that verdicts have named before: they are offered first, too.
 */
export function offeredReasons({ flags, report, reasons }: AttemptDetail, named: readonly string[]): OfferedReasons {
  const flagged = new Set(flags.map(({ flag_id }) => flag_id));
  const shown = new Set([
    ...report.contributions.filter(({ points }) => points >= LEAST_POINTS).map(({ name }) => name),
    ...Object.entries(report.signals).filter(([, share]) => (share ?? 0) >= LEAST_SHARE).map(([name]) => name),
    ...reasons.filter(({ points }) => points >= LEAST_POINTS).map(({ name }) => name),
    ...named.filter((name) => !flagged.has(name)),
  ]);
  return {
    flags: flags.filter(({ state, flag_id }) => state !== "dismissed" || named.includes(flag_id)),
    shown: [...shown],
    others: CONTRIBUTORS.map(({ name }) => name).filter((name) => !shown.has(name)),
  };
}
