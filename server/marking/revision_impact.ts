import { isOver } from "../../protocol/exam.ts";
import type { Question } from "../../protocol/items/registry.ts";
import { type Affected, MOST_NAMED_MARKS } from "../../protocol/revision_impact.ts";
import type { Attempts, AttemptView } from "../attempts/attempts.ts";
import { hasLog } from "../attempts/has_log.ts";
import { Refusal } from "../errors.ts";
import { drawnExam } from "../exams/drawn_exam.ts";
import { keptPaths } from "../exams/kept_paths.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import { keyedQuestion, keyedQuestions } from "./keyed_questions.ts";
import { isMarkedByTwo } from "./two_markers.ts";
import { markPaper } from "./mark_paper.ts";

/** Attempts that are read at once. */
const AT_ONCE = 16;

/** What a change of an exam's document comes to. */
export interface RevisionImpact {
  affected: Affected;
  kept: string[];
}

/**
 * Whom a change affects: how many have begun, whose marks of keys are others by it, and what stays as it was for them. The answers
 * of an attempt are read only where a key of its own paper counts otherwise. Changes nothing.
 *
 * @param before The exam as it is, or was.
 * @param after The exam as it would be, or is.
 */
export async function revisionImpact(attempts: Attempts, before: Exam, after: Exam): Promise<RevisionImpact> {
  const stored = await attemptsOf(attempts, before.examId);
  const over = stored.filter(({ head }) => isOver(head.state));
  const marks: Affected["marks"] = [];
  const above: Affected["above"] = [];
  for (let first = 0; first < over.length; first += AT_ONCE) {
    const group = over.slice(first, first + AT_ONCE);
    for (const found of await Promise.all(group.map((one) => impactOn(attempts, one, before, after)))) {
      marks.push(...found.marks);
      above.push(...found.above);
    }
  }
  const isNew = stored.length === 0;
  const isAnonymous = [before, after].some(({ document: { policy } }) => policy.marking?.anonymous === true);
  return {
    affected: {
      attempts: stored.length,
      under_way: stored.length - over.length,
      changes: marks.length,
      marks: isAnonymous ? unnamed(marks) : marks.toSorted(byName).slice(0, MOST_NAMED_MARKS),
      above: isAnonymous ? unnamed(above) : above.toSorted(byName).slice(0, MOST_NAMED_MARKS),
    },
    kept: isNew ? [] : keptPaths(before.document, after.document, (given, today) => {
      return differ(given, today) ? keyedQuestion(given, today) !== given : true;
    }),
  };
}

/** An exam's attempts, but for those that are erased or were removed from its room. */
async function attemptsOf({ stores }: Attempts, examId: string): Promise<StoredAttempt[]> {
  const ids = await Array.fromAsync(stores.examAttempts.list(examId));
  return (await stores.attempts.getMany(ids)).filter(({ head }) => head.isRemoved !== true);
}

type Impact = Pick<Affected, "marks" | "above">;

async function impactOn(attempts: Attempts, { record }: StoredAttempt, before: Exam, after: Exam): Promise<Impact> {
  const { attemptId, examId, revision = 1, student: { name } } = record;
  const none: Impact = { marks: [], above: [] };
  const given = await attempts.exams.get(examId, revision);
  if (given === null) return none;
  // The exam that is replaced now may be the one that the attempt was begun under.
  const { document } = drawnExam(revision === (before.revision ?? 1) ? before : given, attemptId);
  const [was, is] = [keyedQuestions(document, before.document), keyedQuestions(document, after.document)];
  const changed = was.flatMap((question, index) => differ(question, is[index]) ? [index] : []);
  if (changed.length === 0) return none;
  const view = await viewOf(attempts, attemptId);
  if (view === null) return none;
  const answers = hasLog(view) ? view.folded.sheet.toAnswers() : null;
  const pick = (questions: readonly Question[]) =>
    markPaper(
      changed.map((index) => questions[index]),
      answers,
      view.folded.marks,
      // A change that takes the second marker away, or brings one, tells nobody of a mark that is not settled.
      (question) => isMarkedByTwo(before, question) || isMarkedByTwo(after, question),
    );
  const [marked, remarked] = [pick(was), pick(is)];
  return remarked.reduce<Impact>((found, mark, index) => {
    const { question, points, max } = mark;
    const id = { attempt_id: attemptId, name, question };
    if (points !== marked[index].points) found.marks.push({ ...id, before: marked[index].points, after: points });
    else if (points !== null && points > max) found.above.push({ ...id, points, max });
    return found;
  }, { marks: [], above: [] });
}

async function viewOf(attempts: Attempts, attemptId: string): Promise<AttemptView | null> {
  try {
    return await attempts.view(attemptId);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  }
}

function differ(one: Question, other: Question): boolean {
  return one !== other && JSON.stringify(one) !== JSON.stringify(other);
}

interface Named {
  name: string | null;
  attempt_id: string;
}

/** Neither by name nor in its order, where markers are not told whose answer they mark. */
function unnamed<Mark extends Named>(marks: readonly Mark[]): Mark[] {
  const sorted = marks.toSorted((a, b) => a.attempt_id < b.attempt_id ? -1 : 1).slice(0, MOST_NAMED_MARKS);
  return sorted.map((mark) => ({ ...mark, name: null }));
}

function byName(a: Named, b: Named): number {
  return (a.name ?? "").localeCompare(b.name ?? "") || (a.attempt_id < b.attempt_id ? -1 : 1);
}
