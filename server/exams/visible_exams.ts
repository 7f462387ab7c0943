import type { ExamSummary } from "../../protocol/exam_list.ts";
import type { Auth } from "../auth/auth.ts";
import type { Principal } from "../auth/decide.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Exams } from "./exams.ts";

/**
 * The exams that an account may see: all for an admin, else those that it is assigned to; newest first.
 *
 * @param withArchived Whether those that were archived are among them.
 */
export async function visibleExams(
  { exams, auth }: { exams: Exams; auth: Pick<Auth, "assignments"> },
  principal: Principal,
  withArchived = false,
): Promise<ExamSummary[]> {
  if (principal.kind !== "staff") return [];
  const visible = principal.role === "admin"
    ? await Array.fromAsync(exams.list())
    : await Promise.all((await auth.assignments.examsOf(principal.staffId)).map((examId) => exams.get(examId)));
  const known = visible.filter((exam) => exam !== null)
    .filter(({ archivedAt }) => withArchived || archivedAt === undefined)
    .sort((a, b) => b.createdAt - a.createdAt);
  return await Promise.all(known.map((exam) => summaryOf(exams, exam)));
}

async function summaryOf(exams: Exams, exam: Exam): Promise<ExamSummary> {
  const { examId, state, archivedAt, document } = exam;
  const { code, title, opens_at = null, closes_at = null, duration_minutes } = document;
  const attempts = await exams.countAttempts(examId);
  const figures = await exams.figuresOf(exam, attempts);
  return {
    exam_id: examId,
    code,
    title,
    state,
    opens_at,
    closes_at,
    attempts,
    duration_minutes,
    ...figures,
    ...(archivedAt !== undefined && { archived: true }),
  };
}
