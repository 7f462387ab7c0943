import { z } from "zod";
import { AttemptDetail, LogQuery, RedactedLogPage } from "../../protocol/attempt_detail.ts";
import { DecideFlagBody } from "../../protocol/flag.ts";
import { SpokenFlag } from "../../protocol/spoken.ts";
import { StaffNote, StaffNoteBody } from "../../protocol/staff_note.ts";
import { explain, incomparableSignals } from "../../scoring/explain.ts";
import { termsOf } from "../../server/attempts/allowances.ts";
import { reportOf } from "../../server/attempts/attempts.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { unsettledMarks } from "../../server/marking/unsettled_marks.ts";
import { redactedPage } from "../../server/review/attempt_log.ts";
import { toldNotes, toldStatements } from "../../server/review/attempt_review.ts";
import { spokenFlag, spokenReason } from "../../server/review/spoken.ts";
import { withPrivateReasons } from "../../server/review/private_reasons.ts";
import { roomStudent } from "../../server/room/room_student.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { speechFor } from "./spoken.ts";

/** What staff ask for about one attempt, and decide about its flags. */
export function attemptRoutes(services: Services): RestRoute[] {
  const { attempts, audit, calls, exams, rooms, stores } = services;

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
          not_comparable: incomparableSignals(folded.score, report),
          timeline: folded.timeline.toPoints(),
          flags: (await stores.flags.list(record.examId, attempt.attemptId)).map((flag) => spokenFlag(speech, flag)),
          statements: await toldStatements(stores.privateReasons, attempt),
          notes: await toldNotes(stores.privateReasons, attempt),
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
    query: LogQuery,
    answer: RedactedLogPage,
    async handle({ params, query }) {
      const { exam_id: examId, attempt_id: attemptId } = params;
      const newest = await exams.get(examId);
      const unsettled = newest === null ? new Set<string>() : await unsettledMarks(attempts, attemptId, newest);
      return { body: await redactedPage(attempts, attemptId, query.after, unsettled) };
    },
  });

  const note = route({
    operation: "write_note",
    summary: "Note something on an attempt for the others of the staff",
    body: StaffNoteBody,
    answer: z.array(StaffNote),
    status: 201,
    async handle({ principal, params: { attempt_id }, body, address, requestId }) {
      const actor = actorOf(principal, address, requestId);
      // The audit log is exported: what was noted is none of its business.
      const line = audit.line({ ...actor, what: "write_note", about: `attempt:${attempt_id}` });
      return { body: await calls.writeNote(attempt_id, { text: body.text, by: actor.who }, [line]) };
    },
  });

  const flag = route({
    operation: "decide_flag",
    summary: "Confirm or dismiss a flag",
    body: DecideFlagBody,
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

  return [detail, log, note, flag];
}
