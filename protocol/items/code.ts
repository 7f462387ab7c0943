import { z } from "zod";
import { TextAnswer } from "./answer.ts";
import { defineItem } from "./item.ts";
import { authoredText, paperPrompt, prompt, promptOf } from "./prompt.ts";
import { rubric } from "./rubric.ts";

const type = z.literal("code");

/** A program, or a part of one, which a person marks. The answer is kept as it was typed, indentation and all. */
export const code = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    programming_language: z.string().min(1).max(40).optional().describe("Shown above the field, such as Python"),
    starter: authoredText(20_000).optional().describe("Shown beside the field; who wants to begins with it"),
    guidance: z.string().max(20_000).optional().describe("For markers only; never sent to a student"),
    rubric: rubric.optional().describe("What a person marks it by"),
  }),
  paper: z.strictObject({
    ...paperPrompt,
    type,
    programming_language: z.string().optional(),
    starter: z.strictObject({ text: z.string() }).optional(),
  }),
  verbatim: ["starter"],
  answer: TextAnswer,
  toPaper: ({ programming_language, starter, ...question }) => ({
    ...promptOf(question),
    type: question.type,
    ...(programming_language && { programming_language }),
    ...(starter && { starter: { text: starter } }),
  }),
  mark: () => null,
});
