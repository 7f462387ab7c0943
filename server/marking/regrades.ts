import type { Regrade } from "../../protocol/marking.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { Exam } from "../store/exam_store.ts";
import { revisionOf } from "../store/exam_store.ts";
import { keyedQuestions } from "./keyed_questions.ts";
import { markPaper } from "./mark_paper.ts";
import type { Sheet } from "./sheets.ts";

/**
 * Which changes of keys have changed marks, oldest first: computed from the revisions that are kept, as the marks
 * themselves are. A mark that a person gave since stands in the key's place, and is not counted.
 *
 * @param newest The exam as it is now.
 * @param sheets Of the attempts that are over.
 */
export async function regradesOf(
  { stores: { examRevisions } }: Pick<Attempts, "stores">,
  newest: Exam,
  sheets: readonly Sheet[],
): Promise<Regrade[]> {
  const last = revisionOf(newest);
  const first = Math.min(last, ...sheets.map(({ record }) => record.revision ?? 1));
  const regrades: Regrade[] = [];
  let before: Written | null = null;
  for (let revision = first; revision <= last; revision++) {
    const written = revision === last ? newest : await examRevisions.get(newest.examId, revision);
    if (written === null) continue;
    if (before !== null) {
      const { revisedBy = null, revisedAt = written.createdAt } = written;
      for (const [question, changes] of changesBetween(before, written, sheets)) {
        regrades.push({ question, revision, by: revisedBy, at: revisedAt, changes });
      }
    }
    before = written;
  }
  return regrades;
}

type Written = Pick<Exam, "document" | "revision">;

/** How many marks are others, by question. */
function changesBetween(before: Written, after: Written, sheets: readonly Sheet[]): Map<string, number> {
  const counts = new Map<string, number>();
  const changed = changedQuestions(before, after);
  if (changed.size === 0) return counts;
  for (const { exam, record, answers, held } of sheets) {
    if ((record.revision ?? 1) >= revisionOf(after)) continue;
    const marks = (document: Exam["document"]) =>
      markPaper(
        keyedQuestions(exam.document, document).filter(({ id }) => changed.has(id)),
        answers,
        held,
      );
    const was = marks(before.document);
    marks(after.document).forEach(({ question, points }, index) => {
      if (points !== was[index].points) counts.set(question, (counts.get(question) ?? 0) + 1);
    });
  }
  return counts;
}

function changedQuestions(before: Written, after: Written): ReadonlySet<string> {
  const known = new Map(before.document.questions.map((question) => [question.id, JSON.stringify(question)]));
  return new Set(
    after.document.questions.filter((question) => known.get(question.id) !== JSON.stringify(question)).map(({ id }) =>
      id
    ),
  );
}
