import { ImportAnswer, type ImportFormat } from "../../../protocol/transfer.ts";
import { callStaff, type Outcome } from "../../staff/staff_api.ts";

/** A long paper takes its time, ms. */
const READ_WITHIN_MS = 60_000;

/**
 * What a file says. Nothing is stored.
 *
 * @param format Recognised where it is null.
 * @param isWhole Whether sections, pools and pictures are asked for, too.
 */
export function readImport(
  content: Blob,
  format: ImportFormat | null,
  isWhole: boolean,
): Promise<Outcome<ImportAnswer>> {
  const query = new URLSearchParams({ whole: `${isWhole}`, ...(format !== null && { format }) });
  return callStaff({
    method: "POST",
    path: `/api/import?${query}`,
    content,
    answer: ImportAnswer,
    withinMs: READ_WITHIN_MS,
  });
}
