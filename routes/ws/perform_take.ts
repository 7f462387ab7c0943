import type { ServerToProctor } from "../../protocol/proctor_messages.ts";
import type { GiveBack, TakeStudent } from "../../protocol/room_people.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { Refusal } from "../../server/errors.ts";
import type { Services } from "../../server/services.ts";
import type { Asking } from "./perform_action.ts";

/**
 * A proctor takes a student, or gives one back.
 *
 * @throws {Refusal} `not_found`, `wrong_state`, `conflict`, `unavailable`.
 */
export async function performTake(
  services: Services,
  message: TakeStudent | GiveBack,
  { examId, staff, address }: Asking,
): Promise<Extract<ServerToProctor, { type: "done" }>> {
  const { type, id, attempt_id } = message;
  const stored = await services.attempts.stored(attempt_id);
  if (stored?.record.examId !== examId) throw new Refusal("not_found", "no_such_attempt_in_exam");
  const actor = actorOf(staff, address, id);
  const line = services.audit.line({ ...actor, what: type, about: `attempt:${attempt_id}` });
  const seen = type === "take" ? message.seen : undefined;
  await services.calls.takeStudent(attempt_id, { by: actor.who, seen }, [line]);
  return { type: "done", id, count: 1, refused: [] };
}
