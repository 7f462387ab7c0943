import type { z } from "zod";
import type { Answer, ChosenAnswer, TextAnswer } from "./answer.ts";

/**
 * A type of question: everything that server and tools must know of it. A page knows it by its field in
 * `islands/student/items`.
 *
 * Whether an answer says something follows from the answer's form: see `isAnswered`.
 */
export interface Item<Question extends z.ZodObject, Paper extends z.ZodObject> {
  /** A question as its author writes it, with its correct answers. */
  readonly question: Question;
  /** A question as a student may see it. What a student reads stands in fields called `text`, at any depth. */
  readonly paper: Paper;
  /** Fields of the paper whose texts are shown letter by letter, also where texts are Markdown: code. */
  readonly verbatim?: readonly (keyof z.output<Paper> & string)[];
  /** The form of its answers. */
  readonly answer: typeof TextAnswer | typeof ChosenAnswer;
  /**
   * What a student may see of a question. Fields are named one by one, so that one that is added to the question stays
   * hidden until somebody decides otherwise.
   */
  toPaper(question: z.output<Question>): z.output<Paper>;
  /**
   * The share of its points that an answer deserves, 0 to 1, or null where a person must mark it. An answer of another
   * form is as good as none.
   */
  mark(question: z.output<Question>, answer: Answer | undefined): number | null;
}

/** Names the parts of a type of question, each with the types that its schemas give. */
export function defineItem<Question extends z.ZodObject, Paper extends z.ZodObject>(
  item: Item<Question, Paper>,
): Item<Question, Paper> {
  return item;
}
