import { z } from "zod";
import { MediaAnswer, RenderAnswer, RenderBody } from "../../protocol/media.ts";
import { Refusal } from "../../server/errors.ts";
import { keepPicture } from "../../server/exams/media/keep_picture.ts";
import { renderLine, renderMarkdown, renderPart } from "../../server/exams/text/render_markdown.ts";
import { textWarnings } from "../../server/exams/text/text_warnings.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { speechFor } from "./spoken.ts";

/** Pictures of exams, and texts as students will see them. */
export function mediaRoutes({ stores, now }: Services): RestRoute[] {
  const add = route({
    operation: "add_picture",
    summary: "Store a picture of an exam (PNG, JPEG, WebP or SVG), before a text refers to it",
    body: z.instanceof(Uint8Array<ArrayBuffer>),
    answer: MediaAnswer,
    status: 201,
    handle: async ({ params, body }) => ({
      body: { media_id: await keepPicture(stores, params.exam_id, body, now()) },
    }),
  });

  const get = route({
    operation: "get_picture",
    summary: "A picture of an exam",
    async handle({ params }) {
      const picture = await stores.media.read(params.exam_id, params.media_id);
      if (picture === null) throw new Refusal("not_found", "nothing_here");
      return { file: { ...picture, isHashed: true } };
    },
  });

  const render = route({
    operation: "render_texts",
    summary: "Markdown texts as students will see them; stores nothing",
    body: RenderBody,
    answer: RenderAnswer,
    handle({ body, request }) {
      const { sentences, speaker } = speechFor(request);
      const blocks = body.text === undefined ? [] : [body.text];
      const texts = [...blocks, ...body.texts, ...body.lines];
      return {
        body: {
          html: [
            ...blocks.map((text) => renderMarkdown(text, body.exam_id)),
            ...body.texts.map((text) => renderPart(text, body.exam_id, speaker.language.tag)),
            ...body.lines.map((text) => renderLine(text, body.exam_id)),
          ],
          warnings: texts.flatMap((text, index) =>
            textWarnings(text).map((code) => ({ index, code, message: sentences.publishWarnings[code] }))
          ),
        },
      };
    },
  });

  return [add, get, render];
}
