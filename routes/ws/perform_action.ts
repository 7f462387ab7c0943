import type { HandleAlerts, ProctorAction, ServerToProctor } from "../../protocol/proctor_messages.ts";
import { type Actor, actorOf } from "../../server/audit/audit_log.ts";
import type { Principal } from "../../server/auth/permissions.ts";
import { Refusal } from "../../server/errors.ts";
import { isGrant } from "../../server/room/grant.ts";
import type { Services } from "../../server/services.ts";
import { said } from "../../words/refusal.ts";

type Done = Extract<ServerToProctor, { type: "done" }>;

/** Attempts of one action that are worked on at once. */
const AT_ONCE = 32;

/** Who asks, in which exam's room, from where. */
interface Asking {
  examId: string;
  staff: Extract<Principal, { kind: "staff" }>;
  address: string;
}

/**
 * Carries out what a proctor asks for.
 *
 * @returns What was done; of several attempts also those that it could not be done to.
 * @throws {Refusal} Where nothing was done, and it was asked for one attempt only.
 */
export async function performAction(
  services: Services,
  action: ProctorAction | HandleAlerts,
  { examId, staff, address }: Asking,
): Promise<Done> {
  const actor = actorOf(staff, address, action.id);
  if (action.type === "handle") return await handle(services, action, examId, actor);
  const perform = (attemptId: string) => {
    const line = services.audit.line({
      ...actor,
      what: action.type,
      about: `attempt:${attemptId}`,
      // The audit log is exported: a private reason is none of its business.
      why: "reason" in action && !isGrant(action) ? action.reason : undefined,
    });
    return services.calls.act(action, attemptId, examId, staff, [line]);
  };
  const done: Done = { type: "done", id: action.id, count: 0, refused: [] };
  const { attempt_id, attempt_ids } = action;
  if ((attempt_id === undefined) === (attempt_ids === undefined)) {
    throw new Refusal("invalid", said("one_or_several", { path: "attempt_id" }), { path: "attempt_id" });
  }
  if (attempt_id !== undefined) {
    await perform(attempt_id);
    return { ...done, count: 1 };
  }
  const every = attempt_ids === "all"
    ? await Array.fromAsync(services.stores.examAttempts.list(examId))
    : [...new Set(attempt_ids)];
  for (let first = 0; first < every.length; first += AT_ONCE) {
    const group = every.slice(first, first + AT_ONCE);
    const outcomes = await Promise.allSettled(group.map(perform));
    outcomes.forEach((outcome, index) => {
      if (outcome.status === "fulfilled") return done.count++;
      const { reason } = outcome;
      if (!(reason instanceof Refusal)) services.fault(`A proctor's ${action.type}`, reason);
      done.refused.push({ attempt_id: group[index], code: reason instanceof Refusal ? reason.code : "internal" });
    });
  }
  return done;
}

async function handle(services: Services, action: HandleAlerts, examId: string, actor: Actor): Promise<Done> {
  const { alert_id, alert_ids } = action;
  if ((alert_id === undefined) === (alert_ids === undefined)) {
    throw new Refusal("invalid", said("one_or_several", { path: "alert_id" }), { path: "alert_id" });
  }
  const alerts = [...new Set(alert_ids ?? (alert_id === undefined ? [] : [alert_id]))];
  const lineOf = (alertId: string) =>
    services.audit.line({ ...actor, what: "handle", about: `exam:${examId}`, why: alertId });
  const count = await services.rooms.handle(examId, alerts, actor.who, lineOf);
  return { type: "done", id: action.id, count, refused: [] };
}
