import { Accommodations, type ExamState } from "../../../protocol/exam.ts";
import type { Paper } from "../../../protocol/paper.ts";
import type { JoinWay } from "../../../protocol/roster.ts";
import { durationMs } from "../../../server/exams/exam_time.ts";
import { paperOf } from "../../../server/exams/paper.ts";
import type { Exam } from "../../../server/store/exam_store.ts";

/** What is printed of an exam: what any student gets to see, and when and where it is sat. */
export interface PaperFacts {
  exam_id: string;
  title: string;
  code: string;
  state: ExamState;
  join: JoinWay;
  /** Whether a proctor lets students in. */
  isByProctor: boolean;
  /** ms since 1970. */
  opensAt?: number;
  /** ms since 1970. */
  closesAt?: number;
  /** IANA name of the clock that its times are said by, where it names one. */
  timeZone?: string;
  /** Without what is allowed to some of its students. */
  durationMinutes: number;
  /** Whether each student gets some of its questions. */
  isPooled: boolean;
  /** As it goes to a student's browser: no correct answer is in it. */
  paper: Paper;
}

export function paperFacts(exam: Exam): PaperFacts {
  const { document } = exam;
  return {
    exam_id: exam.examId,
    title: document.title,
    code: document.code,
    state: exam.state,
    join: document.join,
    isByProctor: document.policy.admission === "proctor",
    ...(document.opens_at && { opensAt: Date.parse(document.opens_at) }),
    ...(document.closes_at && { closesAt: Date.parse(document.closes_at) }),
    ...(document.time_zone && { timeZone: document.time_zone }),
    durationMinutes: durationMs(document, document.accommodations ?? Accommodations.parse({})) / 60_000,
    isPooled: (document.pools ?? []).length > 0,
    paper: paperOf(exam),
  };
}
