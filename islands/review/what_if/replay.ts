import type { ScoringContext } from "../../../protocol/log_entry.ts";
import type { RedactedEntry } from "../../../protocol/redacted_log.ts";
import type { RiskReport } from "../../../protocol/risk.ts";
import { createState, fold, SCORER_VERSION } from "../../../scoring/fold.ts";
import { assumed, type Assumption } from "./assumption.ts";

/** What came of scoring a log. */
export interface Replay {
  /** `[attempt time ms, risk]` after each batch. */
  points: [number, number][];
  /** After the last entry; null where the log holds none. */
  report: RiskReport | null;
  /** Whether another scorer version scored a part of the log at the time. */
  isOtherVersion: boolean;
}

/** Entries between two looks at whether the replay is still wanted. */
const ENTRIES_AT_ONCE = 200;

/**
 * Scores a log again with the server's own fold, under what is assumed in place of what was.
 *
 * @param isWanted Asked now and then; a replay that is not wanted any more ends early.
 * @returns Null where it was not wanted any more.
 */
export async function replay(
  entries: readonly RedactedEntry[],
  contexts: ReadonlyMap<string, ScoringContext>,
  assumption: Assumption,
  isWanted: () => boolean,
): Promise<Replay | null> {
  const changed = new Map<string, ScoringContext>();
  for (const [id, context] of contexts) changed.set(id, assumed(context, assumption));
  const state = createState();
  const points: [number, number][] = [];
  let report: RiskReport | null = null;
  let isOtherVersion = false;
  for (let index = 0; index < entries.length; index++) {
    if (index % ENTRIES_AT_ONCE === ENTRIES_AT_ONCE - 1) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (!isWanted()) return null;
    }
    const entry = entries[index];
    const context = changed.get(entry.context);
    if (context === undefined) {
      throw new RangeError(`Cannot replay entry ${entry.n}: its context ${entry.context} is missing`);
    }
    isOtherVersion ||= context.scorer_version !== SCORER_VERSION;
    report = fold(state, entry, context);
    if (entry.kind === "batch") points.push([report.t, report.risk]);
  }
  return { points, report, isOtherVersion };
}

/** Thins points to at most a number, keeping the highest of each group, so that no peak is lost. */
export function thinned(points: readonly [number, number][], most: number): [number, number][] {
  if (points.length <= most) return [...points];
  const size = Math.ceil(points.length / most);
  const kept: [number, number][] = [];
  for (let from = 0; from < points.length; from += size) {
    kept.push(points.slice(from, from + size).reduce((highest, point) => point[1] > highest[1] ? point : highest));
  }
  return kept;
}
