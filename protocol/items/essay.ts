import { z } from "zod";
import { TextAnswer } from "./answer.ts";
import { defineItem } from "./item.ts";
import { paperPrompt, prompt, promptOf } from "./prompt.ts";
import { rubric } from "./rubric.ts";

const type = z.literal("essay");

/** A text of any length, which a person marks. */
export const essay = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    words: z.strictObject({ min: z.int().min(0).optional(), max: z.int().min(1).optional() }).optional(),
    guidance: z.string().max(20_000).optional().describe("For markers only; never sent to a student"),
    rubric: rubric.optional().describe("What a person marks it by"),
  }),
  paper: z.strictObject({
    ...paperPrompt,
    type,
    words: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
  }),
  answer: TextAnswer,
  toPaper: (question) => ({
    ...promptOf(question),
    type: question.type,
    ...(question.words && { words: paperWords(question.words) }),
  }),
  mark: () => null,
});

function paperWords({ min, max }: { min?: number; max?: number }) {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
