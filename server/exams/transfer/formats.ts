import type { ExportFormat, ImportFormat } from "../../../protocol/transfer.ts";
import { aiken } from "./aiken/aiken.ts";
import { csv } from "./csv/csv.ts";
import type { Format, WrittenFormat } from "./shared/format.ts";
import { gift } from "./gift/gift.ts";
import { json } from "./json/json.ts";
import { moodleXml } from "./moodle_xml/moodle_xml.ts";
import { pdf } from "./pdf/pdf.ts";
import { qti } from "./qti/qti.ts";
import type { Transferred } from "./shared/transferred.ts";

/** Every format, the most telling first: a text is read as the first one that it looks like. A new one is its file and its line here. */
export const FORMATS: Readonly<Record<ImportFormat, Format>> = {
  json,
  qti,
  pdf,
  moodle_xml: moodleXml,
  aiken,
  csv,
  gift,
};

/** Formats that are written. */
export const WRITTEN: Readonly<Record<ExportFormat, WrittenFormat>> = {
  gift: gift.write,
  moodle_xml: moodleXml.write,
  qti: qti.write,
  csv: csv.write,
  json: json.write,
};

/** The format that a text looks like, or null. */
export function recognise(text: string): ImportFormat | null {
  return firstFormat((format) => format.isLikely(text));
}

/** The format that a file looks like which is no text, or null. */
export function recognisePacked(bytes: Uint8Array): ImportFormat | null {
  return firstFormat((format) => format.packed?.isLikely(bytes) ?? false);
}

/** An exam's questions as a file, with the sections, pools and pictures that are given. */
export function writeFile(
  { questions, sections = [], pools = [], pictures = new Map(), textFormat }:
    & Partial<Transferred>
    & Pick<Transferred, "questions">,
  format: ExportFormat,
): Uint8Array<ArrayBuffer> {
  const content = WRITTEN[format].content({ questions, sections, pools, pictures, textFormat });
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

function firstFormat(isIt: (format: Format) => boolean): ImportFormat | null {
  const names = Object.keys(FORMATS) as ImportFormat[];
  return names.find((name) => isIt(FORMATS[name])) ?? null;
}
