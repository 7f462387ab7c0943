import { isOver } from "../../protocol/exam.ts";
import { isAnswered, textOf } from "../../protocol/items/answer_form.ts";
import { answerTo } from "../../protocol/items/answer_ids.ts";
import type { Paper } from "../../protocol/paper.ts";
import type { Closing } from "../../protocol/closing.ts";
import type { SittingRules } from "../../protocol/sitting_rules.ts";
import { paperOf } from "../exams/paper.ts";
import type { Exam } from "../store/exam_store.ts";
import type { AttemptView } from "./attempts.ts";
import { hasLog } from "./has_log.ts";
import { takesStatements } from "./takes_statements.ts";

type Ended = Pick<AttemptView, "head" | "exam" | "folded">;

/**
 * What the student's closing page says; null while the attempt is not over.
 *
 * @param newest The exam as it is now: results are released, and what is kept is removed, as it says, whatever the attempt was
 * begun under.
 */
export function closingOf({ head, exam: { document }, folded }: Ended, newest: Exam): Closing | null {
  if (!isOver(head.state)) return null;
  const answers = folded.sheet.toAnswers();
  return {
    handed_in: head.endedAt,
    saved: head.lastSeq > 0 ? head.lastSeen : null,
    questions: document.questions.length,
    answered: document.questions.filter((question) => isAnswered(answerTo(question, answers))).length,
    characters: Object.values(answers).reduce((sum, answer) => sum + textOf(answer).length, 0),
    results: newest.document.policy.results?.release ?? "manual",
    ...newest.document.retention,
    ...(head.waiting && { admitted: false }),
    ...(takesStatements(newest) && hasLog({ folded }) && { statements: true }),
  };
}

/**
 * The paper, for as long as it is written: whoever finds the token later reads no question by it, and who waits to be let in
 * reads what stands before the exam as well, and no more.
 */
export function ownPaper({ head, exam }: Pick<Ended, "head" | "exam">): Paper {
  const paper = paperOf(exam);
  if (head.state === "waiting") {
    const { sections: _, ...before } = paper;
    return { ...before, questions: [] };
  }
  if (!isOver(head.state)) return paper;
  const { exam_id, title, language } = paper;
  return { exam_id, title, ...(language !== undefined && { language }), questions: [] };
}

/** What is asked of whoever writes; nothing once it is over. */
export function rulesOf({ head, exam }: Pick<Ended, "head" | "exam">): { rules?: SittingRules } {
  const { rules } = exam.document.policy;
  return rules === undefined || isOver(head.state) ? {} : { rules };
}
