import type { KeyEvent } from "../../protocol/scorable_event.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";
import { typedText } from "../data_sets/typed_text.ts";
import {
  atOtherPace,
  growingTired,
  type TypingChange,
  withBouncingKeys,
  withOneHand,
  withTremor,
} from "../simulation/changed_typing.ts";
import { type Metric, share, type Source } from "./metric.ts";
import { reportsInBatches } from "./reports_in_batches.ts";

/** A writer's keys must be at least so many: the change comes half way, and the signal needs a beginning and a rest. */
const MIN_KEYS = 900;

/** What happens to honest people from the middle of a sitting on. */
const CHANGES: Readonly<Record<string, TypingChange>> = {
  unchanged: (keys) => [...keys],
  faster_by_35: atOtherPace(0.65),
  faster_by_35_with_dwell: atOtherPace(0.65, 0.65),
  slower_by_35: atOtherPace(1.35),
  slower_by_35_with_dwell: atOtherPace(1.35, 1.35),
  tired: growingTired,
  one_hand: withOneHand,
  bouncing_keys: withBouncingKeys,
  tremor: withTremor,
};

/** One person's keys, and the models that did not see them. */
export interface HonestTyping {
  keys: readonly KeyEvent[];
  models: SignalModels;
}

/**
 * Whose typing changes half way is the same person all the same: share of real people, each with each change, whom the
 * score as a whole ever puts at Medium. The first, `unchanged`, is what is there without a change.
 *
 * @param people One sitting each.
 * @param seed Of the changes.
 */
export function evaluateChangedTyping(people: readonly HonestTyping[], source: Source, seed: number): Metric[] {
  const long = people.filter(({ keys }) => keys.length >= MIN_KEYS);
  if (long.length === 0) return [];
  return Object.entries(CHANGES).map(([name, change]) => {
    const medium = long.filter(({ keys, models }) => isEverMedium(change(keys, keys.length >> 1, seed), models)).length;
    return share(source, `${name}_ever_medium`, medium, long.length);
  });
}

function isEverMedium(keys: readonly KeyEvent[], models: SignalModels): boolean {
  return reportsInBatches(typedText(keys), models).some(({ level }) => level !== "low");
}
