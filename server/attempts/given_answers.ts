import type { Answer, Answers } from "../../protocol/items/answer.ts";
import { choicesOf, textOf } from "../../protocol/items/answer_form.ts";
import type { AnswerSheet } from "../../protocol/items/answer_sheet.ts";
import type { AttemptFold } from "./attempt_fold.ts";
import type { Instruction, Intervention } from "./interventions.ts";

/** In what given answers differ from those that the events wrote. */
interface Difference {
  questions: string[];
  /** Characters that stand in them and that no event wrote. */
  outsideCharacters: number;
}

/**
 * Answers that come with a submission: applied where the attempt runs, else kept as evidence. Nothing says when they were
 * written, so the deadline is held against their arrival. They are applied as they are given; where they say something else
 * than the events wrote, that is written down, and new text in them counts as text from outside.
 */
export function giveAnswers(instruction: Instruction, answers: Answers, sheet: AnswerSheet): Intervention {
  return (head) => {
    const applied = head.state === "active" && instruction.now <= head.deadline;
    return { entry: answered(instruction, answers, sheet, applied), head: {} };
  };
}

/** Answers that come with a submission and are evidence alone. */
export function keepAnswers(instruction: Instruction, answers: Answers, sheet: AnswerSheet): Intervention {
  return () => ({ entry: answered(instruction, answers, sheet, false), head: {} });
}

/**
 * Answers that may still be given, and those to questions that were left behind, where they say something else than was
 * written there; null for none.
 */
export function splitAnswers(
  answers: Answers,
  { path, sheet }: Pick<AttemptFold, "path" | "sheet">,
): { open: Answers; left: Answers | null } {
  const [left, open] = [new Map<string, Answer>(), new Map<string, Answer>()];
  for (const [id, answer] of Object.entries(answers)) {
    if (!path.isLeft(id)) open.set(id, answer);
    else if (!isSame(sheet.get(id), answer)) left.set(id, answer);
  }
  return { open: Object.fromEntries(open), left: left.size === 0 ? null : Object.fromEntries(left) };
}

function answered({ by, now, reason }: Instruction, answers: Answers, sheet: AnswerSheet, applied: boolean) {
  const { questions, outsideCharacters } = differenceOf(answers, sheet);
  return {
    kind: "answered" as const,
    by,
    received_at: now,
    reason,
    answers,
    applied,
    differs: questions,
    ...(outsideCharacters > 0 && { outside_characters: outsideCharacters }),
  };
}

function differenceOf(answers: Answers, sheet: AnswerSheet): Difference {
  const difference: Difference = { questions: [], outsideCharacters: 0 };
  for (const [question, given] of Object.entries(answers)) {
    const written = sheet.get(question);
    if (!sheet.has(question) || isSame(written, given)) continue;
    difference.questions.push(question);
    if (typeof given === "string") difference.outsideCharacters += insertedCharacters(textOf(written), given);
  }
  return difference;
}

function isSame(written: Answer | undefined, given: Answer): boolean {
  if (typeof given === "string") return textOf(written) === given;
  return choicesOf(written).toSorted().join("\n") === given.toSorted().join("\n");
}

/** Characters between what two texts have in common at their begins and ends. */
function insertedCharacters(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return after.length - head - tail;
}
