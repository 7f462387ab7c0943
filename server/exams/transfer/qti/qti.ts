import type { Question } from "../../../../protocol/items/registry.ts";
import { mediaIdsIn } from "../../../../protocol/media_ids.ts";
import { tagsField } from "../shared/authored_extras.ts";
import { pictureOfData } from "../shared/base64_picture.ts";
import type { Found } from "../shared/found.ts";
import type { Format, WrittenFormat } from "../shared/format.ts";
import { type PictureIn, qtiFound } from "./qti_found.ts";
import { qtiItem } from "./qti_item.ts";
import { packageOf } from "./qti_package.ts";
import { pictureFile, QtiTexts } from "./qti_texts.ts";
import { readPackage } from "./read_package.ts";
import { type Transferred, unplaced } from "../shared/transferred.ts";
import { unsaidOf } from "../shared/unsaid.ts";
import { plainXml, remarkOf } from "../xml/xml_text.ts";
import { xmlElements, XmlProblem } from "../xml/xml_tree.ts";
import { isZip } from "../zip/zip_files.ts";

/** QTI 2.1, 2.2 and 3.0, as a package or a single item; written as a package of 3.0. */
export const qti = {
  isLikely: (text) => /<(\w+:)?(qti-)?assessment-?(item|test)[\s/>]|<questestinterop[\s/>]/i.test(text.slice(0, 5_000)),
  read: (text) => readItem(text, pictureOfData),
  packed: { isLikely: isZip, read: (bytes) => readPackage(bytes, readItem) },
  write: { type: "application/zip", ending: "qti.zip", content: write },
} satisfies Format & { write: WrittenFormat };

function* readItem(text: string, pictureIn: PictureIn): Generator<Found> {
  try {
    for (const element of xmlElements(text, 0)) {
      if (element === null) yield { kind: "pause" };
      else {
        for (const found of qtiFound(element, pictureIn)) {
          const isSaid = found.kind === "question" && element.remark !== undefined;
          yield isSaid ? { ...found, unsaid: element.remark } : found;
        }
      }
    }
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    yield { kind: "failed", told: error.told, line: error.line };
  }
}

function write(exam: Transferred): Uint8Array<ArrayBuffer> {
  const texts = new QtiTexts(exam.pictures, exam.textFormat === "markdown");
  const shown = (value: unknown) => [...mediaIdsIn(value)].flatMap((id) => exam.pictures.get(id) ?? []);
  return packageOf(exam, texts, (question) => written(unplaced(question), texts), shown);
}

function written(question: Question, texts: QtiTexts): string {
  const plain = new QtiTexts(texts.pictures, false);
  const [item, found] = firstRead([
    () => qtiItem(question, texts),
    () => qtiItem(question, plain),
    () => qtiItem(question, plain, true),
  ], texts);
  // Tags stand in the manifest: only what that cannot hold is of the remainder.
  const isTagged = JSON.stringify(tagsField((question.tags ?? []).map(plainXml), []).tags) ===
    JSON.stringify(question.tags);
  const own = isTagged ? { ...question, tags: undefined } : question;
  const unsaid = unsaidOf(own, found?.candidate ?? {}, (found?.losses ?? []).length > 0);
  return item.replace("\n", () => `\n${remarkOf(unsaid)}\n`);
}

type Read = Extract<Found, { kind: "question" }> | null;

/** The first item that can be read, and the question that it gives by itself. */
function firstRead(items: readonly (() => string)[], { pictures }: QtiTexts): [item: string, found: Read] {
  const byFile = new Map([...pictures.values()].map((picture) => [`../${pictureFile(picture)}`, picture]));
  let item = "";
  for (const write of items) {
    item = write();
    for (const found of readItem(item, (address) => byFile.get(address) ?? null)) {
      if (found.kind === "question") return [item, found];
    }
  }
  return [item, null];
}
