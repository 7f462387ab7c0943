import { zlibSync } from "fflate";

/** What stands in a file: a dictionary, with a stream or without. */
export interface PdfObject {
  words: string;
  /** Is packed. */
  stream?: string;
  /** Is written as it is; `words` name its filter. */
  data?: Uint8Array;
}

/** A PDF of objects that are written by hand, numbered from 1; the first one is its catalog. @param trailer What stands in the trailer beside it. */
export function writtenPdf(objects: readonly PdfObject[], trailer = ""): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [bytesOf("%PDF-1.7\n")];
  for (const [at, { words, stream, data: raw }] of objects.entries()) {
    const data = stream === undefined ? raw : zlibSync(bytesOf(stream));
    const filter = stream === undefined ? "" : "/Filter/FlateDecode";
    parts.push(bytesOf(`${at + 1} 0 obj<<${words}${data === undefined ? "" : `${filter}/Length ${data.length}`}>>`));
    if (data !== undefined) parts.push(bytesOf("stream\n"), data, bytesOf("\nendstream\n"));
    parts.push(bytesOf("endobj\n"));
  }
  parts.push(bytesOf(`trailer<</Root 1 0 R${trailer}>>\n%%EOF\n`));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
