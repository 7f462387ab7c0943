import { createRandom } from "../../scoring/models/random.ts";
import { FoldModels, groupDigest } from "../evaluation/held_out.ts";

/**
 * Trains a model a fold, each on everything but that fold's groups.
 *
 * @param dataOf Name of the data set that an item is of, for the digests. Each set's groups are dealt out by themselves,
 * so that a group is in the same fold of every model that is trained on its set with the same seed.
 * @param items What is learnt from.
 * @param groupOf Name of an item's group: items of one are held out together.
 * @param folds How many; one for each group where there are fewer groups.
 * @param seed Of the shuffling of groups.
 * @param train Trains on items.
 */
export function trainFolds<Item>(
  dataOf: string | ((item: Item) => string),
  items: readonly Item[],
  groupOf: (item: Item) => string,
  folds: number,
  seed: number,
  train: (items: Item[]) => unknown,
): FoldModels {
  const setOf = typeof dataOf === "string" ? () => dataOf : dataOf;
  const digestOf = (item: Item) => groupDigest(setOf(item), groupOf(item));
  const foldOf = new Map<string, number>();
  let count = 0;
  for (const [data, some] of Map.groupBy(items, setOf)) {
    const groups = shuffled([...new Set(some.map(groupOf))].sort(), seed);
    const own = Math.min(folds, groups.length);
    groups.forEach((group, index) => foldOf.set(groupDigest(data, group), index % own));
    count = Math.max(count, own);
  }
  const folded = items.map((item) => ({ item, fold: foldOf.get(digestOf(item)) }));
  return {
    kind: "fold_models",
    version: 1,
    groups: Object.fromEntries([...foldOf].sort(([one], [other]) => one < other ? -1 : 1)),
    models: Array.from(
      { length: count },
      (_, fold) => train(folded.filter((one) => one.fold !== fold).map(({ item }) => item)),
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
