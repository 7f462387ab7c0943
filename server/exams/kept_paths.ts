import { paperQuestion, type Question } from "../../protocol/items/registry.ts";
import { canonicalJson } from "../log/hash.ts";
import type { Exam } from "../store/exam_store.ts";

type Document = Exam["document"];

/** What of a document an attempt keeps, beside its questions and its policy. */
const OF_ATTEMPTS = [
  "title",
  "language",
  "text_format",
  "instructions",
  "duration_minutes",
  "closes_at",
  "accommodations",
  "shuffle",
  "pools",
  "sections",
  "navigation",
] as const;

/** What of a policy is about marks and results, and follows the exam as it is now. */
const OF_RESULTS: ReadonlySet<string> = new Set(["results", "marking"]);

/**
 * Paths of what a change would alter for a student who sits the exam, and which attempts that were begun before keep as it
 * was. Keys are not among them, but for those that do not fit the paper of before.
 *
 * @param doesKeyFit Whether a key of today counts for a question as it was given.
 */
export function keptPaths(
  before: Document,
  after: Document,
  doesKeyFit: (given: Question, today: Question) => boolean,
): string[] {
  const fields = OF_ATTEMPTS.filter((name) => differ(before[name], after[name]));
  const policy = changedNames(before.policy, after.policy).filter((name) => !OF_RESULTS.has(name));
  const paths = [...fields, ...policy.map((name) => `policy.${name}`), ...questionPaths(before, after, doesKeyFit)];
  return paths.map((path) => `document.${path}`);
}

function questionPaths(
  { questions: before }: Document,
  { questions: after }: Document,
  doesKeyFit: (given: Question, today: Question) => boolean,
): string[] {
  const given = new Map(before.map((question) => [question.id, question]));
  const ids = (questions: readonly Question[]) => questions.map(({ id }) => id);
  const isOtherList = differ(ids(before), ids(after));
  return [
    ...(isOtherList ? ["questions"] : []),
    ...after.flatMap((question, index) => {
      const was = given.get(question.id);
      if (was === undefined) return [];
      const names = was.type === question.type ? changedNames(readOf(was), readOf(question)) : ["type"];
      if (names.length === 0 && !doesKeyFit(was, question)) names.push("correct");
      return names.map((name) => `questions.${index}.${name}`);
    }),
  ];
}

/** What students read of a question, whatever it counts, and whether they have it. */
function readOf(question: Question): object {
  const { points: _, ...read } = paperQuestion(question);
  return { ...read, pool: question.pool };
}

function changedNames(before: object, after: object): string[] {
  const [was, is] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => differ(was.get(name), is.get(name)));
}

function differ(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) !== canonicalJson(other ?? null);
}
