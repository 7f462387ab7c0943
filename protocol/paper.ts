import { z } from "zod";
import { LanguageTag, Navigation } from "./exam.ts";
import { paperHtml } from "./items/prompt.ts";
import { PaperQuestion } from "./items/registry.ts";
import { PaperSection } from "./sections.ts";

/** What a student gets to see of an exam. */
export const Paper = z.strictObject({
  exam_id: z.string().min(1).max(64),
  title: z.string(),
  language: LanguageTag.optional().describe("Language that the exam is written in (BCP 47), where it says so"),
  instructions: z.string().optional(),
  instructions_html: paperHtml.describe("As `html` of the questions: where the exam is Markdown"),
  sections: z.array(PaperSection).optional(),
  navigation: Navigation.optional().describe("`forward`: a question that was left cannot be changed"),
  questions: z.array(PaperQuestion),
});
export type Paper = z.infer<typeof Paper>;
