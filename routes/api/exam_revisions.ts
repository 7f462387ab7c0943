import { ExamDocumentAnswer, ReviseExamBody } from "../../protocol/exam_document.ts";
import { RevisedExamAnswer, ReviseExamQuery } from "../../protocol/revision_impact.ts";
import { ExamStateAnswer } from "../../protocol/exam_list.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { duplicateExam } from "../../server/exams/duplicate_exam.ts";
import { publishCheck } from "../../server/exams/publish_check.ts";
import { planRevision, reviseExam } from "../../server/exams/revise_exam.ts";
import { toldExam } from "../../server/exams/told_exam.ts";
import { revisionImpact } from "../../server/marking/revision_impact.ts";
import type { Services } from "../../server/services.ts";
import { requireStaff } from "../edge/require_staff.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { speechFor, spokenWarning } from "./spoken.ts";

/** What authors do with an exam's document. */
export function examRevisionRoutes(services: Services): RestRoute[] {
  const { attempts, exams, now, stores } = services;

  const get = route({
    operation: "get_exam",
    summary: "An exam's document with its correct answers, for its authors",
    answer: ExamDocumentAnswer,
    async handle({ params }) {
      // As it stands now: another instance may have changed it since it was read here.
      exams.forget(params.exam_id);
      return { body: toldExam(await exams.require(params.exam_id)) };
    },
  });

  const revise = route({
    operation: "revise_exam",
    summary: "Put a document in the place of the one that was read, or ask whom that would affect (preview=true)",
    query: ReviseExamQuery,
    body: ReviseExamBody,
    answer: RevisedExamAnswer,
    async handle({ principal, params, query, body, address, requestId, request }) {
      const actor = actorOf(principal, address, requestId);
      const isPreview = query.preview;
      const change = isPreview ? planRevision : reviseExam;
      const { before, after } = await change(services, params.exam_id, body, actor);
      if (!isPreview) exams.forget(params.exam_id);
      const impact = await revisionImpact(attempts, before, after);
      const told = toldExam(isPreview ? { ...after, revision: before.revision } : after);
      if (!isPreview) return { body: { ...told, ...impact } };
      const { warnings, missing } = await publishCheck(stores, after, now());
      const speech = speechFor(request);
      const spoken = warnings.map((warning) => spokenWarning(speech, warning));
      return { body: { ...told, ...impact, warnings: spoken, missing } };
    },
  });

  const duplicate = route({
    operation: "duplicate_exam",
    summary: "Make a draft of an exam's document, under a code of its own and without roster",
    answer: ExamStateAnswer,
    async handle({ principal, params, address, requestId }) {
      const { staffId } = requireStaff(principal);
      const actor = actorOf(principal, address, requestId);
      const exam_id = await duplicateExam(services, params.exam_id, staffId, actor);
      return { body: { exam_id, state: "draft" as const } };
    },
  });

  return [get, revise, duplicate];
}
