import type { RiskReport } from "../../protocol/risk.ts";
import type { RaisedFlag } from "../store/snapshot_store.ts";
import type { Action } from "./interventions.ts";

/** Flags of an attempt that are kept with what they rested on, at most: the first ones. */
const MOST_RAISED = 64;

/** Names that are kept of each, at most: those with the largest shares. */
const MOST_NAMES = 8;

/** What has a smaller share of the score is not what a flag rests on. */
const LEAST_POINTS = 1;

/**
 * Flags of the rule for the risk, with what had a share of the score as each was raised. What is left of earlier risk is no
 * signal of its own, and a person's flag rests on that person's word.
 *
 * @param before Null where it is not known from the beginning on, and stays so.
 * @param report The one after the entry.
 */
export function withRaised(
  before: RaisedFlag[] | null,
  action: Action,
  { contributions }: Pick<RiskReport, "contributions">,
): RaisedFlag[] | null {
  if (action.kind !== "flag_raised" || action.rule?.code !== "risk_above") return before;
  if (before === null || before.length === MOST_RAISED) return before;
  const names = contributions
    .filter(({ points, category }) => points >= LEAST_POINTS && category !== "history")
    .slice(0, MOST_NAMES).map(({ name }) => name);
  return [...before, { flag_id: action.flag_id, names }];
}
