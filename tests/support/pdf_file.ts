import { zlibSync } from "fflate";

/** A text on a page: where, in points from the lower left corner. */
export interface PdfText {
  x: number;
  y: number;
  text: string;
}

/** A PDF with pages of A4, written by hand: Helvetica in 11 points, its streams packed. */
export function pdfFile(pages: readonly (readonly PdfText[])[], isPacked = true): Uint8Array<ArrayBuffer> {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(" ");
  const parts: (string | Uint8Array)[] = [
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
    `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>endobj\n`,
    "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n",
  ];
  pages.forEach((texts, at) => {
    const content = texts.map(({ x, y, text }) =>
      `BT /F1 11 Tf ${x} ${y} Td (${text.replace(/[\\()]/g, "\\$&")}) Tj ET\n`
    ).join("");
    const raw = Uint8Array.from(content, (sign) => sign.charCodeAt(0));
    const data = isPacked ? zlibSync(raw) : raw;
    parts.push(
      `${4 + 2 * at} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${5 + 2 * at} 0 R` +
        `/Resources<</Font<</F1 3 0 R>>>>>>endobj\n`,
      `${5 + 2 * at} 0 obj<</Length ${data.length}${isPacked ? "/Filter/FlateDecode" : ""}>>stream\n`,
      data,
      "\nendstream endobj\n",
    );
  });
  parts.push("trailer<</Root 1 0 R>>\n%%EOF\n");
  const bytes = parts.map((part) =>
    typeof part === "string" ? Uint8Array.from(part, (sign) => sign.charCodeAt(0)) : part
  );
  return new Uint8Array(bytes.flatMap((part) => [...part]));
}

/** Lines below each other, from the top. */
export function column(x: number, lines: readonly string[]): PdfText[] {
  return lines.map((text, at) => ({ x, y: 780 - at * 16, text }));
}
