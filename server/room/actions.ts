import type { StaffRole } from "../../protocol/exam.ts";
import type { ProctorAction } from "../../protocol/proctor_messages.ts";
import {
  end,
  extend,
  type Instruction,
  type Intervention,
  lock,
  notice,
  pause,
  release,
  releaseDevice,
  resume,
} from "../attempts/interventions.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { Refusal } from "../errors.ts";
import { raiseFlag } from "../review/flags.ts";
import type { Mutation } from "../store/mutation.ts";
import { type Grant, grant, isGrant } from "./grant.ts";
import { alertOf } from "./reactions.ts";
import type { Rooms } from "./rooms.ts";

/** What a proctor asks for, once they may. */
interface ActionRequest {
  action: ProctorAction;
  examId: string;
  username: string;
  role: StaffRole;
  /** Further writes of the same atomic, such as the audit log's. */
  writes: readonly Mutation[];
}

/**
 * Carries out a proctor's action on an attempt of their exam. An action's id is done once: a repeated one, such as
 * after a reconnect, changes nothing.
 *
 * @throws {Refusal} `not_found`, `forbidden`, `wrong_state`, `unavailable`.
 */
export async function perform(
  attempts: Attempts,
  rooms: Rooms,
  attempt: LiveAttempt,
  request: ActionRequest,
): Promise<void> {
  const { action, examId, username, role } = request;
  const { actions } = attempts.stores;
  if (attempt.record.examId !== examId) throw new Refusal("not_found", "no_such_attempt_in_exam");
  if (await actions.has(attempt.attemptId, action.id)) return;
  const now = attempts.now();
  const writes = [...request.writes, actions.put(attempt.attemptId, action.id, now)];
  if (action.type === "flag") {
    const flag = { t: action.t ?? attempt.head.lastT, at: now, by: username, note: action.note ?? "" };
    await raiseFlag(attempt, attempts.stores.flags, flag, writes);
    rooms.show(attempt);
    rooms.alert(examId, alertOf(attempt, "flagged", now, { kind: "flag", by: username }));
    return;
  }
  if (isGrant(action)) return await grant(attempts, attempt, action, { by: username, now, role }, writes);
  const reason = "text" in action ? action.text : action.reason || null;
  const instruction = { by: username, now, reason };
  if (action.type === "release_device") return await letChangeDevice(attempts, rooms, attempt, instruction, writes);
  const graceMs = attempt.exam.document.policy.grace_minutes * 60_000;
  await attempt.intervene(interventionOf(action, instruction, graceMs), writes);
}

function interventionOf(
  action: Exclude<ProctorAction, Grant | { type: "flag" | "release_device" }>,
  instruction: Instruction,
  graceMs: number,
): Intervention {
  switch (action.type) {
    case "message":
      return notice(instruction, "message");
    case "warn":
      return notice(instruction, "warning");
    case "pause":
      return pause(instruction);
    case "resume":
      return resume(instruction);
    case "lock":
      return lock(instruction);
    case "release":
      return release(instruction);
    case "extend":
      return extend(instruction, action.minutes, graceMs);
    case "terminate":
      return end(instruction, "proctor");
  }
}

/** Lets the personal token open the attempt once more; what the first device has opens nothing from then on. */
async function letChangeDevice(
  attempts: Attempts,
  rooms: Rooms,
  attempt: LiveAttempt,
  instruction: Instruction,
  writes: readonly Mutation[],
): Promise<void> {
  const { rosterHash } = attempt.record;
  if (rosterHash === null) {
    throw new Refusal("wrong_state", "joined_by_code");
  }
  const { roster, studentTokens } = attempts.stores;
  const [line, stored] = await Promise.all([roster.get(rosterHash), attempts.stored(attempt.attemptId)]);
  if (line === null || stored === null) throw new Refusal("not_found", "no_roster_line");
  await attempt.intervene(releaseDevice(instruction), [
    ...writes,
    roster.put(rosterHash, { ...line.value, isReleased: true }),
    studentTokens.remove(stored.record.tokenHash),
  ]);
  rooms.links.get(attempt.attemptId)?.close("taken_over");
}
