import { isOver } from "../../protocol/exam.ts";
import type { ExamStatistics } from "../../protocol/marks.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { Exam } from "../store/exam_store.ts";
import { marksOfSheet } from "./marks_of_attempt.ts";
import { Sheets } from "./sheets.ts";
import { examStatistics, type MarkedAttempt } from "./statistics.ts";

/** Logs that are read at once. */
const AT_ONCE = 8;

/**
 * An exam's statistics, of the attempts that are over. No log is read for it, but of attempts from before times were kept.
 */
export async function readStatistics(
  attempts: Attempts,
  exam: Exam,
  sheets: Sheets = new Sheets(attempts),
): Promise<ExamStatistics> {
  const over = (await sheets.ofExam(exam.examId)).filter(({ head }) => isOver(head.state));
  const questions = new Set(exam.document.questions.map(({ id }) => id));
  const marked: MarkedAttempt[] = [];
  for (let first = 0; first < over.length; first += AT_ONCE) {
    marked.push(
      ...await Promise.all(
        over.slice(first, first + AT_ONCE).map(async (sheet) => ({
          marks: marksOfSheet(sheet, exam),
          answers: new Map(Object.entries(sheet.answers ?? {})),
          time: await sheets.timeOf(sheet, questions),
        })),
      ),
    );
  }
  return examStatistics(exam.document.questions, marked);
}
