import type { StaffRole } from "../../protocol/exam.ts";
import type { ProctorAction } from "../../protocol/proctor_messages.ts";
import { admit } from "../attempts/admission.ts";
import { followed, shorten, withdraw } from "../attempts/deeds.ts";
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
  remove,
  resume,
} from "../attempts/interventions.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { leaveSeat } from "../attempts/sittings.ts";
import { Refusal } from "../errors.ts";
import { raiseFlag } from "../review/flags.ts";
import type { Mutation } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";
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
  const reason = "text" in action ? action.text : ("reason" in action && action.reason) || null;
  const instruction = { by: username, now, reason };
  if (action.type === "remove") return await removeBlank(attempts.stores, attempt, instruction, writes);
  if (action.type === "release_device") return await letChangeDevice(attempts, rooms, attempt, instruction, writes);
  if (action.type === "withdraw") {
    const isOnTheWay = rooms.links.get(attempt.attemptId) !== null;
    return await attempt.intervene(withdraw(instruction, action.of, attempt.folded.actions, isOnTheWay), writes);
  }
  await attempt.intervene(followed(interventionOf(action, instruction, attempt), action.id), writes);
}

function interventionOf(
  action: Exclude<ProctorAction, Grant | { type: "flag" | "release_device" | "remove" | "withdraw" }>,
  instruction: Instruction,
  { exam, context }: Pick<LiveAttempt, "exam" | "context">,
): Intervention {
  switch (action.type) {
    case "admit":
      return admit(instruction, exam, context);
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
      return extend(instruction, action.minutes, exam.document.policy.grace_minutes * 60_000);
    case "shorten":
      return shorten(instruction, action.minutes);
    case "terminate":
      return end(instruction, "proctor");
  }
}

/** Ends an attempt in which nothing was written. Its log stays; its place and its number are free again. */
async function removeBlank(
  stores: Stores,
  attempt: LiveAttempt,
  instruction: Instruction,
  writes: readonly Mutation[],
): Promise<void> {
  const freed = [stores.examAttempts.freePlace(attempt.record.examId), ...leaveSeat(stores, attempt.record)];
  await attempt.intervene(remove(instruction), [...writes, ...freed]);
}

/** Lets the personal token, or the number, go on with the attempt once; what the first device has opens nothing then. */
async function letChangeDevice(
  attempts: Attempts,
  rooms: Rooms,
  attempt: LiveAttempt,
  instruction: Instruction,
  writes: readonly Mutation[],
): Promise<void> {
  const { attemptId } = attempt;
  const [stored, released] = await Promise.all([attempts.stored(attemptId), releaseOf(attempts.stores, attempt)]);
  if (stored === null) throw new Refusal("not_found", "no_roster_line");
  const closed = attempts.stores.studentTokens.remove(stored.record.tokenHash);
  await attempt.intervene(releaseDevice(instruction), [...writes, released, closed]);
  rooms.links.get(attemptId)?.close("taken_over");
}

/** What lets whoever joins next as this student go on with the attempt. */
async function releaseOf({ roster, sittings }: Stores, { attemptId, record }: LiveAttempt): Promise<Mutation> {
  const { examId, rosterHash, student: { number } } = record;
  if (rosterHash === null) {
    if (number === undefined) throw new Refusal("wrong_state", "joined_without_number");
    return sittings.put(examId, number, attemptId, true);
  }
  const line = await roster.get(rosterHash);
  if (line === null) throw new Refusal("not_found", "no_roster_line");
  return roster.put(rosterHash, { ...line.value, isReleased: true });
}
