import { z } from "zod";
import { CreateExamBody } from "../../protocol/exam_document.ts";
import { ExamsQuery, ExamStateAnswer, ExamSummary } from "../../protocol/exam_list.ts";
import { CreateExamAnswer } from "../../protocol/staff.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { visibleExams } from "../../server/exams/visible_exams.ts";
import { publishExam } from "../../server/exams/publish_exam.ts";
import { type ExamMove, moveExam } from "../../server/exams/exam_states.ts";
import type { Services } from "../../server/services.ts";
import { requireStaff } from "../edge/require_staff.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { speechFor, spokenWarning } from "./spoken.ts";

/** Exams, and what moves them from one state to another. */
export function examsRoutes(services: Services): RestRoute[] {
  const { exams } = services;

  const list = route({
    operation: "list_exams",
    summary: "The exams that the account may see",
    query: ExamsQuery,
    answer: z.array(ExamSummary),
    handle: async ({ principal, query }) => ({
      body: await visibleExams(services, principal, query.archived),
    }),
  });

  const create = route({
    operation: "create_exam",
    summary: "Create an exam from its document, as a draft or published",
    body: CreateExamBody,
    answer: CreateExamAnswer,
    status: 201,
    async handle({ principal, body, request, address, requestId }) {
      const { staffId } = requireStaff(principal);
      const actor = actorOf(principal, address, requestId);
      const { state, ...document } = body;
      const published = await publishExam(services, document, staffId, actor, state);
      const speech = speechFor(request);
      return { body: { ...published, warnings: published.warnings.map((warning) => spokenWarning(speech, warning)) } };
    },
  });

  /** A route that moves an exam into another state. */
  function move(operation: ExamMove, summary: string): RestRoute {
    return route({
      operation,
      summary,
      answer: ExamStateAnswer,
      async handle({ principal, params, address, requestId }) {
        const moved = await moveExam(services, params.exam_id, operation, actorOf(principal, address, requestId));
        exams.forget(moved.examId);
        return { body: { exam_id: moved.examId, state: moved.state } };
      },
    });
  }

  return [
    list,
    create,
    move("publish_exam", "Publish a draft"),
    move("close_exam", "Let nobody else begin"),
    move("archive_exam", "Let nobody else begin, and take the exam out of the list; reopening brings it back"),
    move("reopen_exam", "Let students begin again in an exam that was closed"),
  ];
}
