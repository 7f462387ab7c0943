import type { ExamSummary } from "../../protocol/rest.ts";
import type { Auth } from "../auth/auth.ts";
import type { Principal } from "../auth/permissions.ts";
import type { Exams } from "./exams.ts";

/** The exams that an account may see: all for an admin, else those that it is assigned to; newest first. */
export async function visibleExams(
  { exams, auth }: { exams: Exams; auth: Pick<Auth, "assignments"> },
  principal: Principal,
): Promise<ExamSummary[]> {
  if (principal.kind !== "staff") return [];
  const visible = principal.role === "admin"
    ? await Array.fromAsync(exams.list())
    : await Promise.all((await auth.assignments.examsOf(principal.staffId)).map((examId) => exams.get(examId)));
  const known = visible.filter((exam) => exam !== null).sort((a, b) => b.createdAt - a.createdAt);
  return await Promise.all(known.map(async (exam) => ({
    exam_id: exam.examId,
    code: exam.document.code,
    title: exam.document.title,
    state: exam.state,
    opens_at: exam.document.opens_at ?? null,
    closes_at: exam.document.closes_at ?? null,
    attempts: await exams.countAttempts(exam.examId),
  })));
}
