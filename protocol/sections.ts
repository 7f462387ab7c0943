import { z } from "zod";
import { authoredText, ItemId, paperHtml } from "./items/prompt.ts";

/** Sections of one exam, at most. */
export const MAX_SECTIONS = 100;

/** A part of an exam that has a heading of its own, and a text that belongs to all of its questions. */
export const Section = z.strictObject({
  id: ItemId,
  title: z.string().trim().min(1).max(200),
  text: authoredText(20_000).optional().describe("Shown at its first question, in the exam's `text_format`"),
});
export type Section = z.infer<typeof Section>;

/** What of a section stands in the paper: all of it. */
export const PaperSection = z.strictObject({
  id: z.string(),
  title: z.string(),
  text: z.string().optional(),
  html: paperHtml,
});
export type PaperSection = z.infer<typeof PaperSection>;

interface Sectioned {
  questions: readonly { section?: string }[];
  sections?: readonly { id: string }[];
}

/**
 * That sections differ, questions name one that there is, and stand in the order of the sections: each section's questions
 * together, those of none before the first.
 */
export function refuseSectionProblems({ questions, sections = [] }: Sectioned, context: z.RefinementCtx): void {
  const places = new Map<string, number>();
  sections.forEach(({ id }, index) => {
    if (places.has(id)) {
      const path = ["sections", index, "id"];
      context.addIssue({ code: "custom", path, message: "used_twice", params: { value: id } });
    } else places.set(id, index);
  });
  let reached = -1;
  questions.forEach(({ section }, index) => {
    const place = section === undefined ? -1 : places.get(section);
    const path = ["questions", index, "section"];
    if (place === undefined) {
      context.addIssue({ code: "custom", path, message: "no_such_section", params: { value: section ?? "" } });
    } else if (place < reached) context.addIssue({ code: "custom", path, message: "section_order" });
    else reached = place;
  });
}
