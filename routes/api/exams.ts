import { z } from "zod";
import { ExamDocument } from "../../protocol/exam.ts";
import * as rest from "../../protocol/rest.ts";
import { explain } from "../../scoring/explain.ts";
import { reportOf } from "../../server/attempts/attempts.ts";
import type { Principal } from "../../server/auth/permissions.ts";
import { Refusal } from "../../server/errors.ts";
import { publishExam } from "../../server/exams/publish_exam.ts";
import type { Exam } from "../../server/exams/exams.ts";
import { listActions, redactedPage } from "../../server/review/attempt_log.ts";
import { decideFlag, listFlags } from "../../server/review/flags.ts";
import { roomStudent } from "../../server/room/room_student.ts";
import type { Services } from "../../server/services.ts";
import { type Route, route } from "./route.ts";

const FlagDecision = z.strictObject({ state: z.enum(["open", "confirmed", "dismissed"]) });
const CreateExamAnswer = z.strictObject({
  exam_id: z.string(),
  code: z.string(),
  tokens: z.array(z.strictObject({ name: z.string(), number: z.string().optional(), token: z.string() })),
  passwords: z.array(z.strictObject({ username: z.string(), password: z.string() })),
});

/** What staff ask for about exams and the attempts in them. */
export function examsRoutes(services: Services): Route[] {
  const { attempts, exams, auth, audit, rooms, kv, now } = services;

  async function requireExam(examId: string): Promise<Exam> {
    const exam = await exams.get(examId);
    if (exam === null) throw new Refusal("not_found", "There is no such exam.");
    return exam;
  }

  async function visibleTo(principal: Principal): Promise<Exam[]> {
    if (principal.kind !== "staff") return [];
    if (principal.role === "admin") return await Array.fromAsync(exams.list());
    const assigned = await Promise.all((await auth.examsOf(principal.staffId)).map((examId) => exams.get(examId)));
    return assigned.filter((exam) => exam !== null);
  }

  const list = route({
    operation: "list_exams",
    summary: "The exams that the account may see",
    answer: z.array(rest.ExamSummary),
    async handle({ principal }) {
      const visible = await visibleTo(principal);
      const summaries = visible.map(async (exam) => ({
        exam_id: exam.examId,
        code: exam.document.code,
        title: exam.document.title,
        state: exam.state,
        attempts: await exams.countAttempts(exam.examId),
      }));
      return { body: await Promise.all(summaries) };
    },
  });

  const create = route({
    operation: "create_exam",
    summary: "Create and publish an exam from its document",
    body: ExamDocument,
    answer: CreateExamAnswer,
    status: 201,
    async handle({ principal, body, address, requestId }) {
      if (principal.kind !== "staff") throw new Refusal("unauthorized", "Please sign in.");
      const published = await publishExam(services, body, principal.staffId);
      await audit.append({
        at: now(),
        who: principal.username,
        role: principal.role,
        what: "exam.create",
        subject: published.exam_id,
        from: address,
        why: null,
        request_id: requestId,
      });
      return { body: published };
    },
  });

  const close = route({
    operation: "close_exam",
    summary: "Let nobody else begin",
    async handle({ principal, params, address, requestId }) {
      await requireExam(params.exam_id);
      await exams.close(params.exam_id);
      await audit.append({
        at: now(),
        who: principal.kind === "staff" ? principal.username : principal.kind,
        role: principal.kind === "staff" ? principal.role : principal.kind,
        what: "exam.close",
        subject: params.exam_id,
        from: address,
        why: null,
        request_id: requestId,
      });
      return {};
    },
  });

  const detail = route({
    operation: "get_attempt_detail",
    summary: "One attempt: report, reasons, risk over time, flags and what was done",
    answer: rest.AttemptDetail,
    async handle({ params }) {
      const attempt = await attempts.open(params.attempt_id);
      const { record, head, state, context } = attempt;
      const report = reportOf(attempt);
      return {
        body: {
          student: roomStudent(record, head, rooms.links.presence(attempt.attemptId)),
          report,
          reasons: explain(state.score, report, context),
          timeline: state.timeline.toPoints(),
          flags: await listFlags(kv, record.examId, attempt.attemptId),
          actions: await listActions(attempts, attempt.attemptId),
          receipt: head.chain,
        },
      };
    },
  });

  const log = route({
    operation: "get_attempt_log",
    summary: "A page of an attempt's log, with lengths in place of text",
    query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
    answer: rest.RedactedLogPage,
    async handle({ params, query }) {
      return { body: await redactedPage(attempts, params.attempt_id, query.after) };
    },
  });

  const flag = route({
    operation: "decide_flag",
    summary: "Confirm or dismiss a flag",
    body: FlagDecision,
    answer: rest.Flag,
    async handle({ principal, params, body, address, requestId }) {
      const attempt = await attempts.open(params.attempt_id);
      const record = audit.write({
        at: now(),
        who: principal.kind === "staff" ? principal.username : principal.kind,
        role: principal.kind === "staff" ? principal.role : principal.kind,
        what: `flag.${body.state}`,
        subject: params.flag_id,
        from: address,
        why: null,
        request_id: requestId,
      });
      const decided = await decideFlag(attempt, kv, params.flag_id, body.state, [record]);
      rooms.show(attempt, true);
      return { body: decided };
    },
  });

  return [list, create, close, detail, log, flag];
}
