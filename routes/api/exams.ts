import { z } from "zod";
import { CreateExamBody, ExamDocumentAnswer } from "../../protocol/exam_document.ts";
import { AttemptDetail, RedactedLogPage } from "../../protocol/attempt_detail.ts";
import { SpokenFlag } from "../../protocol/spoken.ts";
import * as rest from "../../protocol/rest.ts";
import { CreateExamAnswer } from "../../protocol/staff.ts";
import { explain } from "../../scoring/explain.ts";
import { termsOf } from "../../server/attempts/allowances.ts";
import { reportOf } from "../../server/attempts/attempts.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { Refusal } from "../../server/errors.ts";
import { visibleExams } from "../../server/exams/visible_exams.ts";
import { publishExam } from "../../server/exams/publish_exam.ts";
import { type ExamMove, moveExam } from "../../server/exams/exam_states.ts";
import { withPrivateReasons } from "../../server/review/private_reasons.ts";
import { redactedPage } from "../../server/review/attempt_log.ts";
import { roomStudent } from "../../server/room/room_student.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { speechFor, spokenFlag, spokenReason, spokenWarning } from "./spoken.ts";

const FlagDecision = z.strictObject({ state: z.enum(["open", "confirmed", "dismissed"]) });

/** What staff ask for about exams and the attempts in them. */
export function examsRoutes(services: Services): RestRoute[] {
  const { attempts, calls, exams, audit, rooms, stores } = services;

  const list = route({
    operation: "list_exams",
    summary: "The exams that the account may see",
    answer: z.array(rest.ExamSummary),
    handle: async ({ principal }) => ({ body: await visibleExams(services, principal) }),
  });

  const create = route({
    operation: "create_exam",
    summary: "Create an exam from its document, as a draft or published",
    body: CreateExamBody,
    answer: CreateExamAnswer,
    status: 201,
    async handle({ principal, body, request, address, requestId }) {
      if (principal.kind !== "staff") throw new Refusal("unauthorized", "please_sign_in");
      const actor = actorOf(principal, address, requestId);
      const { state, ...document } = body;
      const published = await publishExam(services, document, principal.staffId, actor, state);
      const speech = speechFor(request);
      return { body: { ...published, warnings: published.warnings.map((warning) => spokenWarning(speech, warning)) } };
    },
  });

  const get = route({
    operation: "get_exam",
    summary: "An exam's document with its correct answers, for its authors",
    answer: ExamDocumentAnswer,
    async handle({ params }) {
      const stored = await stores.exams.get(params.exam_id);
      if (stored === null) throw new Refusal("not_found", "no_such_exam");
      const { examId, state, revision = 1, document: { roster: _, staff: __, ...document } } = stored.value;
      return { body: { exam_id: examId, state, revision, document } };
    },
  });

  /** A route that moves an exam into another state. */
  function move(operation: ExamMove, summary: string): RestRoute {
    return route({
      operation,
      summary,
      answer: rest.ExamStateAnswer,
      async handle({ principal, params, address, requestId }) {
        const moved = await moveExam(services, params.exam_id, operation, actorOf(principal, address, requestId));
        exams.forget(moved.examId);
        return { body: { exam_id: moved.examId, state: moved.state } };
      },
    });
  }

  const detail = route({
    operation: "get_attempt_detail",
    summary: "One attempt: report, reasons, risk over time, flags and what was done",
    answer: AttemptDetail,
    async handle({ params, request }) {
      const attempt = await attempts.view(params.attempt_id);
      const { record, head, folded, context } = attempt;
      const speech = speechFor(request);
      const report = reportOf(attempt);
      return {
        body: {
          student: roomStudent(record, head, rooms.links.presence(attempt.attemptId)),
          report,
          told: folded.told,
          reasons: explain(folded.score, report, context).map((reason) => spokenReason(speech, reason)),
          timeline: folded.timeline.toPoints(),
          flags: (await stores.flags.list(record.examId, attempt.attemptId)).map((flag) => spokenFlag(speech, flag)),
          actions: await withPrivateReasons(stores.privateReasons, attempt.attemptId, folded.actions),
          accommodations: termsOf(attempt).accommodations,
          takeovers: record.takeovers ?? [],
          kept: folded.kept,
          receipt: attempts.receiptOf(attempt),
        },
      };
    },
  });

  const log = route({
    operation: "get_attempt_log",
    summary: "A page of an attempt's log, with lengths in place of text",
    query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
    answer: RedactedLogPage,
    async handle({ params, query }) {
      return { body: await redactedPage(attempts, params.attempt_id, query.after) };
    },
  });

  const flag = route({
    operation: "decide_flag",
    summary: "Confirm or dismiss a flag",
    body: FlagDecision,
    answer: SpokenFlag,
    async handle({ principal, params, body, request, address, requestId }) {
      const actor = actorOf(principal, address, requestId);
      const line = audit.line({
        ...actor,
        what: `flag_${body.state}`,
        about: `attempt:${params.attempt_id}`,
      });
      const flag = await calls.decideFlag(
        params.attempt_id,
        { flagId: params.flag_id, state: body.state, by: actor.who },
        [line],
      );
      return { body: spokenFlag(speechFor(request), flag) };
    },
  });

  return [
    list,
    create,
    get,
    move("publish_exam", "Publish a draft"),
    move("close_exam", "Let nobody else begin"),
    move("reopen_exam", "Let students begin again in an exam that was closed"),
    detail,
    log,
    flag,
  ];
}
