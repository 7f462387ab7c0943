import type { AttemptMarks, ExamMarks } from "../../protocol/marks.ts";
import { standingVerdict } from "../../protocol/standing_verdict.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { Exam } from "../store/exam_store.ts";
import { hidesNames } from "./hides_names.ts";
import { isComplete, maxOf, totalOf } from "./mark_paper.ts";
import { marksOfSheet, toldMarks } from "./marks_of_attempt.ts";
import { type Sheet, Sheets } from "./sheets.ts";

/** The marks of every attempt of an exam that is shown to anybody, by name; without names while they are hidden, see {@link hidesNames}. */
export async function examMarks(
  attempts: Attempts,
  exam: Exam,
  sheets: Sheets = new Sheets(attempts),
): Promise<ExamMarks> {
  const found = await sheets.ofExam(exam.examId);
  const anonymous = hidesNames(exam, found);
  const byName = anonymous ? found : found.toSorted(compareNames);
  return {
    max: maxOf(exam.document.questions, exam.document.pools),
    attempts: await Promise.all(byName.map((sheet) => lineOf(attempts, exam, sheet, anonymous))),
    ...(anonymous && { anonymous }),
  };
}

function compareNames({ record: a }: Sheet, { record: b }: Sheet): number {
  return a.student.name.localeCompare(b.student.name) || (a.attemptId < b.attemptId ? -1 : 1);
}

async function lineOf({ stores }: Attempts, exam: Exam, sheet: Sheet, anonymous: boolean): Promise<AttemptMarks> {
  const { attemptId, record, head, verdicts } = sheet;
  const marks = marksOfSheet(sheet, exam);
  return {
    attempt_id: attemptId,
    name: anonymous ? null : record.student.name,
    number: anonymous ? null : record.student.number ?? null,
    state: head.state,
    total: totalOf(marks),
    complete: isComplete(marks),
    verdict: standingVerdict(verdicts, exam.document.policy.review?.second_person === true).verdict,
    marks: await toldMarks(stores.privateReasons, attemptId, marks),
  };
}
