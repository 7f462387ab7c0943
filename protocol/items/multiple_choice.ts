import { z } from "zod";
import { ChosenAnswer } from "./answer.ts";
import { choicesOf } from "./answer_form.ts";
import { checkChoices, choices, paperChoices, paperChoicesOf } from "./choice.ts";
import { defineItem } from "./item.ts";
import { ItemId, paperPrompt, prompt, promptOf } from "./prompt.ts";

const type = z.literal("multiple_choice");

/** Any number of choices. The answer is their ids, in the order of the paper. */
export const multipleChoice = defineItem({
  question: z.strictObject({ ...prompt, type, choices, correct: z.array(ItemId).optional() })
    .superRefine(checkChoices),
  paper: z.strictObject({ ...paperPrompt, type, choices: paperChoices }),
  answer: ChosenAnswer,
  toPaper: (question) => ({
    ...promptOf(question),
    type: question.type,
    choices: paperChoicesOf(question.choices),
  }),
  /**
   * Right minus wrong, as a share of what is right, and never below 0: whoever chooses everything gains nothing. A key
   * without any choice is none: who left the question out would have it right.
   */
  mark({ correct = [] }, answer) {
    const right = new Set(correct);
    if (right.size === 0) return null;
    const chosen = new Set(choicesOf(answer));
    const hits = chosen.intersection(right).size;
    return Math.max(0, (2 * hits - chosen.size) / right.size);
  },
});
