import type { AnswerLine } from "./answer_table.ts";
import { calibrateItems, type ItemModel } from "./calibrate_items.ts";
import { ChoiceModel, wrongShares } from "./choice_model.ts";
import { abilityOf, type ItemParameters } from "./item_response.ts";

/** What a model makes of an exam's answers. */
export interface ModelledAnswers {
  items: readonly ItemParameters[];
  /** Of each person. */
  abilities: readonly number[];
  choices: ChoiceModel;
}

/**
 * Questions' parameters, persons' abilities and the chance of each answer, all from the exam's own answers.
 *
 * @param items Parameters that are known from elsewhere, in place of the exam's own.
 */
export function modelAnswers(
  lines: readonly AnswerLine[],
  model: ItemModel,
  items: readonly ItemParameters[] = calibrateItems(lines.map(({ scores }) => scores), model),
): ModelledAnswers {
  const abilities = lines.map(({ scores }) => abilityOf(items, scores));
  return { items, abilities, choices: new ChoiceModel(items, abilities, wrongShares(lines)) };
}
