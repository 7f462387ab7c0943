import { z } from "zod";
import type { Answer } from "./answer.ts";
import { choicesOf, textOf } from "./answer_form.ts";
import { paperHtml } from "./prompt.ts";
import type { PaperQuestion, Question } from "./registry.ts";

/** A piece of a line: an author's text, or what a student gave. */
export const ShownPiece = z.strictObject({
  text: z.string(),
  html: paperHtml.describe("An author's text as HTML, where the exam is Markdown: safe as it is"),
  is_gap: z.boolean().optional().describe("What stands in a gap; its text is empty where nothing does"),
  file_id: z.string().optional().describe("Of a file that was handed in, under the name that is the text"),
});
export type ShownPiece = z.infer<typeof ShownPiece>;

/** An answer or a key as students saw its question: lines of pieces. */
export const Shown = z.array(z.array(ShownPiece));
export type Shown = z.infer<typeof Shown>;

/** Between a thing and what was matched to it. */
const TO: ShownPiece = { text: " → " };

/** Between texts that are right in the same gap. */
const OR: ShownPiece = { text: " / " };

/**
 * An answer as its question was seen: choices as they were rendered, gaps in their text, a number with the unit beside its
 * field, files by their names. Undefined where its lines say as much (`answerLines`): what was typed is shown as it was typed.
 *
 * @param paper The question as the student saw it.
 */
export function shownAnswer(paper: PaperQuestion, answer: Answer | undefined): Shown | undefined {
  const text = textOf(answer);
  if (paper.type === "numeric" && text !== "" && paper.unit !== undefined && paper.takes_unit !== true) {
    return [[{ text: `${text} ${paper.unit}` }]];
  }
  return text === "" ? shownChosen(paper, choicesOf(answer)) : undefined;
}

/** The same for what is right. */
export function shownKey(paper: PaperQuestion, question: Question): Shown | undefined {
  switch (question.type) {
    case "single_choice":
      return question.correct === undefined ? undefined : shownChosen(paper, [question.correct]);
    case "multiple_choice":
    case "ordering":
      return shownChosen(paper, question.correct ?? []);
    case "matching":
      return shownChosen(paper, Object.entries(question.correct ?? {}).map((pair) => pair.join("=")));
    case "cloze":
      return shownChosen(
        paper,
        question.gaps.flatMap(({ id, correct = [] }) => correct.map((value) => `${id}=${value}`)),
      );
    default:
      return undefined;
  }
}

function shownChosen(paper: PaperQuestion, chosen: readonly string[]): Shown | undefined {
  if (chosen.length === 0) return undefined;
  switch (paper.type) {
    case "single_choice":
    case "multiple_choice":
    case "ordering": {
      const { choices } = paper;
      return isWritten(choices) ? undefined : chosen.map((id) => [pieceOf(choices, id)]);
    }
    case "matching": {
      const { left, right } = paper;
      if (isWritten(left) && isWritten(right)) return undefined;
      return chosen.map(splitPair).map(([one, other]) => [pieceOf(left, one), TO, pieceOf(right, other)]);
    }
    case "cloze":
      return [filled(paper, chosen)];
    case "file":
      return chosen.map(splitPair).map(([file_id, text]) => [{ text, file_id }]);
    default:
      return undefined;
  }
}

/** The passage with what stands in its gaps; several values for one, as a key may have them, one behind another. */
function filled({ passage, gaps }: Extract<PaperQuestion, { type: "cloze" }>, chosen: readonly string[]): ShownPiece[] {
  const given = Map.groupBy(chosen.map(splitPair), ([id]) => id);
  const choicesOfGap = new Map(gaps.map(({ id, choices = [] }) => [id, choices]));
  return passage.flatMap(({ text = "", html, gap }): ShownPiece[] => {
    if (gap === undefined) return [{ text, ...(html !== undefined && { html }) }];
    const values = given.get(gap) ?? [];
    if (values.length === 0) return [{ text: "", is_gap: true }];
    return values.flatMap(([, value], index): ShownPiece[] => [
      ...(index > 0 ? [OR] : []),
      { ...pieceOf(choicesOfGap.get(gap) ?? [], value), is_gap: true },
    ]);
  });
}

interface Named {
  id: string;
  text: string;
  html?: string;
}

function isWritten(choices: readonly Named[]): boolean {
  return choices.every(({ html }) => html === undefined);
}

function pieceOf(choices: readonly Named[], id: string): ShownPiece {
  const { text = id, html } = choices.find((choice) => choice.id === id) ?? {};
  return { text, ...(html !== undefined && { html }) };
}

/** What stands before the first equals sign, and behind it. */
function splitPair(pair: string): [string, string] {
  const at = pair.indexOf("=");
  return at === -1 ? [pair, pair] : [pair.slice(0, at), pair.slice(at + 1)];
}
