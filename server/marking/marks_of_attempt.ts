import type { Marks } from "../../protocol/marks.ts";
import type { AttemptView } from "../attempts/attempts.ts";
import { hasLog } from "../attempts/has_log.ts";
import type { PrivateReasonStore } from "../store/private_reason_store.ts";
import { markPaper, type PaperMark } from "./mark_paper.ts";

/** An attempt's marks as they are now. */
export function marksOfAttempt({ exam, folded }: Pick<AttemptView, "exam" | "folded">): PaperMark[] {
  const answers = hasLog({ folded }) ? folded.sheet.toAnswers() : null;
  return markPaper(exam.document.questions, answers, folded.marks);
}

/** Marks as they are told, with the comments that are still kept. */
export async function toldMarks(
  store: PrivateReasonStore,
  attemptId: string,
  marks: readonly PaperMark[],
): Promise<Marks> {
  const isCommented = marks.some(({ comment }) => comment !== null);
  const comments = isCommented ? await store.list(attemptId) : new Map<string, { text: string }>();
  return Object.fromEntries(marks.map(({ question, points, max, by, comment }) => {
    const text = comment === null ? undefined : comments.get(comment)?.text;
    return [question, { points, max, by, ...(text !== undefined && { comment: text }) }];
  }));
}
