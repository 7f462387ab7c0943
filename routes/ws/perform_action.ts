import {
  type HandleAlerts,
  hasTarget,
  type ProctorAction,
  type ServerToProctor,
} from "../../protocol/proctor_messages.ts";
import { type Actor, actorOf } from "../../server/audit/audit_log.ts";
import type { Principal } from "../../server/auth/decide.ts";
import { Refusal } from "../../server/errors.ts";
import { actOnMany, targetsOf } from "../../server/room/act_on_many.ts";
import { isGrant } from "../../server/room/grant.ts";
import type { Services } from "../../server/services.ts";

type Done = Extract<ServerToProctor, { type: "done" }>;

/** Who asks, in which exam's room, from where. */
export interface Asking {
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
  const act = (attemptId: string) => {
    const line = services.audit.line({
      ...actor,
      what: action.type,
      about: `attempt:${attemptId}`,
      // The audit log is exported: a private reason is none of its business.
      why: "reason" in action && !isGrant(action) ? action.reason : undefined,
    });
    return services.calls.act(attemptId, action, examId, staff, [line]);
  };
  if (!hasTarget(action)) throw new Refusal("invalid", "one_target", { path: "attempt_id" });
  const { id, attempt_id, attempt_ids } = action;
  if (attempt_id !== undefined) {
    await act(attempt_id);
    return { type: "done", id, count: 1, refused: [] };
  }
  const targets = await targetsOf(services.stores, examId, attempt_ids ?? [], action.type);
  return { type: "done", id, ...await actOnMany(targets, act) };
}

async function handle(services: Services, action: HandleAlerts, examId: string, actor: Actor): Promise<Done> {
  const { id, alert_id, alert_ids } = action;
  if ((alert_id === undefined) === (alert_ids === undefined)) {
    throw new Refusal("invalid", "one_alert", { path: "alert_id" });
  }
  const alerts = [...new Set(alert_ids ?? (alert_id === undefined ? [] : [alert_id]))];
  const lineOf = (alertId: string) =>
    services.audit.line({ ...actor, what: "handle", about: `exam:${examId}`, why: alertId });
  const count = await services.calls.handleAlerts(examId, alerts, actor.who, lineOf);
  return { type: "done", id, count, refused: [] };
}
