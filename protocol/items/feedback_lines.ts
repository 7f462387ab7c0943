import { z } from "zod";
import type { Answer } from "./answer.ts";
import { choicesOf } from "./answer_form.ts";
import type { Question } from "./registry.ts";

/** What an author may have written for students who have answered, whatever the type. */
const WithFeedback = z.object({
  feedback: z.string().optional(),
  choices: z.array(z.object({ id: z.string(), feedback: z.string().optional() })).optional(),
  choice_feedback: z.record(z.string(), z.string().optional()).optional(),
});

/** What the author says to an answer: of what was chosen, then of the question as a whole. */
export function feedbackLines(question: Question, answer: Answer | undefined): string[] {
  const { feedback, choices = [], choice_feedback: ofChoice = {} } = WithFeedback.parse(question);
  const ofChosen = choicesOf(answer).map((id) =>
    choices.find((choice) => choice.id === id)?.feedback ?? (Object.hasOwn(ofChoice, id) ? ofChoice[id] : undefined)
  );
  return [...ofChosen, feedback].filter((line) => line !== undefined && line !== "").map(String);
}
