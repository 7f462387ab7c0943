import { createHash } from "node:crypto";
import { type PdfObject, writtenPdf } from "./written_pdf.ts";

/** What passwords are filled up with. */
const PAD = Uint8Array.from(
  "28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a".match(/../g) ?? [],
  (byte) => Number.parseInt(byte, 16),
);
const ID = new Uint8Array(16).fill(7);
/** What may be done with it: printing. */
const PERMITTED = -60;

/**
 * A paper that is encrypted with RC4 (revision 2 of the standard handler): with a password that opens it, or with an owner's alone,
 * as papers have that may be read and not changed.
 */
export function lockedPaper(lines: readonly string[], password = ""): Uint8Array<ArrayBuffer> {
  const owner = rc4(md5(padded("owner")).subarray(0, 5), padded(password));
  const permitted = new Uint8Array(Int32Array.of(PERMITTED).buffer);
  const key = md5(padded(password), owner, permitted, ID).subarray(0, 5);
  const content = lines.map((line, at) => `BT /F1 11 Tf 60 ${780 - at * 16} Td (${line}) Tj ET`).join("\n");
  const objectKey = md5(key, Uint8Array.of(4, 0, 0, 0, 0)).subarray(0, 10);
  const objects: PdfObject[] = [
    { words: "/Type/Catalog/Pages 2 0 R" },
    { words: "/Type/Pages/Kids[3 0 R]/Count 1" },
    {
      words: "/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>",
    },
    { words: "", data: rc4(objectKey, new TextEncoder().encode(content)) },
    { words: "/Type/Font/Subtype/Type1/BaseFont/Helvetica" },
    { words: `/Filter/Standard/V 1/R 2/P ${PERMITTED}/O<${hex(owner)}>/U<${hex(rc4(key, PAD))}>` },
  ];
  return writtenPdf(objects, `/Encrypt 6 0 R/ID[<${hex(ID)}><${hex(ID)}>]`);
}

function padded(password: string): Uint8Array {
  return new Uint8Array([...new TextEncoder().encode(password), ...PAD]).subarray(0, 32);
}

function md5(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash("md5");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => [state[a], state[b]] = [state[b], state[a]];
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + state[at] + key[at % key.length]) & 255;
    swap(at, other);
  }
  let [one, other] = [0, 0];
  return data.map((byte) => {
    one = (one + 1) & 255;
    other = (other + state[one]) & 255;
    swap(one, other);
    return byte ^ state[(state[one] + state[other]) & 255];
  });
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
