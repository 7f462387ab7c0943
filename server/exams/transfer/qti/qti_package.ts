import { strToU8, type Zippable, zipSync } from "fflate";
import type { Picture } from "../../media/read_picture.ts";
import { type CategoryRun, categoryRuns } from "../shared/categories.ts";
import { pictureFile, type QtiTexts } from "./qti_texts.ts";
import type { Transferred } from "../shared/transferred.ts";
import { remarkOf, xmlText, xmlValue } from "../xml/xml_text.ts";

/** The same questions give the same bytes: packages carry no time of their own. */
const TIME = new Date(2000, 0, 1);

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An item of a package: its question's id and tags, and its file. */
interface Item {
  id: string;
  tags: readonly string[];
  name: string;
  file: string;
  pictures: readonly Picture[];
}

/**
 * A package of QTI 3.0: a manifest with each item's tags, a test that gives the order, the sections and of how many questions some
 * are drawn, a file for each item, and the pictures that they show.
 *
 * @param xmlOf Writes an item. @param shown The pictures that something shows.
 */
export function packageOf(
  exam: Transferred,
  texts: QtiTexts,
  xmlOf: (question: Transferred["questions"][number]) => string,
  shown: (value: unknown) => Picture[],
): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  const items = exam.questions.map((question, index): Item => {
    const name = `item-${index + 1}`;
    const file = `items/${index + 1}.xml`;
    files[file] = strToU8(HEAD + xmlOf(question));
    return { id: question.id, tags: question.tags ?? [], name, file, pictures: shown(question) };
  });
  files["test.xml"] = strToU8(HEAD + testOf(exam, texts, new Map(items.map((item) => [item.id, item]))));
  const ofTest = shown(exam.sections);
  files["imsmanifest.xml"] = strToU8(HEAD + manifestOf(items, ofTest));
  for (const picture of [...ofTest, ...items.flatMap(({ pictures }) => pictures)]) {
    // Pictures are packed in themselves.
    files[pictureFile(picture)] = [picture.content, { level: 0 }];
  }
  return zipSync(files, { mtime: TIME }).slice();
}

function testOf(exam: Transferred, texts: QtiTexts, items: ReadonlyMap<string, Item>): string {
  const runs = categoryRuns(exam);
  const isParted = runs.some(({ remark }) => remark !== null);
  const groups = Map.groupBy(runs, ({ section }) => section);
  const numbers = new Map(runs.map((run, index) => [run, index + 1]));
  const drawn = (run: CategoryRun) => {
    const refs = run.questions.flatMap(({ id }) => items.get(id) ?? [])
      .map(({ file, name }) => `<qti-assessment-item-ref identifier="${name}" href="${file}"/>`);
    if (!isParted) return refs.join("\n");
    const select = run.pool === undefined ? "" : `<qti-selection select="${run.pool.take}"/>`;
    return `<qti-assessment-section identifier="part-${numbers.get(run)}" title="${xmlValue(run.pool?.id ?? "")}" ` +
      `visible="false">${remarkOf(run.remark)}${select}\n${refs.join("\n")}</qti-assessment-section>`;
  };
  const sections = [...groups].map(([section, own], index) => {
    const id = `section-${index + 1}`;
    const head = section === undefined
      ? `identifier="${id}" title="Questions" visible="${!isParted}"`
      : `identifier="${id}" title="${xmlValue(section.title)}" visible="true"`;
    const text = section?.text === undefined
      ? ""
      : `<qti-rubric-block use="instructions" view="candidate"><qti-content-body>${
        // The test stands above the folder of the items.
        texts.flow(section.text).replaceAll('src="../media/', 'src="media/')}</qti-content-body></qti-rubric-block>\n`;
    return `<qti-assessment-section ${head}>\n${text}${own.map(drawn).join("\n")}\n</qti-assessment-section>`;
  });
  return [
    '<qti-assessment-test xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="test" title="Test">',
    '<qti-test-part identifier="part" navigation-mode="nonlinear" submission-mode="simultaneous">',
    ...sections,
    "</qti-test-part></qti-assessment-test>",
    "",
  ].join("\n");
}

function manifestOf(items: readonly Item[], ofTest: readonly Picture[]): string {
  const resource = (
    name: string,
    type: string,
    file: string,
    pictures: readonly Picture[],
    tags: readonly string[],
  ) => {
    const metadata = tags.length === 0
      ? ""
      : `<metadata><lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general>${
        tags.map((tag) => `<keyword><string>${xmlText(tag)}</string></keyword>`).join("")
      }</general></lom></metadata>`;
    const files = [file, ...pictures.map(pictureFile)].map((each) => `<file href="${each}"/>`).join("");
    return `<resource identifier="${xmlValue(name)}" type="${type}" href="${file}">${metadata}${files}</resource>`;
  };
  return [
    '<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="manifest">',
    "<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>",
    "<organizations/>",
    "<resources>",
    resource("test", "imsqti_test_xmlv3p0", "test.xml", ofTest, []),
    ...items.map(({ file, name, pictures, tags }) => resource(name, "imsqti_item_xmlv3p0", file, pictures, tags)),
    "</resources></manifest>",
    "",
  ].join("\n");
}
