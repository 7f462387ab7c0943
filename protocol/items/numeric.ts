import { z } from "zod";
import { TextAnswer } from "./answer.ts";
import { textOf } from "./answer_form.ts";
import { defineItem } from "./item.ts";
import { paperPrompt, prompt, promptOf } from "./prompt.ts";
import { readNumber } from "./read_number.ts";

const type = z.literal("numeric");

/** What a sum of decimals may be off by, as a share: 0.4 lies within 0.1 of 0.3, though doubles say otherwise. */
const ROUNDING = 1e-12;

/** A number. The answer is kept as it was typed; {@link readNumber} says which number that is. */
export const numeric = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    unit: z.string().max(50).optional(),
    correct: z.number().optional(),
    tolerance: z.number().min(0).optional(),
  }),
  paper: z.strictObject({ ...paperPrompt, type, unit: z.string().optional() }),
  answer: TextAnswer,
  toPaper: (question) => ({
    ...promptOf(question),
    type: question.type,
    ...(question.unit && { unit: question.unit }),
  }),
  /** Right within the tolerance, its ends included. */
  mark({ correct, tolerance = 0 }, answer) {
    if (correct === undefined) return null;
    const given = readNumber(textOf(answer));
    if (given === null) return 0;
    const rounding = ROUNDING * Math.max(Math.abs(correct), Math.abs(given));
    return Math.abs(given - correct) <= tolerance + rounding ? 1 : 0;
  },
});
