import type { Page } from "playwright-core";
import { type PdfObject, writtenPdf } from "./written_pdf.ts";

/** Size of a scanned page, px. */
const [WIDTH, HEIGHT] = [620, 876];

/** A paper of four pages: the first with a question as text, the second a photograph of one, the third as a fax is packed, the fourth empty. */
export async function scannedPaper(page: Page): Promise<Uint8Array<ArrayBuffer>> {
  const paint = (number: number, content: number): PdfObject => ({
    words: `/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R` +
      `/Resources<</Font<</F1 6 0 R>>/XObject<</I ${number} 0 R>>>>`,
  });
  const size = `/Type/XObject/Subtype/Image/Width ${WIDTH}/Height ${HEIGHT}`;
  const text = ["1. Which tree is evergreen?", "A. Oak", "B. Spruce", "Answer: B"]
    .map((line, at) => `BT /F1 11 Tf 60 ${780 - at * 16} Td (${line}) Tj ET`).join("\n");
  return writtenPdf([
    { words: "/Type/Catalog/Pages 2 0 R" },
    { words: "/Type/Pages/Kids[3 0 R 4 0 R 5 0 R 11 0 R]/Count 4" },
    paint(9, 7),
    paint(9, 8),
    paint(10, 8),
    { words: "/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding" },
    { words: "", stream: text },
    { words: "", stream: "q 595 0 0 842 0 0 cm /I Do Q" },
    { words: `${size}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`, data: await photograph(page) },
    {
      words:
        `${size}/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns ${WIDTH}>>`,
      data: fax(),
    },
    { words: "/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>" },
  ]);
}

/** A page of a paper as a JPEG, which a browser makes. */
async function photograph(page: Page): Promise<Uint8Array> {
  const letters = await page.evaluate(([width, height]) => {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    if (context === null) throw new TypeError("no canvas");
    context.fillStyle = "#f4f0e6";
    context.fillRect(0, 0, width, height);
    context.fillStyle = "#202040";
    context.font = "24px serif";
    context.fillText("2. Draw the parts of a leaf.", 60, 90);
    context.beginPath();
    context.ellipse(310, 360, 90, 180, 0.3, 0, 7);
    context.stroke();
    return canvas.toDataURL("image/jpeg", 0.8).split(",")[1];
  }, [WIDTH, HEIGHT]);
  return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
}

/** A black stripe on white, as a fax of group 4: in the first line its place, in all others that nothing has changed. */
function fax(): Uint8Array {
  const [white100, black200] = ["11011" + "00010101", "000011001001" + "000101"];
  const bits = `001${white100}${black200}1${"111".repeat(HEIGHT - 1)}${"000000000001".repeat(2)}`;
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
}
