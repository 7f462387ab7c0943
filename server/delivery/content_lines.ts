import { Buffer } from "node:buffer";
import { mediaIdsIn } from "../../protocol/media_ids.ts";
import type { Stores } from "../store/stores.ts";
import type { ContentPart, ExportLine } from "./export_line.ts";

type LineOf<Kind extends ExportLine["kind"]> = Omit<Extract<ExportLine, { kind: Kind }>, "line">;

/** Bytes of one line: a multiple of three, so that no base64 but the last is padded. */
const PART_BYTES = 600_000;

/** Pictures that an exam's documents refer to. One that is nowhere is left out, as in the paper. */
export async function* pictureLines(
  { media }: Stores,
  examId: string,
  documents: readonly unknown[],
): AsyncGenerator<LineOf<"picture">> {
  for (const media_id of mediaIdsIn(documents)) {
    const picture = await media.read(examId, media_id);
    if (picture === null) continue;
    const { type, content } = picture;
    for (const part of partsOf(content)) yield { kind: "picture", media_id, type, ...part };
  }
}

/**
 * Files that a student handed in.
 *
 * @param files Bytes of each, by its id, as the log says.
 */
export async function* fileLines(
  { attemptFiles }: Stores,
  attempt_id: string,
  files: ReadonlyMap<string, number>,
): AsyncGenerator<LineOf<"file">> {
  for (const [file_id, bytes] of files) {
    const content = await attemptFiles.read(attempt_id, { file_id, bytes });
    for (const part of partsOf(content)) yield { kind: "file", attempt_id, file_id, ...part };
  }
}

function* partsOf(content: Uint8Array): Generator<ContentPart> {
  for (let at = 0; at < content.length; at += PART_BYTES) {
    const data = Buffer.from(content.subarray(at, at + PART_BYTES)).toString("base64");
    yield { at, of: content.length, data };
  }
}
