import { z } from "zod";
import { MAX_CHOICES } from "../limits.ts";
import { authoredText, ItemId, paperHtml } from "./prompt.ts";

const Choice = z.strictObject({ id: ItemId, text: authoredText(2_000) });
type Choice = z.infer<typeof Choice>;

/** Choices as their author writes them. */
export const choices = z.array(Choice).min(2).max(MAX_CHOICES);

/** Choices as their author writes them, each with what is said to those who chose it. */
export const judgedChoices = z.array(Choice.extend({
  feedback: z.string().max(2_000).optional()
    .describe("Shown with the results to those who chose it, where the author allows it; never in the paper"),
})).min(2).max(MAX_CHOICES);

/** Choices as a student may see them. */
export const paperChoices = z.array(Choice.extend({ html: paperHtml }));

/** What a student may see of the choices. */
export function paperChoicesOf(choices: readonly Choice[]): Choice[] {
  return choices.map(({ id, text }) => ({ id, text }));
}

/** A question whose choices differ, and whose correct ones are among them. */
export function checkChoices(
  { choices, correct }: { choices: readonly Choice[]; correct?: string | readonly string[] },
  context: z.RefinementCtx,
): void {
  const ids = new Set(choices.map((choice) => choice.id));
  if (ids.size !== choices.length) {
    context.addIssue({ code: "custom", path: ["choices"], message: "choices_differ" });
  }
  for (const id of [correct ?? []].flat()) {
    if (!ids.has(id)) {
      context.addIssue({ code: "custom", path: ["correct"], message: "no_choice", params: { value: id } });
    }
  }
}
