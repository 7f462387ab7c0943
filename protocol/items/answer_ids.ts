import type { Answer, Answers } from "./answer.ts";

/** Stands between a question's id and a gap's, and in no id itself. */
const DOT = ".";

/** Under which id a gap's answer is captured, kept and given: `q7.river`. */
export function gapAnswerId(question: string, gap: string): string {
  return question + DOT + gap;
}

/** The question that an answer belongs to: of `q7.river`, `q7`. */
export function questionOfAnswer(id: string): string {
  return id.split(DOT, 1)[0];
}

/** What has an answer, or one for each of its gaps. */
interface Answerable {
  id: string;
  gaps?: readonly { id: string }[];
}

/**
 * Ids under which a question is answered: its own and, where its text has gaps, one for each.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(answerIds({ id: "q7", gaps: [{ id: "river" }] }), ["q7", "q7.river"]);
 * ```
 */
export function answerIds({ id, gaps = [] }: Answerable): string[] {
  return [id, ...gaps.map((gap) => gapAnswerId(id, gap.id))];
}

/**
 * The answer to a question as `markAnswer` takes it: what was written into gaps becomes one list, such as
 * `["river=Seine"]`. What stands in gaps counts before what was given for the question as a whole.
 */
export function answerTo({ id, gaps = [] }: Answerable, answers: Answers): Answer | undefined {
  const filled = gaps.flatMap((gap) => {
    const answer = ownAnswer(answers, gapAnswerId(id, gap.id));
    const value = Array.isArray(answer) ? answer[0] : answer;
    return value ? [`${gap.id}=${value}`] : [];
  });
  return filled.length > 0 ? filled : ownAnswer(answers, id);
}

/** A question may be called as what every object has: [IT8]. */
function ownAnswer(answers: Answers, id: string): Answer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}
