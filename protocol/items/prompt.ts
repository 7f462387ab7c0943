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
  pool: ItemId.optional().describe("The exam's pool that it may be drawn from; always in the paper when absent"),
  section: ItemId.optional().describe("The exam's section that it stands in"),
  id: ItemId,
  text: authoredText(20_000).describe("The question; blank lines separate paragraphs"),
  points: z.number().min(0).max(1_000).default(1),
  bank: z.strictObject({ item_id: ItemId, revision: z.int().min(1) }).optional()
    .describe("The question of the bank that this is a copy of"),
  tags: z.array(z.string().min(1).max(50).refine((tag) => tag.trim() === tag, "no_outer_spaces")).max(20).optional()
    .describe("What its authors find it by; never sent to a student"),
  feedback: z.string().max(5_000).optional()
    .describe("Shown with the results, where the author allows it; never in the paper"),
};

/** Beside each text of a paper, where the exam is Markdown: the text as HTML that the server made, safe as it is. */
export const paperHtml = z.string().optional();

/** What of it a student may see. */
export const paperPrompt = {
  id: z.string(),
  text: z.string(),
  html: paperHtml,
  points: z.number(),
  section: z.string().optional(),
};

/** The part of a question that all types show in the same way. */
export function promptOf(
  { id, text, points, section }: { id: string; text: string; points: number; section?: string },
) {
  return { id, text, points, ...(section !== undefined && { section }) };
}
