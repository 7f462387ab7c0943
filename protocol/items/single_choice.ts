import { z } from "zod";
import { ChosenAnswer } from "./answer.ts";
import { choicesOf } from "./answer_form.ts";
import { checkChoices, judgedChoices, paperChoices, paperChoicesOf } from "./choice.ts";
import { defineItem } from "./item.ts";
import { ItemId, paperPrompt, prompt, promptOf } from "./prompt.ts";

const type = z.literal("single_choice");

/** One of several choices. The answer is its id, alone in a list. */
export const singleChoice = defineItem({
  question: z.strictObject({ ...prompt, type, choices: judgedChoices, correct: ItemId.optional() }).superRefine(
    checkChoices,
  ),
  paper: z.strictObject({ ...paperPrompt, type, choices: paperChoices }),
  answer: ChosenAnswer,
  toPaper: (question) => ({
    ...promptOf(question),
    type: question.type,
    choices: paperChoicesOf(question.choices),
  }),
  mark({ correct }, answer) {
    if (correct === undefined) return null;
    const chosen = choicesOf(answer);
    return chosen.length === 1 && chosen[0] === correct ? 1 : 0;
  },
});
