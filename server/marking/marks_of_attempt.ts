import type { Marks } from "../../protocol/marks.ts";
import type { AttemptView } from "../attempts/attempts.ts";
import { hasLog } from "../attempts/has_log.ts";
import type { Exam } from "../store/exam_store.ts";
import type { PrivateReasonStore } from "../store/private_reason_store.ts";
import { keyedQuestions } from "./keyed_questions.ts";
import { markPaper, type PaperMark } from "./mark_paper.ts";
import { isMarkedByTwo } from "./two_markers.ts";
import type { Sheet } from "./sheets.ts";

/**
 * An attempt's marks as they are now, question by question of the paper that it was given.
 *
 * @param newest The exam as it is now, whose keys count.
 */
export function marksOfAttempt({ exam, folded }: Pick<AttemptView, "exam" | "folded">, newest: Exam): PaperMark[] {
  const answers = hasLog({ folded }) ? folded.sheet.toAnswers() : null;
  return marksOfSheet({ exam, answers, held: folded.marks }, newest);
}

/** The same of answers and marks that were read before. */
export function marksOfSheet(
  { exam, answers, held }: Pick<Sheet, "exam" | "answers" | "held">,
  newest: Exam,
): PaperMark[] {
  return markPaper(
    keyedQuestions(exam.document, newest.document),
    answers,
    held,
    (question) => isMarkedByTwo(newest, question),
  );
}

/** Marks as they are told, with the comments that are still kept. */
export async function toldMarks(
  store: PrivateReasonStore,
  attemptId: string,
  marks: readonly PaperMark[],
): Promise<Marks> {
  const isCommented = marks.some(({ comment, also }) => comment !== null || also !== undefined);
  const comments = isCommented ? await store.list(attemptId) : new Map<string, { text: string }>();
  return Object.fromEntries(marks.map(({ question, points, max, by, comment, rubric, also }) => {
    const texts = [comment, also ?? null].flatMap((hash) => hash === null ? [] : comments.get(hash)?.text ?? []);
    const text = texts.length === 0 ? undefined : texts.join("\n\n");
    return [question, {
      points,
      max,
      by,
      ...(text !== undefined && { comment: text }),
      ...(rubric && { rubric: [...rubric] }),
    }];
  }));
}
