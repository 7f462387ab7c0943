import { z } from "zod";
import { ChosenAnswer } from "./answer.ts";
import { choicesOf } from "./answer_form.ts";
import { choices, paperChoices, paperChoicesOf } from "./choice.ts";
import { byId, checkIdOrder } from "./id_order.ts";
import { defineItem } from "./item.ts";
import { ItemId, paperPrompt, prompt, promptOf } from "./prompt.ts";

const type = z.literal("matching");

/** For each thing on the left, the one on the right that belongs to it. The answer is pairs, such as `a=2`. */
export const matching = defineItem({
  question: z.strictObject({
    ...prompt,
    type,
    left: choices,
    right: choices.describe(
      "What can be chosen for each; there may be more than belongs to any, and one may belong to several",
    ),
    correct: z.record(ItemId, ItemId).optional().describe("What belongs to each on the left, by its id"),
  }).superRefine(checkPairs),
  paper: z.strictObject({ ...paperPrompt, type, left: paperChoices, right: paperChoices }),
  answer: ChosenAnswer,
  /** The right side comes sorted by id, so that the order in which its author wrote it tells nothing. */
  toPaper: (question) => ({
    ...promptOf(question),
    type: question.type,
    left: paperChoicesOf(question.left),
    right: paperChoicesOf(question.right).sort(byId),
  }),
  /** The share of the pairs that are right. Of two pairs for one thing neither counts. */
  mark({ correct = {} }, answer) {
    const right = Object.entries(correct);
    if (right.length === 0) return null;
    const given = Map.groupBy(new Set(choicesOf(answer)), (pair) => pair.split("=", 1)[0]);
    const hits = right.filter(([one, other]) => {
      const pairs = given.get(one) ?? [];
      return pairs.length === 1 && pairs[0] === `${one}=${other}`;
    });
    return hits.length / right.length;
  },
});

type Sides = { left: { id: string }[]; right: { id: string }[]; correct?: Record<string, string> };

/** Ids differ on each side, the key names no others, and they do not tell it. */
function checkPairs({ left, right, correct = {} }: Sides, context: z.RefinementCtx): void {
  for (const [name, side] of [["left", left], ["right", right]] as const) {
    if (new Set(side.map(({ id }) => id)).size !== side.length) {
      context.addIssue({ code: "custom", path: [name], message: "choices_differ" });
    }
  }
  for (const [one, other] of Object.entries(correct)) {
    const strange = left.some(({ id }) => id === one) ? right.some(({ id }) => id === other) ? null : other : one;
    if (strange === null) continue;
    context.addIssue({ code: "custom", path: ["correct", one], message: "no_choice", params: { value: strange } });
  }
  const inOrder = left.flatMap(({ id }) => Object.hasOwn(correct, id) ? [correct[id]] : []);
  checkIdOrder(inOrder, context);
}
