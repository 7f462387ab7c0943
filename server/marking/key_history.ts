import type { KeyHistory, KeyMark } from "../../protocol/revision_impact.ts";
import type { AttemptView } from "../attempts/attempts.ts";
import { hasLog } from "../attempts/has_log.ts";
import type { Exam } from "../store/exam_store.ts";
import { revisionOf } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";
import { keyedQuestions } from "./keyed_questions.ts";
import { markPaper } from "./mark_paper.ts";

/**
 * What the keys gave for an attempt's answers from its own revision on, where a change of the key changed it: computed from the
 * documents that are kept, as the marks themselves are. Questions whose mark never changed are left out.
 *
 * @param newest The exam as it is now.
 */
export async function keyHistory(
  { examRevisions }: Pick<Stores, "examRevisions">,
  view: Pick<AttemptView, "exam" | "folded" | "record">,
  newest: Exam,
): Promise<KeyHistory> {
  const { exam, folded, record } = view;
  const first = record.revision ?? 1;
  if (first === revisionOf(newest) || !hasLog(view)) return {};
  const answers = folded.sheet.toAnswers();
  const history = new Map<string, KeyMark[]>();
  for (let revision = first; revision <= revisionOf(newest); revision++) {
    const written = revision === revisionOf(newest) ? newest : await examRevisions.get(newest.examId, revision);
    if (written === null) continue;
    const { revisedBy = null, revisedAt = written.createdAt } = written;
    // What people gave is in the log: here it is asked what the key says.
    for (
      const { question, points, max } of markPaper(keyedQuestions(exam.document, written.document), answers, new Map())
    ) {
      const marks = history.get(question) ?? [];
      history.set(question, marks);
      const before = marks.at(-1);
      if (before?.points === points && before.max === max) continue;
      marks.push({ revision, by: revisedBy, at: revisedAt, points, max });
    }
  }
  return Object.fromEntries([...history].filter(([, marks]) => marks.length > 1));
}
