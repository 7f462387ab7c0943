import { z } from "zod";
import { ChosenAnswer } from "./answer.ts";
import { choicesOf } from "./answer_form.ts";
import { checkChoices, judgedChoices, paperChoices, paperChoicesOf } from "./choice.ts";
import { defineItem } from "./item.ts";
import { ItemId, paperPrompt, prompt, promptOf } from "./prompt.ts";

const type = z.literal("multiple_choice");

/** Any number of choices. The answer is their ids, in the order of the paper. */
export const multipleChoice = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    choices: judgedChoices,
    correct: z.array(ItemId).optional(),
    scoring: z.enum(["right_minus_wrong", "all_or_nothing"]).optional()
      .describe("`right_minus_wrong` when absent: partial credit, never below 0"),
  }).superRefine(checkChoices),
  paper: z.strictObject({ ...paperPrompt, type, choices: paperChoices }),
  answer: ChosenAnswer,
  toPaper: (question) => ({
    ...promptOf(question),
    type: question.type,
    choices: paperChoicesOf(question.choices),
  }),
  /**
   * Right minus wrong, as a share of what is right, and never below 0: whoever chooses everything gains nothing. Or all or
   * nothing. A key without any choice is none: who left the question out would have it right.
   */
  mark({ correct = [], scoring = "right_minus_wrong" }, answer) {
    const right = new Set(correct);
    if (right.size === 0) return null;
    const chosen = new Set(choicesOf(answer));
    const hits = chosen.intersection(right).size;
    if (scoring === "all_or_nothing") return hits === right.size && chosen.size === right.size ? 1 : 0;
    return Math.max(0, (2 * hits - chosen.size) / right.size);
  },
});
