import { getDocument } from "unpdf/pdfjs";
import { setImmediate } from "node:timers/promises";
import type { Found, ImportTold } from "../shared/found.ts";
import type { Format } from "../shared/format.ts";
import { type NumberedLine, numberedPaper } from "./numbered_paper.ts";
import { pdfLines, type PlacedText } from "./pdf_lines.ts";
import { boundedPdf } from "./pdf_bounds.ts";

/** Pages that are read, and pieces of text on one of them, at most. */
const MOST_PAGES = 200;
const MOST_PIECES = 50_000;
/** Time after which no further page is begun, ms. */
const MOST_TIME = 20_000;

/** A numbered paper with lettered choices, as text in a PDF. Only its text is read: nothing is drawn, run or fetched. */
export const pdf = {
  isLikely: () => false,
  *read() {
    yield { kind: "note", level: "error", told: { key: "pdf_broken", values: {} } };
  },
  packed: {
    isLikely: (bytes) => new TextDecoder("latin1").decode(bytes.subarray(0, 1_024)).includes("%PDF-"),
    read,
  },
} satisfies Format;

async function* read(bytes: Uint8Array<ArrayBuffer>, isApart: boolean): AsyncGenerator<Found> {
  const bounded = await boundedPdf(bytes, isApart);
  if (!(bounded instanceof Uint8Array)) {
    yield problem(bounded);
    return;
  }
  const lines: NumberedLine[] = [];
  const task = getDocument({
    data: bounded,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    useWorkerFetch: false,
    verbosity: 0,
  });
  try {
    const began = performance.now();
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number++) {
      if (number > MOST_PAGES || performance.now() - began > MOST_TIME) {
        yield { ...problem({ key: "pdf_pages", values: { pages: document.numPages } }), page: number };
        break;
      }
      const found = await textOf(document, number);
      if (found === null) yield { ...problem({ key: "pdf_page_without_text", values: {} }), page: number };
      else lines.push(...found.map((text) => ({ text, page: number })));
      await setImmediate();
    }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    yield problem({ key: isLocked ? "pdf_password" : "pdf_broken", values: {} });
  } finally {
    await task.destroy();
  }
  yield* numberedPaper(lines);
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>["promise"]>;

/** The lines of a page, or null where there is no text to be read. */
async function textOf(document: PdfDocument, number: number): Promise<string[] | null> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.slice(0, MOST_PIECES).flatMap((item): PlacedText[] =>
      "str" in item
        ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width, height: item.height || 10 }]
        : []
    );
    const [left, , right] = page.view;
    page.cleanup();
    const lines = pdfLines(texts, left, right);
    return lines.length === 0 ? null : lines;
  } catch {
    // A page that is broken is one that cannot be read.
    return null;
  }
}

function problem(told: ImportTold): Extract<Found, { kind: "note" }> {
  return { kind: "note", level: "error", told };
}
