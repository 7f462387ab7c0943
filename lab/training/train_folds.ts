import { createRandom } from "../../scoring/models/random.ts";
import { FoldModels, groupDigest } from "../evaluation/held_out.ts";

/**
 * Trains a model a fold, each on everything but that fold's groups.
 *
 * @param data Name of the data set, for the digests.
 * @param items What is learnt from.
 * @param groupOf Name of an item's group: items of one are held out together.
 * @param folds How many; one for each group where there are fewer groups.
 * @param seed Of the shuffling of groups.
 * @param train Trains on items.
 */
export function trainFolds<Item>(
  data: string,
  items: readonly Item[],
  groupOf: (item: Item) => string,
  folds: number,
  seed: number,
  train: (items: Item[]) => unknown,
): FoldModels {
  const groups = shuffled([...new Set(items.map(groupOf))].sort(), seed);
  const count = Math.min(folds, groups.length);
  const foldOf = new Map(groups.map((group, index) => [group, index % count]));
  const digests = groups.map((group): [string, number] => [groupDigest(data, group), foldOf.get(group)!]);
  digests.sort(([one], [other]) => one < other ? -1 : 1);
  return {
    kind: "fold_models",
    version: 1,
    groups: Object.fromEntries(digests),
    models: Array.from(
      { length: count },
      (_, fold) => train(items.filter((item) => foldOf.get(groupOf(item)) !== fold)),
    ),
  };
}

function shuffled<T>(items: T[], seed: number): T[] {
  const random = createRandom(seed);
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [items[index], items[other]] = [items[other], items[index]];
  }
  return items;
}
