import { z } from "zod";
import { ChosenAnswer } from "./answer.ts";
import { choicesOf } from "./answer_form.ts";
import { choices, paperChoices, paperChoicesOf } from "./choice.ts";
import { foldText } from "./fold_text.ts";
import { defineItem } from "./item.ts";
import { authoredText, paperHtml, paperPrompt, prompt, promptOf } from "./prompt.ts";

const type = z.literal("cloze");

/** With its question's id and a dot it is an answer's name, of 100 characters at most. */
const GapId = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/, "gap_id_form");

const Gap = z.strictObject({
  id: GapId,
  max_characters: z.int().min(1).max(200).default(50).describe("Of what is typed"),
  choices: choices.optional().describe("Where one is chosen and nothing typed"),
  correct: z.array(z.string().max(200)).max(50).optional().describe("Accepted texts, or the id of the right choice"),
});
type Gap = z.infer<typeof Gap>;

const PaperGap = z.strictObject({
  id: z.string(),
  max_characters: z.number(),
  choices: paperChoices.optional(),
});

/** A piece of the passage: text, or the gap of this id. */
const Piece = z.strictObject({ text: z.string().optional(), html: paperHtml, gap: z.string().optional() });
type Piece = z.infer<typeof Piece>;

/**
 * A text with gaps, each to be typed or chosen. Each gap is answered under an id of its own ({@link answerIds}); as one
 * answer these are pairs, such as `river=Seine` ({@link answerTo}).
 */
export const cloze = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    passage: authoredText(20_000).describe("The text, with [[id]] where a gap is"),
    gaps: z.array(Gap).min(1).max(50),
  }).superRefine(checkGaps),
  paper: z.strictObject({ ...paperPrompt, type, passage: z.array(Piece), gaps: z.array(PaperGap) }),
  answer: ChosenAnswer,
  toPaper: (question) => ({
    ...promptOf(question),
    type: question.type,
    passage: piecesOf(question.passage),
    gaps: question.gaps.map(({ id, max_characters, choices }) => ({
      id,
      max_characters,
      ...(choices && { choices: paperChoicesOf(choices) }),
    })),
  }),
  /**
   * The share of the gaps with a key that are right; what is typed, whatever its case and spaces. Null where no gap has a
   * key. Of two values for one gap neither counts.
   */
  mark({ gaps }, answer) {
    const keyed = gaps.filter((gap) => keyOf(gap).length > 0);
    if (keyed.length === 0) return null;
    const given = Map.groupBy(choicesOf(answer), (pair) => pair.split("=", 1)[0]);
    const right = keyed.filter((gap) => {
      const [pair, ...others] = given.get(gap.id) ?? [];
      if (pair === undefined || others.length > 0) return false;
      const value = pair.slice(gap.id.length + 1);
      return keyOf(gap).includes(gap.choices ? value : foldText(value));
    });
    return right.length / keyed.length;
  },
});

function keyOf({ choices, correct = [] }: Gap): string[] {
  return choices ? correct : correct.map((text) => foldText(text)).filter((text) => text !== "");
}

/** Splits a passage at its gaps. */
function piecesOf(passage: string): Piece[] {
  return passage.split(/\[\[([A-Za-z0-9_-]{1,32})\]\]/).flatMap((piece, index): Piece[] => {
    if (index % 2 === 1) return [{ gap: piece }];
    return piece === "" ? [] : [{ text: piece }];
  });
}

/** Each gap stands in the passage once, the passage has no others, and what is right is among the choices. */
function checkGaps({ passage, gaps }: { passage: string; gaps: readonly Gap[] }, context: z.RefinementCtx): void {
  const inPassage = piecesOf(passage).flatMap(({ gap }) => gap ?? []).toSorted();
  if (inPassage.join() !== gaps.map(({ id }) => id).toSorted().join() || new Set(inPassage).size !== gaps.length) {
    context.addIssue({ code: "custom", path: ["passage"], message: "each_gap_once" });
  }
  gaps.forEach(({ choices, correct = [] }, index) => {
    if (choices === undefined) return;
    const ids = new Set(choices.map(({ id }) => id));
    if (ids.size !== choices.length) {
      context.addIssue({ code: "custom", path: ["gaps", index, "choices"], message: "choices_differ" });
    }
    for (const value of correct.filter((id) => !ids.has(id))) {
      const path = ["gaps", index, "correct"];
      context.addIssue({ code: "custom", path, message: "no_choice", params: { value } });
    }
  });
}
