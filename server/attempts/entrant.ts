import type { Accommodations, Student } from "../../protocol/exam.ts";
import type { Exam } from "../store/exam_store.ts";
import type { RosterLine } from "./reopen_attempt.ts";

/** Somebody who comes to an exam, by its code or by a personal token. */
export interface Entrant {
  exam: Exam;
  student: Student;
  accommodations: Accommodations;
  roster: RosterLine | null;
  /** Account that tries the exam, which has no time of its own and no limited places; absent for students. */
  trialOf?: string;
}

/** When the student may begin: where the roster's line says so, at other times than everybody else. */
export function timesOf({ exam: { state, document }, roster, trialOf }: Entrant) {
  if (trialOf !== undefined) return { state, opens_at: undefined, closes_at: undefined };
  return {
    state,
    opens_at: roster?.entry.opensAt ?? document.opens_at,
    closes_at: roster?.entry.closesAt ?? document.closes_at,
  };
}
