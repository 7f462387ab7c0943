import { z } from "zod";
import { MAX_RENDER_TEXTS } from "./limits.ts";

/** What a picture can be. */
export const MediaType = z.enum(["image/png", "image/jpeg", "image/webp", "image/svg+xml"]);
export type MediaType = z.infer<typeof MediaType>;

/** `POST /api/exams/{exam_id}/media`: a text refers to the picture as `![alternative text](media:MEDIA_ID)`. */
export const MediaAnswer = z.strictObject({ media_id: z.string() });

const text = z.string().max(20_000);

/** `POST /api/render`: one Markdown text, or several. */
export const RenderBody = z.strictObject({
  text: text.optional(),
  texts: z.array(text).max(MAX_RENDER_TEXTS).default([]),
  lines: z.array(text).max(MAX_RENDER_TEXTS).default([])
    .describe("Pieces of a line, as a passage has them between its gaps"),
  exam_id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/).optional().describe(
    "Exam whose pictures they show; none where absent",
  ),
});

/** The texts as students see them, in their order (`text`, `texts`, `lines`), and what their author may not have meant. */
export const RenderAnswer = z.strictObject({
  html: z.array(z.string()),
  warnings: z.array(z.strictObject({ index: z.int(), code: z.string(), message: z.string() })),
});
