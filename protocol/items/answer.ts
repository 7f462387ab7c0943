import { z } from "zod";
import { dictionary } from "../dictionary.ts";
import { MAX_ANSWER_CHARACTERS, MAX_CHOICES } from "../limits.ts";

/** An answer that is written: letters and numbers as they were typed. */
export const TextAnswer = z.string().max(MAX_ANSWER_CHARACTERS);

/** An answer that is chosen: ids of what was chosen. */
export const ChosenAnswer = z.array(z.string().max(1_000)).max(MAX_CHOICES);

/** An answer of any type of question, as it is given with a submission and kept: in one of two forms. */
export const Answer = z.union([TextAnswer, ChosenAnswer]);
export type Answer = z.infer<typeof Answer>;

/** Answers by question. */
export const Answers = dictionary(z.string().max(100), Answer);
export type Answers = z.infer<typeof Answers>;
