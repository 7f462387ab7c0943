import { z } from "zod";
import { OwnBaselineSnapshot } from "./anomaly.ts";
import { FeatureTrackerSnapshot } from "./features/feature_tracker.ts";
import { createState, SCORER_VERSION, type ScoreState } from "./fold.ts";
import { HoldingSnapshot } from "./risk.ts";
import { readSnapshot } from "./snapshots/read_snapshot.ts";
import { SIGNALS } from "./weights.ts";

const signalSnapshots = Object.fromEntries(SIGNALS.map(({ name }) => [name, z.unknown()]));

/** A {@link ScoreState} in JSON: exact, whatever instance goes on with it. */
const StateSnapshot = z.strictObject({
  scorer_version: z.literal(SCORER_VERSION),
  features: FeatureTrackerSnapshot,
  baseline: OwnBaselineSnapshot,
  holding: HoldingSnapshot,
  signals: z.strictObject(signalSnapshots),
  is_paused: z.boolean(),
  is_locked: z.boolean(),
  started_at: z.number().nullable(),
});
type StateSnapshot = z.infer<typeof StateSnapshot>;

/**
 * The state in JSON.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createState } from "./fold.ts";
 *
 * const state = restoreState(JSON.parse(JSON.stringify(snapshotState(createState()))));
 * assert.equal(state.isPaused, false);
 * ```
 */
export function snapshotState(state: ScoreState): StateSnapshot {
  return {
    scorer_version: SCORER_VERSION,
    features: state.features.snapshot(),
    baseline: state.baseline.snapshot(),
    holding: state.holding.snapshot(),
    signals: state.signals.snapshot(),
    is_paused: state.isPaused,
    is_locked: state.isLocked,
    started_at: state.startedAt,
  };
}

/**
 * The state of a snapshot: folding on from it gives the same reports to the last bit.
 *
 * @throws {RangeError} If it is none of this scorer's version.
 */
export function restoreState(snapshot: unknown): ScoreState {
  const stored = readSnapshot(StateSnapshot, snapshot, "a score");
  const state = createState();
  state.features.restore(stored.features);
  state.baseline.restore(stored.baseline);
  state.holding.restore(stored.holding);
  state.signals.restore(stored.signals);
  state.isPaused = stored.is_paused;
  state.isLocked = stored.is_locked;
  state.startedAt = stored.started_at;
  return state;
}
