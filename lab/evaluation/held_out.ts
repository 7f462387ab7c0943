import { hash } from "node:crypto";
import { z } from "zod";

/**
 * Models of a grouped cross-validation, kept so that an evaluation needs no training: each group (a writer, an essay, a
 * device) by the digest of its name, with the model that did not learn from it.
 */
export const FoldModels = z.strictObject({
  kind: z.literal("fold_models"),
  version: z.int(),
  groups: z.record(z.string(), z.int().min(0)).describe("Digest of a group's name: the fold it was held out in"),
  models: z.array(z.unknown()).describe("One a fold; the model of fold f saw no group of fold f"),
});
export type FoldModels = z.infer<typeof FoldModels>;

/**
 * Digest of a group's name: SHA-256 of data set and id, in hex.
 *
 * @example
 * assert.equal(groupDigest("coauthor", "w00").length, 64);
 */
export function groupDigest(data: string, group: string): string {
  return hash("sha256", `${data}/${group}`, "hex");
}

/** Chooses for every group a model that did not learn from it. */
export class HeldOut<Model> {
  readonly #data: string;
  readonly #folds: FoldModels;
  readonly #models: Model[];
  readonly #shipped: Model;

  /**
   * @param data Name of the data set, as in the digests.
   * @param folds The cross-validation's models.
   * @param shipped The model for a group that none of them knows.
   * @param read Reads the model of a fold.
   */
  constructor(data: string, folds: FoldModels, shipped: Model, read: (json: unknown, fold: number) => Model) {
    this.#data = data;
    this.#folds = folds;
    this.#models = folds.models.map((json, fold) => read(json, fold));
    this.#shipped = shipped;
  }

  /** Fold that a group was held out in; −1 for one that no model ever saw. */
  fold(group: string): number {
    return this.#folds.groups[groupDigest(this.#data, group)] ?? -1;
  }

  /** The model for a fold: of −1 the shipped one. */
  model(fold: number): Model {
    return fold < 0 ? this.#shipped : this.#models[fold];
  }
}
