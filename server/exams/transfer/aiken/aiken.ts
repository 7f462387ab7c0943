import type { Candidate, Found } from "../shared/found.ts";
import type { Format } from "../shared/format.ts";

const CHOICE = /^([A-Z])[.)]\s+(\S.*)$/;
const ANSWER = /^ANSWER:\s*([A-Z](?:\s*[, ]\s*[A-Z])*)\s*$/i;

/**
 * Aiken: a question, its lettered choices one on each line, and `ANSWER: B`. Several letters behind it make a question with
 * several correct choices, which goes beyond Moodle's reading of the format.
 */
export const aiken = {
  isLikely: (text) => /^ANSWER:/im.test(text) && /^A[.)]\s/m.test(text),
  read,
} satisfies Format;

function* read(text: string): Generator<Found> {
  let block: { line: number; stem: string[]; choices: { id: string; text: string }[] } | null = null;
  const begin = (line: number) => ({ line, stem: [], choices: [] });
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const trimmed = raw.trim();
    if (trimmed === "") continue;
    const choice = CHOICE.exec(trimmed);
    const answer = ANSWER.exec(trimmed);
    if (answer !== null) {
      if (block === null) yield { kind: "failed", told: { key: "aiken_no_question", values: {} }, line };
      else yield { kind: "question", candidate: candidateOf(block, answer[1]), line: block.line };
      block = null;
    } else if (choice !== null && block !== null) {
      block.choices.push({ id: choice[1], text: choice[2] });
    } else if (block !== null && block.choices.length > 0) {
      yield { kind: "failed", told: { key: "aiken_no_answer", values: {} }, line: block.line };
      block = begin(line);
      block.stem.push(trimmed);
    } else {
      block ??= begin(line);
      block.stem.push(trimmed);
    }
  }
  if (block !== null) yield { kind: "failed", told: { key: "aiken_no_answer", values: {} }, line: block.line };
}

function candidateOf(
  { stem, choices }: { stem: string[]; choices: { id: string; text: string }[] },
  letters: string,
): Candidate {
  const correct = letters.toUpperCase().split(/[\s,]+/);
  const text = stem.join("\n");
  return correct.length === 1
    ? { type: "single_choice", text, choices, correct: correct[0] }
    : { type: "multiple_choice", text, choices, correct };
}
