import { z } from "zod";
import { ExportQuery, ImportAnswer, ImportQuery } from "../../protocol/transfer.ts";
import { shownPictures } from "../../server/exams/media/shown_pictures.ts";
import { importedPicture } from "../../server/exams/transfer/shared/base64_picture.ts";
import { writeFile, WRITTEN } from "../../server/exams/transfer/formats.ts";
import type { Services } from "../../server/services.ts";
import { importText } from "../../words/import_note.ts";
import { requireStaff } from "../edge/require_staff.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** Questions that are brought along, and taken home. */
export function transferRoutes({ exams, readings, stores }: Services): RestRoute[] {
  const take = route({
    operation: "import_questions",
    summary: "What a file with questions says, and what of it was not understood; stores nothing",
    body: z.instanceof(Uint8Array<ArrayBuffer>),
    query: ImportQuery,
    answer: ImportAnswer,
    async handle({ body, query, words, principal, request }) {
      const asker = { account: requireStaff(principal).staffId, signal: request.signal };
      const read = await readings.read(body, query.format ?? null, query.whole, asker);
      const { format, questions, notes, sections, pools, pictures } = read;
      const told = notes.map((note) => {
        const { line, page, item, level } = note;
        return {
          ...(line && { line }),
          ...(page && { page }),
          ...(item && { item }),
          level,
          message: importText(note, words),
        };
      });
      const unread = notes.flatMap(({ told, page }) =>
        told.key === "pdf_page_without_text" && page !== undefined ? [page] : []
      );
      const parts = { sections, pools, pictures: [...pictures.values()].map(importedPicture) };
      return {
        body: {
          format,
          questions,
          notes: told,
          ...(unread.length > 0 && { unread_pages: unread }),
          ...(query.whole && parts),
        },
      };
    },
  });

  const give = route({
    operation: "export_questions",
    summary: "An exam's questions with their correct answers, sections, pools and pictures, as a file",
    query: ExportQuery,
    async handle({ params, query }) {
      const exam = await exams.require(params.exam_id);
      const { type, ending } = WRITTEN[query.format];
      const { questions, sections = [], pools = [], text_format: textFormat } = exam.document;
      const pictures = await shownPictures(stores.media, params.exam_id, { questions, sections });
      const content = writeFile({ questions, sections, pools, pictures, textFormat }, query.format);
      const filename = `${exam.document.code.toLowerCase()}.${ending}`;
      return {
        headers: { "content-disposition": `attachment; filename="${filename}"` },
        file: { content, type, isHashed: false },
      };
    },
  });

  return [take, give];
}
