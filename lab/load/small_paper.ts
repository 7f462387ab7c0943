import type { PaperQuestion } from "../../protocol/items/registry.ts";

/** The paper that simulated load sits: ids as in the demo exam, so that edits land in answers that exist. */
export const SMALL_PAPER: readonly PaperQuestion[] = [
  { id: "q1", points: 20, text: "Write to the mayor.", type: "essay" },
  { id: "q4", points: 3, text: "Is tails more likely?", type: "true_false" },
  { id: "q5", points: 5, text: "What is the average speed?", type: "numeric" },
  { id: "q6", points: 4, text: "Which average describes it better?", type: "short_text", max_characters: 400 },
];
