import { type Batch, firstUnsorted } from "../../protocol/events.ts";
import { MAX_BACKSTEP_MS } from "../../protocol/limits.ts";
import { said } from "../../words/refusal.ts";
import { Refusal } from "../errors.ts";

/**
 * Requires that a batch's events are in the order of time, and lie behind what is stored.
 *
 * @param lastT `t` of the last stored event, ms.
 * @throws {Refusal} `out_of_order`
 */
export function requireOrder({ events }: Pick<Batch, "events">, lastT: number): void {
  const unsorted = firstUnsorted(events);
  if (unsorted !== -1) {
    const path = `events.${unsorted}.t`;
    throw new Refusal("out_of_order", said("out_of_order", { path }), { path });
  }
  if (events[0].t < lastT - MAX_BACKSTEP_MS) {
    const values = { path: "events.0.t", t: events[0].t, most: MAX_BACKSTEP_MS };
    throw new Refusal("out_of_order", said("too_far_back", values), { path: "events.0.t" });
  }
}
