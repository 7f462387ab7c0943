import type { AttemptMarks, ExamMarks } from "../../protocol/marks.ts";
import type { Attempts, AttemptView } from "../attempts/attempts.ts";
import { Refusal } from "../errors.ts";
import type { Exam } from "../store/exam_store.ts";
import { isComplete, maxOf, totalOf } from "./mark_paper.ts";
import { marksOfAttempt, toldMarks } from "./marks_of_attempt.ts";

/** Attempts that are read at once. */
const AT_ONCE = 16;

/** The marks of every attempt of an exam that is shown to anybody, by name. */
export async function examMarks(attempts: Attempts, { examId, document }: Exam): Promise<ExamMarks> {
  const lines: AttemptMarks[] = [];
  for await (const view of viewAll(attempts, examId)) lines.push(await lineOf(attempts, view));
  lines.sort((a, b) => a.name.localeCompare(b.name) || (a.attempt_id < b.attempt_id ? -1 : 1));
  return { max: maxOf(document.questions), attempts: lines };
}

/** An exam's attempts, but for those that are erased or were removed from its room. */
export async function* viewAll(attempts: Attempts, examId: string): AsyncGenerator<AttemptView> {
  const ids = await Array.fromAsync(attempts.stores.examAttempts.list(examId));
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const views = await Promise.all(ids.slice(first, first + AT_ONCE).map((id) => viewOf(attempts, id)));
    for (const view of views) if (view !== null && view.head.isRemoved !== true) yield view;
  }
}

async function viewOf(attempts: Attempts, attemptId: string): Promise<AttemptView | null> {
  try {
    return await attempts.view(attemptId);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  }
}

async function lineOf({ stores }: Attempts, view: AttemptView): Promise<AttemptMarks> {
  const { attemptId, record, head } = view;
  const marks = marksOfAttempt(view);
  return {
    attempt_id: attemptId,
    name: record.student.name,
    number: record.student.number ?? null,
    state: head.state,
    total: totalOf(marks),
    complete: isComplete(marks),
    verdict: null,
    marks: await toldMarks(stores.privateReasons, attemptId, marks),
  };
}
