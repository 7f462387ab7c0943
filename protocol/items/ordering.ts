import { z } from "zod";
import { ChosenAnswer } from "./answer.ts";
import { choicesOf } from "./answer_form.ts";
import { checkChoices, choices, paperChoices, paperChoicesOf } from "./choice.ts";
import { byId, checkIdOrder } from "./id_order.ts";
import { defineItem } from "./item.ts";
import { ItemId, paperPrompt, prompt, promptOf } from "./prompt.ts";

const type = z.literal("ordering");

/** Things to be put in order. The answer is all of their ids, from the first to the last. */
export const ordering = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    choices,
    correct: z.array(ItemId).optional().describe("The ids of all choices, in the right order"),
  }).superRefine((question, context) => {
    checkChoices(question, context);
    const { choices, correct } = question;
    if (correct === undefined) return;
    if (new Set(correct).size !== correct.length || correct.length !== choices.length) {
      context.addIssue({ code: "custom", path: ["correct"], message: "each_choice_once" });
    }
    checkIdOrder(correct, context);
  }),
  paper: z.strictObject({ ...paperPrompt, type, choices: paperChoices }),
  answer: ChosenAnswer,
  /** Sorted by id, so that the order in which its author wrote them tells nothing. */
  toPaper: (question) => ({
    ...promptOf(question),
    type: question.type,
    choices: paperChoicesOf(question.choices).sort(byId),
  }),
  /**
   * Of all pairs of things, those in the right order minus those in the wrong one, as a share of all, and never below 0
   * (Kendall's tau, cut at 0): one swap of neighbours costs little, an order by chance is worth nothing on average or
   * less. What is not each thing once is no order.
   */
  mark({ correct }, answer) {
    if (correct === undefined) return null;
    const given = choicesOf(answer);
    const places = correct.map((id) => given.indexOf(id));
    if (given.length !== correct.length || places.includes(-1)) return 0;
    let right = 0;
    places.forEach((place, index) => {
      for (const later of places.slice(index + 1)) right += place < later ? 1 : -1;
    });
    return Math.max(0, right / (places.length * (places.length - 1) / 2));
  },
});
