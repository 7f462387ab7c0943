import { z } from "zod";
import { projectRoot } from "../../server/tasks/build.ts";
import { sha256Hex } from "../../server/log/hash.ts";
import { type DrawnPicture, PICTURES } from "./drawn_pictures.tsx";

/** What each picture was drawn of and what came of it, as SHA-256 in hex, by its name. */
export const MadeOf = z.record(z.string(), z.strictObject({ source: z.string(), picture: z.string() }));
export type MadeOf = z.infer<typeof MadeOf>;

/** Where that is kept, beside the pictures. */
export const MADE_OF_PATH = `${projectRoot()}/${PICTURES}/made_of.json`;

/** Hash of what a picture is drawn of. */
export function sourceHash({ width, height, body }: DrawnPicture): string {
  return sha256Hex(`${width} ${height} ${body}`);
}
