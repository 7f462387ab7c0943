import { crc32 } from "node:zlib";

const encoder = new TextEncoder();

/** A zip with these entries, not compressed, as documents may be. */
export function zipOf(entries: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [title, content] = [encoder.encode(name), encoder.encode(text)];
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    for (const [at, value] of [[14, crc32(content)], [18, content.length], [22, content.length]]) {
      local.setUint32(at, value, true);
    }
    local.setUint16(26, title.length, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(28, title.length, true);
    entry.setUint32(42, offset, true);
    parts.push(new Uint8Array(local.buffer), title, content);
    directory.push(new Uint8Array(entry.buffer), title);
    offset += 30 + title.length + content.length;
  }
  const directoryBytes = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, Object.keys(entries).length, true);
  end.setUint32(12, directoryBytes, true);
  end.setUint32(16, offset, true);
  return joined([...parts, ...directory, new Uint8Array(end.buffer)]);
}

const WORD = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" };

/** A file of every kind that is taken, by its ending. */
export const SAMPLE_FILES = {
  pdf: encoder.encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"),
  png: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  jpg: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]),
  webp: encoder.encode("RIFF\x10\0\0\0WEBPVP8 "),
  docx: zipOf(WORD),
  odt: zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<office/>" }),
  txt: encoder.encode("Größe:\t5 cm\r\n"),
};

/** Files that are none of them, by what they are. */
export const STRANGE_FILES = {
  program: Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]),
  script_in_latin_1: Uint8Array.from([0x23, 0x21, 0x2f, 0x62, 0xff]),
  archive: zipOf({ "run.exe": "MZ" }),
  document_with_macros: zipOf({ ...WORD, "word/vbaProject.bin": "x" }),
  spreadsheet: zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>" }),
  cut_archive: zipOf(WORD).slice(0, 60),
  picture_of_vectors_with_control: encoder.encode("<svg>\0</svg>"),
  white_space: encoder.encode(" \n"),
  gif: encoder.encode("GIF89a\x01\0"),
};

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
