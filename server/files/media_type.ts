import { type FileKind, MEDIA_TYPES } from "../../protocol/attempt_file.ts";
import { zipNames } from "./zip_names.ts";

/** What a file is, by its content. */
interface Sniffed {
  kind: FileKind;
  mediaType: string;
}

const [PNG, JPEG, WEBP] = MEDIA_TYPES.image;
const [DOCX, ODT] = MEDIA_TYPES.document;
const [PDF] = MEDIA_TYPES.pdf;
const [TEXT] = MEDIA_TYPES.text;

/** How the entry of an OpenDocument text begins, after its local header of 30 bytes. */
const ODT_MARK = `mimetype${ODT}`;

/** Whatever is no text in a text, besides tab, line feed, form feed and carriage return. */
// deno-lint-ignore no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/**
 * What a file is by its first bytes and, of documents in a zip, by what is in it; null for whatever else. What it is called and
 * what a browser says of it counts for nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(sniff(new TextEncoder().encode("%PDF-1.7\n"))?.kind, "pdf");
 * assert.equal(sniff(new Uint8Array([0x4d, 0x5a, 0x90, 0])), null);
 * ```
 */
export function sniff(bytes: Uint8Array): Sniffed | null {
  if (beginsWith(bytes, "%PDF-")) return { kind: "pdf", mediaType: PDF };
  if (beginsWith(bytes, "\x89PNG\r\n\x1a\n")) return { kind: "image", mediaType: PNG };
  if (beginsWith(bytes, "\xff\xd8\xff")) return { kind: "image", mediaType: JPEG };
  if (beginsWith(bytes, "RIFF") && beginsWith(bytes, "WEBPVP8", 8)) return { kind: "image", mediaType: WEBP };
  if (beginsWith(bytes, "PK\x03\x04")) return sniffZip(bytes);
  return isText(bytes) ? { kind: "text", mediaType: TEXT } : null;
}

/** Documents without macros; an archive of anything else is none. */
function sniffZip(bytes: Uint8Array): Sniffed | null {
  const names = zipNames(bytes);
  if (names === null || [...names].some((name) => /vbaProject\.bin$|^Basic\/|^Scripts\//i.test(name))) return null;
  if (beginsWith(bytes, ODT_MARK, 30) && names.has("content.xml")) return { kind: "document", mediaType: ODT };
  const isWord = names.has("[Content_Types].xml") && names.has("word/document.xml");
  return isWord ? { kind: "document", mediaType: DOCX } : null;
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() !== "" && !CONTROL.test(text);
  } catch {
    return false;
  }
}

function beginsWith(bytes: Uint8Array, signs: string, at = 0): boolean {
  return bytes.length >= at + signs.length &&
    Array.from(signs).every((sign, index) => bytes[at + index] === sign.charCodeAt(0));
}
