import type { ExportFormat, ImportFormat } from "../../../protocol/transfer.ts";
import type { Question } from "../../../protocol/items/registry.ts";
import { aiken } from "./aiken.ts";
import { csv } from "./csv.ts";
import type { Format, WrittenFormat } from "./format.ts";
import { gift } from "./gift.ts";
import { json } from "./json.ts";

/** Every format, the most telling first: a text is read as the first one that it looks like. A new one is its file and its line here. */
export const FORMATS = { json, aiken, csv, gift } satisfies Record<ImportFormat, Format>;

/** Formats that are written. */
export const WRITTEN: Readonly<Record<ExportFormat, WrittenFormat>> = {
  gift: gift.write,
  csv: csv.write,
  json: json.write,
};

/** The format that a text looks like, or null. */
export function recognise(text: string): ImportFormat | null {
  const names = Object.keys(FORMATS) as ImportFormat[];
  return names.find((name) => FORMATS[name].isLikely(text)) ?? null;
}

/** Questions as a file. */
export function writeFile(questions: readonly Question[], format: ExportFormat): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(WRITTEN[format].text(questions));
}
