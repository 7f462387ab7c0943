import { textsIn } from "../../protocol/items/texts_in.ts";
import type { Paper } from "../../protocol/rest.ts";

/** Every text of a paper that a student can copy from it. */
export function paperTexts(paper: Paper): string[] {
  return [paper.title, paper.instructions ?? "", ...textsIn(paper.questions)];
}
