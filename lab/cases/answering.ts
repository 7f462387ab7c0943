import type { Case } from "./case.ts";
import type { Desk } from "./desk.ts";
import { entriesOf } from "./entries.ts";

/** Words to read for each choice question, its choices included. */
const WORDS = 55;

/**
 * Opens sixty choice questions one after the other and has each answered; the context knows how long their text is.
 *
 * @param answer Does whatever leads to the choice.
 */
export function answering(
  desk: Desk,
  answer: (desk: Desk) => void,
  { questions = 60, words = WORDS } = {},
): ReturnType<Case["make"]> {
  const question_words: Record<string, number> = {};
  for (let question = 1; question <= questions; question++) {
    question_words[`q${question}`] = words;
    desk.view(`q${question}`);
    answer(desk);
    desk.select();
  }
  return { entries: entriesOf(desk.events), context: { question_words } };
}
