import type { Exam } from "../../store/exam_store.ts";

/** What a report is to say beside what every report does. */
export interface ReportChoice {
  /** Whether notes and private reasons of staff are in it, too. */
  withNotes: boolean;
}

/** The exam as its reports name it, with the clock that they tell times of the day by. */
export function reportedExam({ examId, document: { title, code, time_zone } }: Exam) {
  return { examId, title, code, timeZone: time_zone ?? "UTC" };
}
