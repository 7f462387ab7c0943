import { strToU8, zipSync } from "fflate";
import { Question } from "../../protocol/items/registry.ts";
import type { ImportFormat } from "../../protocol/transfer.ts";
import { writeFile } from "../../server/exams/transfer/formats.ts";
import { column, pdfFile } from "./pdf_file.ts";

/** A file of each format that questions are brought along in. */
export interface BroughtFile {
  format: ImportFormat;
  /** With two questions, each with an umlaut. */
  file: Uint8Array<ArrayBuffer>;
  /** With so many questions. */
  many: (count: number) => Uint8Array<ArrayBuffer>;
  /** Whether it is a text, as which it may be in a wrong encoding. */
  isText: boolean;
}

const ITEM = (text: string) =>
  `<?xml version="1.0"?>\n<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="t">` +
  `<itemBody><p>${text}</p><extendedTextInteraction responseIdentifier="R"/></itemBody></assessmentItem>`;

const questions = ["Wächst eine Eiche?", "Was tut ein Blatt für den Baum?"].map((text, at) =>
  Question.parse({ id: `q${at + 1}`, type: "essay", text })
);
const repeated = (head: string, each: string, tail = "") => (count: number) =>
  new TextEncoder().encode(head + each.repeat(count) + tail);
const AIKEN = "Wächst eine Eiche?\nA. Ja\nB. Nein\nANSWER: A\n\n";

/** One of each format. */
export const BROUGHT: readonly BroughtFile[] = [
  {
    format: "gift",
    isText: true,
    file: writeFile({ questions }, "gift"),
    many: repeated("", "::q:: What {=x ~y ~z}\n\n"),
  },
  {
    format: "moodle_xml",
    isText: true,
    file: writeFile({ questions }, "moodle_xml"),
    many: repeated(
      "<quiz>",
      '<question type="essay"><questiontext format="html"><text>What?</text></questiontext></question>\n',
      "</quiz>",
    ),
  },
  {
    format: "qti",
    isText: false,
    file: writeFile({ questions }, "qti"),
    many: (count) =>
      zipSync(
        Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.xml`, strToU8(ITEM("What?"))])),
        { level: 1 },
      ).slice(),
  },
  { format: "aiken", isText: true, file: new TextEncoder().encode(AIKEN.repeat(2)), many: repeated("", AIKEN) },
  {
    format: "csv",
    isText: true,
    file: writeFile({ questions }, "csv"),
    many: repeated("text,correct,choice_1,choice_2\n", "What?,b,One,Two\n"),
  },
  {
    format: "json",
    isText: true,
    file: writeFile({ questions }, "json"),
    many: repeated("[", '{"type":"essay","text":"What?"},\n', '{"type":"essay","text":"What?"}]'),
  },
  {
    format: "pdf",
    isText: false,
    file: pdfFile([column(60, ["1. Wächst eine Eiche?", "2. Was tut ein Blatt?"])]),
    many: (count) =>
      pdfFile(
        Array.from({ length: Math.ceil(count / 40) }, (_, page) =>
          column(
            60,
            Array.from({ length: 40 }, (_, at) => `${page * 40 + at + 1}. What?`),
          )),
      ),
  },
];
