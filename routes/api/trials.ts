import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { Trials } from "../../protocol/trial.ts";
import { startTrial } from "../../server/attempts/start_attempt.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { removeTrial } from "../../server/retention/remove_trial.ts";
import type { Services } from "../../server/services.ts";
import { requireStaff } from "../edge/require_staff.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** Staff try an exam as a student, and what they wrote counts nowhere. */
export function trialRoutes({ attempts, audit, exams, stores }: Services): RestRoute[] {
  const list = route({
    operation: "list_trials",
    summary: "By whom of the staff an exam was tried",
    answer: Trials,
    async handle({ params }) {
      const { examId } = await exams.require(params.exam_id);
      const stored = await stores.attempts.getMany(await stores.trials.of(examId));
      const body = stored
        .map(({ record: { attemptId, trialOf = "", startedAt }, head: { state } }) => ({
          ...{ attempt_id: attemptId, username: trialOf, started_at: startedAt, state },
        }))
        .sort((a, b) => a.started_at - b.started_at);
      return { body };
    },
  });

  const start = route({
    operation: "start_trial",
    summary: "Try an exam as a student, a draft as well; the attempt counts nowhere",
    answer: StartExamAnswer,
    status: 201,
    async handle({ principal, params, address, requestId }) {
      // As it stands now: another instance may have changed it since it was read here.
      exams.forget(params.exam_id);
      const exam = await exams.require(params.exam_id);
      const answer = await startTrial(attempts, exam, requireStaff(principal).username);
      const actor = actorOf(principal, address, requestId);
      await stores.commit([audit.line({ ...actor, what: "start_trial", about: `exam:${exam.examId}` })]);
      return { body: answer };
    },
  });

  const remove = route({
    operation: "remove_trial",
    summary: "Remove a trial with everything in it",
    async handle({ principal, params, address, requestId }) {
      const { examId } = await exams.require(params.exam_id);
      const actor = actorOf(principal, address, requestId);
      await removeTrial(attempts, audit, { examId, attemptId: params.attempt_id, actor });
      return {};
    },
  });

  return [list, start, remove];
}
