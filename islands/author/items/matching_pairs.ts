import type { QuestionOf } from "../authored_exam.ts";
import { nextChoiceId, type Random, randomId, untellingIds } from "../new_ids.ts";

type Matching = QuestionOf<"matching">;

/** A new question with two pairs. */
export function twoPairs(id: string, random: Random): Matching {
  const empty: Matching = { id, type: "matching", text: "", points: 1, left: [], right: [], correct: {} };
  return addPair(addPair(empty, random), random);
}

/** One pair more. The ids of the right side do not tell what belongs where. */
export function addPair(question: Matching, random: Random): Matching {
  const left = { id: nextChoiceId(question.left), text: "" };
  const right = { id: freeId(question, random), text: "" };
  return untelling({
    ...question,
    left: [...question.left, left],
    right: [...question.right, right],
    correct: { ...question.correct, [left.id]: right.id },
  }, random);
}

/** What belongs to none. */
export function othersOf({ right, correct = {} }: Matching): Matching["right"] {
  const taken = new Set(Object.values(correct));
  return right.filter(({ id }) => !taken.has(id));
}

export function addOther(question: Matching, random: Random): Matching {
  return { ...question, right: [...question.right, { id: freeId(question, random), text: "" }] };
}

/** Without a pair: what stood at its right side goes too, unless it belongs to another one as well. */
export function removePair(question: Matching, leftId: string, random: Random): Matching {
  const { [leftId]: rightId, ...correct } = question.correct ?? {};
  const isShared = Object.values(correct).includes(rightId);
  return untelling({
    ...question,
    left: question.left.filter(({ id }) => id !== leftId),
    right: isShared ? question.right : question.right.filter(({ id }) => id !== rightId),
    correct,
  }, random);
}

export function removeOther(question: Matching, rightId: string): Matching {
  return { ...question, right: question.right.filter(({ id }) => id !== rightId) };
}

function freeId({ right }: Matching, random: Random): string {
  let id = randomId(random);
  while (right.some((other) => other.id === id)) id = randomId(random);
  return id;
}

/** Gives the right side other ids where those that belong to the left side, in its order, are sorted. */
function untelling(question: Matching, random: Random): Matching {
  const { left, right, correct = {} } = question;
  const inOrder = [...new Set(left.flatMap(({ id }) => correct[id] ?? []))];
  const made = untellingIds(inOrder, random);
  const renamed = new Map(inOrder.map((id, index) => [id, made[index]]));
  const rename = (id: string) => renamed.get(id) ?? id;
  return {
    ...question,
    right: right.map(({ id, text }) => ({ id: rename(id), text })),
    correct: Object.fromEntries(Object.entries(correct).map(([one, other]) => [one, rename(other)])),
  };
}
