import type { Question } from "../../protocol/items/registry.ts";
import type { ItemFormProps } from "./items/author_item.ts";

/** What the form of a part is given that questions of every type have. */
export interface QuestionPartProps extends Pick<ItemFormProps<Question["type"]>, "problem" | "fieldId" | "random"> {
  /** Pools that questions of the exam are drawn from; null outside exams, where tags have a place of their own. */
  pools: readonly { id: string }[] | null;
  /** Paths within the question at which something is wrong. */
  wrong: readonly (readonly (string | number)[])[];
  question: Question;
  language: string | undefined;
  change: (question: Question, place: string) => void;
}
