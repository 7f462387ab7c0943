import { z } from "zod";
import { FileKind } from "../attempt_file.ts";
import { MAX_ANSWER_FILES, MAX_FILE_MEBIBYTES } from "../limits.ts";
import { ChosenAnswer } from "./answer.ts";
import { defineItem } from "./item.ts";
import { paperPrompt, prompt, promptOf } from "./prompt.ts";
import { rubric } from "./rubric.ts";

const type = z.literal("file");

/** Kinds that are taken where the author names none. */
const EVERY_KIND = FileKind.options;

/**
 * Files that a student hands in, which a person marks. They are stored beside the attempt before the answer names them: each
 * as the SHA-256 of its bytes and its name, such as `9f2c…=essay.pdf`.
 */
export const file = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    accept: z.array(FileKind).min(1).max(EVERY_KIND.length).optional().describe(
      "Kinds that are taken; all when absent",
    ),
    max_files: z.int().min(1).max(MAX_ANSWER_FILES).default(1),
    max_megabytes: z.int().min(1).max(MAX_FILE_MEBIBYTES).default(MAX_FILE_MEBIBYTES)
      .describe("Of each file, in units of 1,048,576 bytes"),
    guidance: z.string().max(20_000).optional().describe("For markers only; never sent to a student"),
    rubric: rubric.optional().describe("What a person marks it by"),
  }),
  paper: z.strictObject({
    ...paperPrompt,
    type,
    accept: z.array(FileKind),
    max_files: z.number(),
    max_megabytes: z.number(),
  }),
  answer: ChosenAnswer,
  toPaper: ({ accept = EVERY_KIND, max_files, max_megabytes, ...question }) => ({
    ...promptOf(question),
    type: question.type,
    accept: EVERY_KIND.filter((kind) => accept.includes(kind)),
    max_files,
    max_megabytes,
  }),
  mark: () => null,
});
