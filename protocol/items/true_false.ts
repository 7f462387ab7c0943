import { z } from "zod";
import { ChosenAnswer } from "./answer.ts";
import { choicesOf } from "./answer_form.ts";
import { defineItem } from "./item.ts";
import { paperPrompt, prompt, promptOf } from "./prompt.ts";

const type = z.literal("true_false");

const feedback = z.string().max(2_000).optional()
  .describe("Shown with the results to those who chose it, where the author allows it; never in the paper");

/** A statement that holds or not. The answer is `true` or `false`, alone in a list. */
export const trueFalse = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    correct: z.boolean().optional(),
    choice_feedback: z.strictObject({ true: feedback, false: feedback }).optional(),
  }),
  paper: z.strictObject({ ...paperPrompt, type }),
  answer: ChosenAnswer,
  toPaper: (question) => ({ ...promptOf(question), type: question.type }),
  mark({ correct }, answer) {
    if (correct === undefined) return null;
    const chosen = choicesOf(answer);
    return chosen.length === 1 && chosen[0] === String(correct) ? 1 : 0;
  },
});
