import { useMemo } from "preact/hooks";
import { RenderAnswer } from "../../../protocol/media.ts";
import { callStaff } from "../../staff/staff_api.ts";
import { RenderedTexts } from "../texts/rendered_texts.ts";
import type { RichTextSupport } from "../texts/rich_texts.ts";

/**
 * For a component: what fields of Markdown need in the bank. Pictures are the question's own: one that is not stored yet takes none.
 *
 * @param itemId Null of a question that is new.
 */
export function useBankTexts(itemId: string | null): RichTextSupport {
  return useMemo(() => ({
    media: itemId === null ? null : `/api/bank/${itemId}/media`,
    pictures: itemId === null ? null : `/media/${itemId}`,
    texts: new RenderedTexts({
      render(texts) {
        const body = { ...texts, ...(itemId !== null && { exam_id: itemId }) };
        return callStaff({ method: "POST", path: "/api/render", body, answer: RenderAnswer });
      },
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    }),
  }), [itemId]);
}
