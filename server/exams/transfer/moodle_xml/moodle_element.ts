import type { Question } from "../../../../protocol/items/registry.ts";
import { weightsOf } from "../shared/choice_weights.ts";
import { pairsOf } from "../shared/matching_pairs.ts";
import { clozeGap } from "./moodle_cloze.ts";
import { moodleNumberLines } from "./moodle_number.ts";
import { MoodleWriter } from "./moodle_writer.ts";
import type { Pictures } from "../shared/transferred.ts";
import { xmlText } from "../xml/xml_text.ts";

/** Characters of a question's name in Moodle's list. */
const NAME_CHARACTERS = 80;

/**
 * A question in Moodle's words, as near as they come to it, with the pictures that it shows. Read back, it may differ: see `unsaidOf`.
 *
 * @param isPlain Whether it is written as an essay, which holds any text.
 */
export function moodleElement(question: Question, pictures: Pictures, isPlain = false): string {
  const writer = new MoodleWriter(pictures);
  const [type, text, rest] = isPlain ? ["essay", question.text, []] : partsOf(question, writer);
  const { points, id, feedback, tags = [] } = question;
  const name = question.type === "cloze" && !isPlain ? question.text : nameOf(question.text);
  const said = feedback ? [writer.rich("generalfeedback", feedback)] : [];
  return [
    `  <question type="${type}">`,
    `    <name>${textElement(name)}</name>`,
    `    ${writer.rich("questiontext", text, { whole: question })}`,
    `    <defaultgrade>${points}</defaultgrade>`,
    `    <idnumber>${xmlText(id)}</idnumber>`,
    ...[...said, ...rest].map((line) => `    ${line}`),
    ...(tags.length === 0 ? [] : [`    <tags>${tags.map((tag) => `<tag>${textElement(tag)}</tag>`).join("")}</tags>`]),
    "  </question>",
  ].join("\n");
}

function partsOf(question: Question, writer: MoodleWriter): [type: string, text: string, rest: string[]] {
  const { text } = question;
  const answer = (fraction: number, text: string, feedback?: string) =>
    writer.rich("answer", text, {
      attributes: ` fraction="${fraction}"`,
      rest: feedback ? writer.rich("feedback", feedback) : "",
    });
  const guided = (guidance: string | undefined) => guidance ? [writer.rich("graderinfo", guidance)] : [];
  switch (question.type) {
    case "single_choice": {
      const answers = question.choices.map(({ id, text, feedback }) =>
        answer(id === question.correct ? 100 : 0, text, feedback)
      );
      return ["multichoice", text, ["<single>true</single>", "<shuffleanswers>false</shuffleanswers>", ...answers]];
    }
    case "multiple_choice": {
      const weights = weightsOf(question.choices, question.correct ?? []);
      const answers = question.choices.map(({ text, feedback }, index) => answer(weights[index], text, feedback));
      return ["multichoice", text, ["<single>false</single>", "<shuffleanswers>false</shuffleanswers>", ...answers]];
    }
    case "true_false":
      return [
        "truefalse",
        text,
        [true, false].map((word) =>
          answer(word === question.correct ? 100 : 0, String(word), question.choice_feedback?.[`${word}`])
        ),
      ];
    case "numeric":
      return ["numerical", text, moodleNumberLines(question)];
    case "short_text":
      return ["shortanswer", text, [
        `<usecase>${question.match_case ? 1 : 0}</usecase>`,
        ...(question.correct ?? []).map((each) => answer(100, each.replaceAll("*", "\\*"))),
      ]];
    case "essay": {
      const { words, guidance } = question;
      return ["essay", text, [
        "<responseformat>editor</responseformat>",
        ...(words?.min ? [`<minwordlimit>${words.min}</minwordlimit>`] : []),
        ...(words?.max ? [`<maxwordlimit>${words.max}</maxwordlimit>`] : []),
        ...guided(guidance),
      ]];
    }
    case "file": {
      const { guidance, max_files } = question;
      return ["essay", text, [
        "<responseformat>noinline</responseformat>",
        "<responserequired>0</responserequired>",
        `<attachments>${max_files}</attachments>`,
        "<attachmentsrequired>1</attachmentsrequired>",
        ...guided(guidance),
      ]];
    }
    case "code": {
      const { starter, guidance } = question;
      return ["essay", text, [
        "<responseformat>monospaced</responseformat>",
        ...(starter ? [`<responsetemplate format="plain_text">${textElement(starter)}</responsetemplate>`] : []),
        ...guided(guidance),
      ]];
    }
    case "matching": {
      const pairs = pairsOf(question).map(({ one, other }) =>
        writer.rich("subquestion", one, { rest: `<answer>${textElement(other)}</answer>` })
      );
      return ["matching", text, ["<shuffleanswers>true</shuffleanswers>", ...pairs]];
    }
    case "ordering": {
      const order = question.correct ?? question.choices.map(({ id }) => id);
      const texts = order.map((id) => question.choices.find((choice) => choice.id === id)?.text ?? "");
      return ["ordering", text, texts.map((each) => answer(100, each))];
    }
    case "cloze": {
      const gaps = new Map(question.gaps.map((gap) => [gap.id, clozeGap(gap)]));
      const passage = question.passage.replace(/\[\[([A-Za-z0-9_-]{1,32})\]\]/g, (whole, id) => gaps.get(id) ?? whole);
      return ["cloze", passage, []];
    }
  }
}

function textElement(text: string): string {
  return `<text>${xmlText(text)}</text>`;
}

function nameOf(text: string): string {
  const line = text.trim().split(/[\r\n]/, 1)[0];
  return line.length <= NAME_CHARACTERS ? line : `${Array.from(line).slice(0, NAME_CHARACTERS - 1).join("")}…`;
}
