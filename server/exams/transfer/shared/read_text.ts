import type { Note } from "./found.ts";

/** How an XML file names its encoding, in its first line. */
const DECLARED = /^<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})["']/;

/**
 * The text of a file. UTF-8 and UTF-16 are known by their marks and by how they look; what is neither is read in the encoding
 * that it names itself, or as Windows-1252, with a note: umlauts may be wrong then.
 *
 * @returns Null for what is no text.
 */
export function readText(bytes: Uint8Array<ArrayBuffer>): { text: string; notes: Note[] } | null {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return noControls({ text: new TextDecoder(utf16).decode(bytes), notes: [] });
  try {
    return noControls({ text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] });
  } catch {
    const encoding = declaredIn(bytes) ?? "windows-1252";
    const text = new TextDecoder(encoding).decode(bytes);
    return noControls({ text, notes: [{ level: "warning", told: { key: "encoding", values: { encoding } } }] });
  }
}

function noControls<Read extends { text: string }>(read: Read): Read | null {
  return read.text.includes("\0") ? null : read;
}

/** UTF-16 with its mark, or without it where every other byte of the beginning is nothing. */
function utf16Of(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const begin = bytes.subarray(0, 64);
  if (begin.length < 4) return null;
  const isZero = (parity: number) => begin.every((byte, index) => index % 2 !== parity || byte === 0);
  if (isZero(1)) return "utf-16le";
  return isZero(0) ? "utf-16be" : null;
}

function declaredIn(bytes: Uint8Array<ArrayBuffer>): string | null {
  const begin = new TextDecoder("windows-1252").decode(bytes.subarray(0, 300));
  const label = DECLARED.exec(begin)?.[1];
  if (label === undefined || /^utf-?8$/i.test(label)) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
