import { z } from "zod";
import { TextAnswer } from "./answer.ts";
import { textOf } from "./answer_form.ts";
import { foldText } from "./fold_text.ts";
import { defineItem } from "./item.ts";
import { paperPrompt, prompt, promptOf } from "./prompt.ts";
import { rubric } from "./rubric.ts";

const type = z.literal("short_text");

/** A word or a line. */
export const shortText = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    max_characters: z.int().min(1).max(10_000).default(500),
    correct: z.array(z.string().max(500)).max(50).optional().describe("Accepted answers"),
    match_case: z.boolean().optional().describe("Whether capitals count; they do not when absent"),
    ignore_accents: z.boolean().optional().describe("Whether é is taken for e; it is not when absent"),
    rubric: rubric.optional().describe("What a person marks it by"),
  }),
  paper: z.strictObject({ ...paperPrompt, type, max_characters: z.number() }),
  answer: TextAnswer,
  toPaper: (question) => ({
    ...promptOf(question),
    type: question.type,
    max_characters: question.max_characters,
  }),
  /** Right where it is one of the accepted answers, whatever its case and spaces, unless the author says otherwise. */
  mark({ correct = [], match_case: matchCase, ignore_accents: ignoreAccents }, answer) {
    const fold = (text: string) => foldText(text, { matchCase, ignoreAccents });
    const accepted = correct.map(fold).filter((text) => text !== "");
    if (accepted.length === 0) return null;
    return accepted.includes(fold(textOf(answer))) ? 1 : 0;
  },
});
