import type { AuthoredExam } from "./authored_exam.ts";

const TEXTS = new WeakMap<object, string>();

/** JSON of a value that is never changed. */
function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  let text = TEXTS.get(value);
  if (text === undefined) TEXTS.set(value, text = JSON.stringify(value));
  return text;
}

/** Whether two values say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || textOf(one) === textOf(other);
}

/**
 * In how many places an exam differs from another: fields, questions that were changed, added or removed, and one for
 * their order.
 */
export function countChanges(exam: AuthoredExam, saved: AuthoredExam): number {
  const fields = new Map<string, unknown>(Object.entries(exam));
  const before = new Map<string, unknown>(Object.entries(saved));
  const names = new Set([...fields.keys(), ...before.keys()]);
  names.delete("questions");
  const inFields = [...names].filter((name) => !isSame(fields.get(name), before.get(name))).length;
  const known = new Map(saved.questions.map((question) => [question.id, question]));
  const changed = exam.questions.filter((question) => !isSame(question, known.get(question.id))).length;
  const ids = new Set(exam.questions.map(({ id }) => id));
  const removed = saved.questions.filter(({ id }) => !ids.has(id)).length;
  const order = exam.questions.filter(({ id }) => known.has(id)).map(({ id }) => id);
  const orderBefore = saved.questions.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  return inFields + changed + removed + Number(order.join() !== orderBefore.join());
}
