import { MediaAnswer } from "../../../protocol/media.ts";
import type { ImportedPicture } from "../../../protocol/transfer.ts";
import { callStaff, type Outcome } from "../../staff/staff_api.ts";

/** A slow network takes its time for two megabytes, ms. */
const SENT_WITHIN_MS = 60_000;

/**
 * Stores the pictures of a file that some texts show, one after the other: under the ids that these name them by already.
 *
 * @param media Address that takes them.
 */
export async function keepPictures(
  pictures: readonly ImportedPicture[],
  texts: unknown,
  media: string,
): Promise<Outcome<null>> {
  const written = JSON.stringify(texts);
  for (const { media_id, type, content } of pictures) {
    if (!written.includes(`media:${media_id}`)) continue;
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    const outcome = await callStaff({
      method: "POST",
      path: media,
      content: new Blob([bytes], { type }),
      answer: MediaAnswer,
      withinMs: SENT_WITHIN_MS,
    });
    if (!outcome.ok) return outcome;
  }
  return { ok: true, value: null };
}
