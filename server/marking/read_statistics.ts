import { isOver } from "../../protocol/exam.ts";
import type { ExamStatistics } from "../../protocol/marks.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { Exam } from "../store/exam_store.ts";
import { viewAll } from "./exam_marks.ts";
import { marksOfAttempt } from "./marks_of_attempt.ts";
import { QuestionTime } from "./question_time.ts";
import { examStatistics, type MarkedAttempt } from "./statistics.ts";

/** An exam's statistics, of the attempts that are over. Reads each log once, for the times: it takes its time in a large exam. */
export async function readStatistics(attempts: Attempts, { examId, document }: Exam): Promise<ExamStatistics> {
  const marked: MarkedAttempt[] = [];
  for await (const view of viewAll(attempts, examId)) {
    if (!isOver(view.head.state)) continue;
    const time = new QuestionTime();
    for await (const { entry } of attempts.log.read(view.attemptId)) {
      if (entry.kind === "batch") entry.events.forEach((event) => time.take(event));
    }
    const answers = new Map(Object.entries(view.folded.sheet.toAnswers()));
    marked.push({ marks: marksOfAttempt(view), answers, time });
  }
  return examStatistics(document.questions, marked);
}
