import { z } from "zod";

/** Id of a question, or of something in it that can be chosen. */
export const ItemId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "id_form");

/**
 * Text that an author writes for students, kept as it was written: in code, indentation is meaning.
 *
 * @param most Characters, at most.
 */
export function authoredText(most: number) {
  return z.string().min(1).max(most).refine((text) => text.trim() !== "", "must not be blank");
}

/** What every question has, beside its type. */
export const prompt = {
  id: ItemId,
  text: authoredText(20_000).describe("The question, as plain text; blank lines separate paragraphs"),
  points: z.number().min(0).max(1_000).default(1),
};

/** What of it a student may see. */
export const paperPrompt = { id: z.string(), text: z.string(), points: z.number() };

/** The part of a question that all types show in the same way. */
export function promptOf({ id, text, points }: { id: string; text: string; points: number }) {
  return { id, text, points };
}
