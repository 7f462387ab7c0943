import { ApplyLateWorkAnswer, ApplyLateWorkBody, LateWork, LateWorkAnswer } from "../../protocol/late_work.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { Refusal } from "../../server/errors.ts";
import { applyLateWork } from "../../server/review/apply_late_work.ts";
import { takeLateWork } from "../../server/review/late_work.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** What staff do with work that a device brings after the grace. */
export function lateWorkRoutes(services: Services): RestRoute[] {
  const { attempts, audit, now } = services;

  const take = route({
    operation: "take_late_work",
    summary: "Take in work from a student's file, as evidence that is marked late and changes no answer",
    body: LateWork,
    asTyped: ["batches"],
    answer: LateWorkAnswer,
    async handle({ principal, params, body, address, requestId }) {
      if (body.attempt_id !== params.attempt_id) {
        throw new Refusal("invalid", "other_attempts_file", { path: "attempt_id" });
      }
      const actor = actorOf(principal, address, requestId);
      const line = audit.line({ ...actor, what: "take_late_work", about: `attempt:${params.attempt_id}` });
      const instruction = { by: actor.who, now: now(), reason: null };
      return { body: await takeLateWork(attempts, body, instruction, line) };
    },
  });

  const apply = route({
    operation: "apply_late_work",
    summary: "Apply what was handed over late and was written in time: a person's decision",
    body: ApplyLateWorkBody,
    answer: ApplyLateWorkAnswer,
    async handle({ principal, params, body, address, requestId }) {
      const { attempt_id } = params;
      const actor = actorOf(principal, address, requestId);
      const line = audit.line({ ...actor, what: "apply_late_work", about: `attempt:${attempt_id}`, why: body.reason });
      const instruction = { by: actor.who, now: now(), reason: body.reason };
      return { body: { questions: await applyLateWork(attempts, attempt_id, instruction, line) } };
    },
  });

  return [take, apply];
}
