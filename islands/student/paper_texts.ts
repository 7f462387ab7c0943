import { textsIn } from "../../protocol/items/texts_in.ts";
import type { Paper } from "../../protocol/paper.ts";

/** Every text of a paper that a student can copy from it. */
export function paperTexts(paper: Paper): string[] {
  const instructions = { text: paper.instructions ?? "", html: paper.instructions_html };
  return [paper.title, ...textsIn([instructions, paper.sections ?? [], paper.questions])];
}
