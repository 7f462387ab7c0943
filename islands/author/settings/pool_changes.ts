import type { AuthoredExam } from "../authored_exam.ts";

/** A pool that questions are drawn from. */
export type Pool = NonNullable<AuthoredExam["pools"]>[number];

/** An exam with one more pool, from which one question is drawn. */
export function withNewPool(exam: AuthoredExam): AuthoredExam {
  const ids = new Set((exam.pools ?? []).map(({ id }) => id));
  let number = 1;
  while (ids.has(`pool-${number}`)) number++;
  return { ...exam, pools: [...exam.pools ?? [], { id: `pool-${number}`, take: 1 }] };
}

/** An exam without a pool: what was in it is in every paper again. */
export function withoutPool(exam: AuthoredExam, id: string): AuthoredExam {
  const pools = (exam.pools ?? []).filter((pool) => pool.id !== id);
  return { ...withQuestionsIn(exam, id, []), pools: pools.length === 0 ? undefined : pools };
}

/**
 * An exam whose pool has another name. Spaces become dashes, and what cannot stand in a name is left out; a name that is taken or empty
 * changes nothing.
 */
export function withPoolNamed(exam: AuthoredExam, id: string, name: string): AuthoredExam {
  const next = name.trim().replace(/\s+/g, "-").replace(/[^A-Za-z0-9_-]/g, "").slice(0, 64);
  if (next === "" || next === id || exam.pools?.some((pool) => pool.id === next)) return exam;
  return {
    ...exam,
    pools: exam.pools?.map((pool) => pool.id === id ? { ...pool, id: next } : pool),
    questions: exam.questions.map((question) => question.pool === id ? { ...question, pool: next } : question),
  };
}

/** An exam whose pool has exactly these questions. */
export function withQuestionsIn(exam: AuthoredExam, id: string, questions: readonly string[]): AuthoredExam {
  const isIn = new Set(questions);
  return {
    ...exam,
    questions: exam.questions.map((question) => {
      if (isIn.has(question.id)) return question.pool === id ? question : { ...question, pool: id };
      return question.pool === id ? { ...question, pool: undefined } : question;
    }),
  };
}
