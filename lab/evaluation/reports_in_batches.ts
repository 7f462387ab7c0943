import type { RiskReport } from "../../protocol/risk.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { createState, defaultContext, fold } from "../../scoring/fold.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";

/** Events of a batch, unless a protocol says otherwise. */
const BATCH_EVENTS = 50;

/** The report after each batch of a new attempt in the ordinary context. */
export function* reportsInBatches(
  events: readonly ScorableEvent[],
  models?: SignalModels,
  batchEvents = BATCH_EVENTS,
): Generator<RiskReport> {
  const state = createState(models);
  const context = defaultContext();
  for (let from = 0; from < events.length; from += batchEvents) {
    yield fold(state, { kind: "batch", events: events.slice(from, from + batchEvents), late: false }, context);
  }
}
