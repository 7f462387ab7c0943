import { z } from "zod";
import { ExportQuery, ImportAnswer, ImportQuery } from "../../protocol/transfer.ts";
import { Refusal } from "../../server/errors.ts";
import { writeFile, WRITTEN } from "../../server/exams/transfer/formats.ts";
import { readFile } from "../../server/exams/transfer/read_file.ts";
import type { Services } from "../../server/services.ts";
import { importText } from "../../words/import_note.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** Questions that are brought along, and taken home. */
export function transferRoutes({ exams }: Services): RestRoute[] {
  const take = route({
    operation: "import_questions",
    summary: "What a file with questions says, and what of it was not understood; stores nothing",
    body: z.instanceof(Uint8Array<ArrayBuffer>),
    query: ImportQuery,
    answer: ImportAnswer,
    async handle({ body, query, words }) {
      const { format, questions, notes } = await readFile(body, query.format ?? null);
      const told = notes.map((note) => {
        const { line, item, level } = note;
        return { ...(line && { line }), ...(item && { item }), level, message: importText(note, words) };
      });
      return { body: { format, questions, notes: told } };
    },
  });

  const give = route({
    operation: "export_questions",
    summary: "An exam's questions with their correct answers, as a file",
    query: ExportQuery,
    async handle({ params, query }) {
      const exam = await exams.get(params.exam_id);
      if (exam === null) throw new Refusal("not_found", "no_such_exam");
      const { type, ending } = WRITTEN[query.format];
      const content = writeFile(exam.document.questions, query.format);
      const filename = `${exam.document.code.toLowerCase()}.${ending}`;
      return {
        headers: { "content-disposition": `attachment; filename="${filename}"` },
        file: { content, type, isHashed: false },
      };
    },
  });

  return [take, give];
}
