import { z } from "zod";
import { Question } from "./items/registry.ts";

/** Formats that questions can be brought along in. */
export const ImportFormat = z.enum(["gift", "aiken", "csv", "json"]);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** Formats that an exam's questions can be taken home in. */
export const ExportFormat = z.enum(["gift", "csv", "json"]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** `POST /api/import?format=`: the query. */
export const ImportQuery = z.object({
  format: ImportFormat.optional().describe("Recognised from the file when absent"),
});

/** `GET /api/exams/{exam_id}/export?format=`: the query. */
export const ExportQuery = z.object({ format: ExportFormat });

/** What was not understood of a file, or not taken as it stood. */
export const ImportNote = z.strictObject({
  line: z.int().min(1).optional().describe("Line in the file, from 1"),
  item: z.int().min(1).optional().describe("Number of the question in the file, from 1"),
  level: z.enum(["error", "warning"]).describe("`error`: not taken. `warning`: taken, but not as it stood"),
  message: z.string(),
});
export type ImportNote = z.infer<typeof ImportNote>;

/** `POST /api/import`: what a file says. Nothing is stored. */
export const ImportAnswer = z.strictObject({
  format: ImportFormat,
  questions: z.array(Question),
  notes: z.array(ImportNote),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;
