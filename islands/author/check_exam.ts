import { z } from "zod";
import { ExamFields } from "../../protocol/exam_document.ts";
import { refusePoolProblems, smallPools } from "../../protocol/pools.ts";
import { Question } from "../../protocol/items/registry.ts";
import { inSections } from "./sections/section_moves.ts";
import type { AuthoredExam } from "./authored_exam.ts";

/** What is wrong in one place, as the schema found it. */
export interface Problem {
  /** Id of the question that it is in; null for a field of the exam. */
  question: string | null;
  /** From the question or the exam on. */
  path: readonly (string | number)[];
  issue: z.core.$ZodIssue;
}

/** What was found of an exam: what is wrong, and what of it can be saved. */
export interface Checked {
  problems: readonly Problem[];
  /** The exam with what the server has in place of what is not valid; null where it has nothing to put there. */
  valid: AuthoredExam;
}

type CheckedQuestion = { value: Question | null; issues: readonly z.core.$ZodIssue[] };

const Fields = ExamFields.omit({ roster: true, staff: true, questions: true });
type Fields = z.infer<typeof Fields>;

/** Questions are replaced and never changed: of 500, one is checked for each letter that is typed. */
const CHECKED = new WeakMap<Question, CheckedQuestion>();

/** Checks one question by the server's own schema. */
export function checkQuestion(question: Question): CheckedQuestion {
  let checked = CHECKED.get(question);
  if (checked === undefined) {
    const parsed = Question.safeParse(question);
    checked = parsed.success
      ? { value: parsed.data, issues: [] }
      : { value: null, issues: firstOfEach(parsed.error.issues) };
    CHECKED.set(question, checked);
  }
  return checked;
}

/**
 * Checks an exam by the server's own schema, and says what of it can be saved: each field and each question that is
 * valid; of the others, what the server has.
 *
 * @param saved What the server has.
 * @param isDraft Whether a pool may still have fewer questions than are drawn from it.
 */
export function checkExam(exam: AuthoredExam, saved: AuthoredExam, isDraft = true): Checked {
  const problems: Problem[] = [];
  const known = new Map(saved.questions.map((question) => [question.id, question]));
  const questions = exam.questions.flatMap((question) => {
    const { value, issues } = checkQuestion(question);
    problems.push(...problemsOf(question.id, issues));
    return value ?? known.get(question.id) ?? [];
  });
  const { questions: _, ...fields } = exam;
  const { fields: valid, issues } = checkFields(fields, saved);
  for (const issue of issues) problems.push({ question: null, path: pathOf(issue), issue });
  const checked = inSections({ ...valid, questions });
  const inPools = poolProblems(checked, isDraft);
  if (inPools.length === 0) return { problems, valid: checked };
  return { problems: [...problems, ...inPools], valid: withPoolsOf(checked, saved) };
}

const Pooled = z.custom<Pick<AuthoredExam, "questions" | "pools">>().superRefine(refusePoolProblems);

/** What contradicts itself among the pools: it is of several questions, so no one of them is wrong by itself. */
function poolProblems(exam: AuthoredExam, isDraft: boolean): Problem[] {
  const { pools = [], questions } = exam;
  if (pools.length === 0 && !questions.some(({ pool }) => pool !== undefined)) return [];
  const issues = [...Pooled.safeParse(exam).error?.issues ?? []];
  for (const index of isDraft ? [] : smallPools(exam)) {
    const path = ["pools", index, "take"];
    issues.push({ code: "custom", path, message: "pool_too_small", input: pools[index].take });
  }
  return issues.map((issue) => {
    const [part, index, ...path] = pathOf(issue);
    if (part !== "questions") return { question: null, path: pathOf(issue), issue };
    return { question: questions[Number(index)]?.id ?? null, path, issue };
  });
}

/** An exam with the pools that the server has, and with what decides about them in its questions. */
function withPoolsOf(exam: AuthoredExam, saved: AuthoredExam): AuthoredExam {
  const known = new Map(saved.questions.map((question) => [question.id, question]));
  const questions = exam.questions.map((question) => {
    const before = known.get(question.id);
    const { points = question.points, pool } = before ?? {};
    if (question.pool === pool && question.points === points) return question;
    return checkQuestion({ ...question, pool, points }).value ?? question;
  });
  const { pools: _, ...fields } = exam;
  return saved.pools === undefined ? { ...fields, questions } : { ...exam, pools: saved.pools, questions };
}

function checkFields(fields: Fields, saved: Fields): { fields: Fields; issues: z.core.$ZodIssue[] } {
  const issues: z.core.$ZodIssue[] = [];
  const parsed = Fields.safeParse(fields);
  let valid = parsed.success ? parsed.data : saved;
  if (!parsed.success) {
    issues.push(...firstOfEach(parsed.error.issues));
    const wrong = new Set(issues.map(({ path: [name] }) => String(name)));
    const mended = Fields.safeParse({
      ...without(fields, (name) => wrong.has(name)),
      ...without(saved, (name) => !wrong.has(name)),
    });
    if (mended.success) valid = mended.data;
  }
  const { opens_at, closes_at } = valid;
  if (opens_at && closes_at && Date.parse(closes_at) <= Date.parse(opens_at)) {
    issues.push({ code: "custom", path: ["closes_at"], message: "after_opening", input: closes_at });
    valid = { ...valid, opens_at: saved.opens_at, closes_at: saved.closes_at };
  }
  return { fields: valid, issues };
}

/** Issues of a question, as problems of it. */
export function problemsOf(question: string, issues: readonly z.core.$ZodIssue[]): Problem[] {
  return issues.map((issue) => ({ question, path: pathOf(issue), issue }));
}

/** The first issue of each field: an empty text is blank as well. */
function firstOfEach(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ path }) => {
    const place = path.join(".");
    return seen.has(place) ? false : seen.add(place);
  });
}

function without(fields: object, isOut: (name: string) => boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !isOut(name)));
}

function pathOf(issue: z.core.$ZodIssue): (string | number)[] {
  return issue.path.map((key) => typeof key === "number" ? key : String(key));
}
