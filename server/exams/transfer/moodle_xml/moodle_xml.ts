import type { Question } from "../../../../protocol/items/registry.ts";
import { Categories, type CategoryRun, categoryRuns } from "../shared/categories.ts";
import type { Found } from "../shared/found.ts";
import type { Format, WrittenFormat } from "../shared/format.ts";
import { moodleElement } from "./moodle_element.ts";
import { moodleFound } from "./moodle_found.ts";
import { MoodleSaid, valueOf } from "./moodle_said.ts";
import { MoodleWriter } from "./moodle_writer.ts";
import { type Pictures, unplaced } from "../shared/transferred.ts";
import { unsaidOf } from "../shared/unsaid.ts";
import { remarkOf, xmlText } from "../xml/xml_text.ts";
import { childOf, textIn, type XmlElement, xmlElements, XmlProblem } from "../xml/xml_tree.ts";

/**
 * Moodle's XML. Each question is taken as soon as it is whole, so that a file that breaks off gives those before. Categories are
 * sections.
 */
export const moodleXml = {
  isLikely: (text) => /<quiz[\s>]/.test(text.slice(0, 5_000)),
  read,
  write: {
    type: "application/xml; charset=utf-8",
    ending: "moodle.xml",
    content: (exam) => {
      const runs = categoryRuns(exam);
      const isParted = runs.some(({ remark }) => remark !== null);
      const parts = runs.flatMap((run) => [
        ...(isParted ? [categoryElement(run, exam.pictures)] : []),
        ...run.questions.map((question) => written(unplaced(question), exam.pictures)),
      ]);
      return ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>", ...parts, "</quiz>", ""].join("\n");
    },
  },
} satisfies Format & { write: WrittenFormat };

function* read(text: string): Generator<Found> {
  const categories = new Categories();
  try {
    for (const element of xmlElements(text, 1)) {
      if (element === null) yield { kind: "pause" };
      else if (element.name === "question" && element.attributes.get("type") === "category") {
        yield* categoryFound(element, categories);
      } else if (element.name === "question") {
        for (const found of moodleFound(element)) {
          if (found.kind !== "question") yield found;
          else {
            yield* categories.question();
            yield { ...found, ...categories.part, ...(element.remark !== undefined && { unsaid: element.remark }) };
          }
        }
      }
    }
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    yield { kind: "note", level: "error", told: error.told, line: error.line };
  }
}

function* categoryFound(element: XmlElement, categories: Categories): Generator<Found> {
  const said = new MoodleSaid();
  const path = textIn(childOf(element, "category")).trim();
  const text = said.text(childOf(element, "info"));
  yield* said.pictures();
  yield* categories.enter(path, { text, id: valueOf(element, "idnumber"), remark: element.remark });
}

function categoryElement({ path, section, remark }: CategoryRun, pictures: Pictures): string {
  const writer = new MoodleWriter(pictures);
  return [
    `  <question type="category">${remarkOf(remark)}`,
    `    <category><text>${xmlText(path)}</text></category>`,
    ...(section?.text === undefined ? [] : [`    ${writer.rich("info", section.text)}`]),
    ...(section === undefined ? [] : [`    <idnumber>${xmlText(section.id)}</idnumber>`]),
    "  </question>",
  ].join("\n");
}

function written(question: Question, pictures: Pictures): string {
  const bare = moodleElement(question, pictures);
  const element = bareOf(bare) === null ? moodleElement(question, pictures, true) : bare;
  const found = bareOf(element);
  const unsaid = unsaidOf(question, found?.candidate ?? {}, (found?.losses ?? []).length > 0);
  return element.replace(">", () => `>${remarkOf(unsaid)}`);
}

/** The question that an element gives by itself. */
function bareOf(element: string): Extract<Found, { kind: "question" }> | null {
  for (const found of read(`<quiz>${element}</quiz>`)) if (found.kind === "question") return found;
  return null;
}
