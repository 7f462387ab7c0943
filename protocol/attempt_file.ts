import { z } from "zod";
import { queryFlag } from "./query_flag.ts";

/** Kinds of files that a question may ask for; which one a file is, its content says and never its name. */
export const FileKind = z.enum(["pdf", "image", "document", "text"]);
export type FileKind = z.infer<typeof FileKind>;

/** Media types of each kind: all that is taken, and all that is served. */
export const MEDIA_TYPES = {
  pdf: ["application/pdf"],
  image: ["image/png", "image/jpeg", "image/webp"],
  document: [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
  ],
  text: ["text/plain; charset=utf-8"],
} as const satisfies Record<FileKind, readonly string[]>;

/** Id of a file: the SHA-256 of its bytes, hex. */
export const FileId = z.string().regex(/^[0-9a-f]{64}$/, "id_form");

/** What a file is called by who hands it in: shown, and never a path. */
export const FileName = z.string().min(1).max(200).regex(
  /^[^\p{Cc}/\\]*[^\p{Cc}/\\\s][^\p{Cc}/\\]*$/u,
  "file_name_form",
);

/** A file that a student handed in. */
export const AttemptFile = z.strictObject({
  file_id: FileId,
  question: z.string(),
  name: FileName,
  media_type: z.string(),
  bytes: z.int().min(1),
  received_at: z.number().describe("Server time, ms since 1970"),
});
export type AttemptFile = z.infer<typeof AttemptFile>;

/** `PUT /api/attempt/files/{question_id}`: the bytes are the body. */
export const PutFileQuery = z.object({ name: FileName });

/** Of both routes by which staff read files. */
export const FilesQuery = z.object({
  anonymous: queryFlag().describe(
    "By number and kind in the place of the students' own names for them, whatever the exam's policy says",
  ),
});

/** `GET /api/exams/{exam_id}/attempts/{attempt_id}/files` */
export const AttemptFiles = z.strictObject({ files: z.array(AttemptFile) });
