import * as marks from "../../protocol/marks.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { hasLog } from "../../server/attempts/has_log.ts";
import { Refusal } from "../../server/errors.ts";
import { answersAt } from "../../server/marking/answers_at.ts";
import { examMarks } from "../../server/marking/exam_marks.ts";
import { marksCsv } from "../../server/marking/marks_csv.ts";
import { marksOfAttempt, toldMarks } from "../../server/marking/marks_of_attempt.ts";
import { readStatistics } from "../../server/marking/read_statistics.ts";
import type { Services } from "../../server/services.ts";
import type { Exam } from "../../server/store/exam_store.ts";
import { CSV_TYPE } from "../edge/file_types.ts";
import { type RestRoute, route } from "../edge/route.ts";

const encoder = new TextEncoder();

/** Answers, marks and what they come to, for who may see the key. */
export function marksRoutes({ attempts, audit, calls, exams, stores }: Services): RestRoute[] {
  async function requireExam(examId: string): Promise<Exam> {
    const exam = await exams.get(examId);
    if (exam === null) throw new Refusal("not_found", "no_such_exam");
    return exam;
  }

  const answers = route({
    operation: "get_answers",
    summary: "An attempt's answers at the end, or as they stood at a moment of it, and its marks",
    query: marks.AnswersQuery,
    answer: marks.AttemptAnswers,
    async handle({ params, query }) {
      const view = await attempts.view(params.attempt_id);
      if (!hasLog(view)) throw new Refusal("wrong_state", "answers_removed");
      const { attemptId, head, record } = view;
      const end = Math.max(head.lastT, (head.endedAt ?? 0) - record.startedAt);
      return {
        body: {
          t: query.t ?? end,
          answers: await answersAt(attempts, view, query.t ?? Infinity),
          marks: await toldMarks(stores.privateReasons, attemptId, marksOfAttempt(view)),
        },
      };
    },
  });

  const list = route({
    operation: "list_marks",
    summary: "The marks of an exam: JSON, or CSV with format=csv",
    query: marks.MarksQuery,
    answer: marks.ExamMarks,
    async handle({ params, query }) {
      const exam = await requireExam(params.exam_id);
      const body = await examMarks(attempts, exam);
      if (query.format === "json") return { body };
      const content = encoder.encode(marksCsv(body, exam.document.questions.map(({ id }) => id)));
      return {
        headers: { "content-disposition": 'attachment; filename="marks.csv"' },
        file: { content, type: CSV_TYPE, isHashed: false },
      };
    },
  });

  const set = route({
    operation: "set_mark",
    summary: "Mark one answer; earlier marks stay in the attempt's log",
    body: marks.MarkBody,
    answer: marks.Mark,
    async handle({ principal, params, body, address, requestId }) {
      const { attempt_id, question_id: question } = params;
      const actor = actorOf(principal, address, requestId);
      const line = audit.line({ ...actor, what: "set_mark", about: `attempt:${attempt_id}` });
      const { points, comment = "" } = body;
      return { body: await calls.mark(attempt_id, { question, points, comment, by: actor.who }, [line]) };
    },
  });

  const statistics = route({
    operation: "get_statistics",
    summary: "What an exam came to: points, and each question's difficulty, discrimination, choices and time",
    answer: marks.ExamStatistics,
    handle: async ({ params }) => ({ body: await readStatistics(attempts, await requireExam(params.exam_id)) }),
  });

  return [answers, list, set, statistics];
}
