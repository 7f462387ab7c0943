import { type PdfObject, writtenPdf } from "./written_pdf.ts";

/** A page with the content of a stream, which writes with the font F1. */
export function onePage(content: PdfObject): Uint8Array<ArrayBuffer> {
  return pageOf(content, "/Font<</F1 5 0 R>>");
}

/** A page whose content is given; further objects begin with number 6. */
function page(stream: string, resources: string, more: readonly PdfObject[] = []): Uint8Array<ArrayBuffer> {
  return pageOf({ words: "", stream }, resources, more);
}

function pageOf(content: PdfObject, resources: string, more: readonly PdfObject[] = []): Uint8Array<ArrayBuffer> {
  return writtenPdf([
    { words: "/Type/Catalog/Pages 2 0 R" },
    { words: "/Type/Pages/Kids[3 0 R]/Count 1" },
    { words: `/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<${resources}>>` },
    content,
    { words: "/Type/Font/Subtype/Type1/BaseFont/Helvetica" },
    ...more,
  ]);
}

/** One page with as many signs to be written as fit into what a PDF may unpack to. */
export function millionsOfOperators(): Uint8Array<ArrayBuffer> {
  const stream = `BT /F1 9 Tf ${"(a) Tj 1 0 Td ".repeat(4_200_000)} ET`;
  return page(stream, "/Font<</F1 5 0 R>>");
}

/** Forms that each hold the next one twice: a thousand bytes that are gone through 2^40 times. */
export function doublingForms(depth = 40): Uint8Array<ArrayBuffer> {
  const form = (at: number): PdfObject => ({
    words: `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>` +
      (at < depth ? `/XObject<</A ${7 + at} 0 R/B ${7 + at} 0 R>>` : "") + ">>",
    stream: at < depth ? "/A Do /B Do" : "BT /F1 9 Tf (a) Tj ET",
  });
  const forms = Array.from({ length: depth + 1 }, (_, at) => form(at));
  return page("/A Do", "/XObject<</A 6 0 R>>", forms);
}

/** A font that says of sixteen million letters what each of them means. */
export function endlessLetters(): Uint8Array<ArrayBuffer> {
  const ranges = Array.from(
    { length: 40 },
    (_, at) => `<${hex(at * 16_000_000)}> <${hex((at + 1) * 16_000_000 - 1)}> <0041>`,
  );
  const map =
    `begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange\n${ranges.length} beginbfrange\n` +
    `${ranges.join("\n")}\nendbfrange endcmap`;
  return page("BT /F1 9 Tf (a) Tj ET", "/Font<</F1 6 0 R>>", [
    { words: "/Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R" },
    { words: "", stream: map },
  ]);
}

function hex(number: number): string {
  return number.toString(16).padStart(8, "0");
}
