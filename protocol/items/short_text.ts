import { z } from "zod";
import { TextAnswer } from "./answer.ts";
import { textOf } from "./answer_form.ts";
import { foldText } from "./fold_text.ts";
import { defineItem } from "./item.ts";
import { paperPrompt, prompt, promptOf } from "./prompt.ts";

const type = z.literal("short_text");

/** A word or a line. */
export const shortText = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    max_characters: z.int().min(1).max(10_000).default(500),
    correct: z.array(z.string().max(500)).max(50).optional().describe("Accepted answers"),
  }),
  paper: z.strictObject({ ...paperPrompt, type, max_characters: z.number() }),
  answer: TextAnswer,
  toPaper: (question) => ({
    ...promptOf(question),
    type: question.type,
    max_characters: question.max_characters,
  }),
  /** Right where it is one of the accepted answers, whatever its case and spaces. */
  mark({ correct = [] }, answer) {
    const accepted = correct.map(foldText).filter((text) => text !== "");
    if (accepted.length === 0) return null;
    return accepted.includes(foldText(textOf(answer))) ? 1 : 0;
  },
});
