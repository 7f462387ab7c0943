import type { ExamDocument } from "../../protocol/exam_document.ts";
import { said } from "../../words/refusal.ts";
import type { Actor } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import { type Exam, revisionOf } from "../store/exam_store.ts";
import { reviseExam, type Revising } from "./revise_exam.ts";

/** How often it is tried again where somebody else changes the exam in the same moment. */
const MOST_TRIES = 5;

/**
 * The exam as it stands in the store.
 *
 * @throws {Refusal} `not_found`; `conflict` where another revision is the newest than the one that was read.
 */
export async function standingExam(
  { stores }: Pick<Revising, "stores">,
  examId: string,
  read?: number,
): Promise<Exam> {
  const stored = await stores.exams.get(examId);
  if (stored === null) throw new Refusal("not_found", "no_such_exam");
  const revision = revisionOf(stored.value);
  if (read !== undefined && read !== revision) {
    throw new Refusal("conflict", said("exam_revised", { revision }), { path: "revision" });
  }
  return stored.value;
}

/**
 * Says who may join an exam, and changes nothing else of it: whatever somebody else wrote in the same moment stays.
 *
 * @throws {Refusal} As {@link reviseExam}.
 */
export async function setJoin(
  revising: Revising,
  examId: string,
  join: ExamDocument["join"],
  actor: Actor,
): Promise<Exam> {
  for (let tries = 1;; tries++) {
    const exam = await standingExam(revising, examId);
    const { roster: _, staff: __, ...document } = exam.document;
    try {
      const body = { revision: revisionOf(exam), document: { ...document, join } };
      return (await reviseExam(revising, examId, body, actor)).after;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "conflict" || tries === MOST_TRIES) throw error;
    }
  }
}
