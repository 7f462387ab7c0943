import type { MediaType } from "../../../protocol/media.ts";
import { sha256 } from "../../log/hash.ts";
import { inertSvg } from "./inert_svg.ts";
import { pictureType } from "./picture_type.ts";

/** A picture as it is stored. */
export interface Picture {
  /** The hash of its bytes, 43 characters: texts refer to it as `media:MEDIA_ID`. */
  mediaId: string;
  type: MediaType;
  content: Uint8Array<ArrayBuffer>;
}

/** The picture that bytes are, an SVG made inert; null where they are none that we show. Pure. */
export function readPicture(given: Uint8Array<ArrayBuffer>): Picture | null {
  const type = pictureType(given);
  const content = type === "image/svg+xml" ? inertSvg(given) : given;
  if (type === null || content === null) return null;
  return { mediaId: sha256(content, "base64url"), type, content };
}
