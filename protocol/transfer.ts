import { EXPORT_FORMATS } from "./export_formats.ts";
import { z } from "zod";
import { Question } from "./items/registry.ts";
import { MediaType } from "./media.ts";
import { Pool } from "./pools.ts";
import { Section } from "./sections.ts";

/** Formats that questions can be brought along in. */
export const ImportFormat = z.enum(["gift", "moodle_xml", "qti", "pdf", "aiken", "csv", "json"]);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** Formats that an exam's questions can be taken home in. */
export const ExportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** `POST /api/import?format=`: the query. */
export const ImportQuery = z.object({
  format: ImportFormat.optional().describe("Recognised from the file when absent"),
  whole: z.enum(["true", "false"]).default("false").transform((word) => word === "true")
    .describe("Whether sections, pools and pictures are answered too; else they are left out, with notes"),
});

/** `GET /api/exams/{exam_id}/export?format=`: the query. */
export const ExportQuery = z.object({ format: ExportFormat });

/** What was not understood of a file, or not taken as it stood. */
export const ImportNote = z.strictObject({
  line: z.int().min(1).optional().describe("Line in the file, from 1"),
  page: z.int().min(1).optional().describe("Page of the file, from 1"),
  item: z.int().min(1).optional().describe("Number of the question in the file, from 1"),
  level: z.enum(["error", "warning"]).describe("`error`: not taken. `warning`: taken, but not as it stood"),
  message: z.string(),
});
export type ImportNote = z.infer<typeof ImportNote>;

/** A picture of a file. Texts show it as `![…](media:MEDIA_ID)`, and are right as soon as an exam has been given it. */
export const ImportedPicture = z.strictObject({
  media_id: z.string().describe("The id that the exam's media call answers for these bytes"),
  type: MediaType,
  content: z.string().describe("Its bytes in base64"),
});
export type ImportedPicture = z.infer<typeof ImportedPicture>;

/** `POST /api/import`: what a file says. Nothing is stored. */
export const ImportAnswer = z.strictObject({
  format: ImportFormat,
  questions: z.array(Question),
  notes: z.array(ImportNote),
  sections: z.array(Section).optional().describe(
    "Where `whole` was asked: those that the questions stand in, in their order",
  ),
  pools: z.array(Pool).optional().describe("Where `whole` was asked: those that the questions may be drawn from"),
  pictures: z.array(ImportedPicture).optional().describe("Where `whole` was asked: those that the texts show"),
  unread_pages: z.array(z.int().min(1)).optional()
    .describe(
      "Pages of a PDF without text that can be read, from 1: an author's browser may draw them. Absent where there are none",
    ),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;
