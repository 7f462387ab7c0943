import type { Question } from "../../../protocol/items/registry.ts";

/** Questions with ids that are not taken: `q1` becomes `q1-2`. Nothing else refers to a question of a file. */
export function withFreeIds(questions: readonly Question[], takenIds: readonly string[]): Question[] {
  const taken = new Set(takenIds);
  return questions.map((question) => {
    let id = question.id;
    for (let count = 2; taken.has(id); count++) id = `${question.id.slice(0, 56)}-${count}`;
    taken.add(id);
    return { ...question, id };
  });
}
