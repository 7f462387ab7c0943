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
  resume,
} from "../attempts/interventions.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { Refusal } from "../errors.ts";
import { RosterEntry } from "../exams/roster.ts";
import { raiseFlag } from "../review/flags.ts";
import { keys } from "../store/keys.ts";
import type { Write } from "../store/parts.ts";
import { alertOf } from "./reactions.ts";
import type { Rooms } from "./rooms.ts";

/** What a proctor asks for, once they may. */
export interface ActionRequest {
  action: ProctorAction;
  examId: string;
  username: string;
  /** Further writes of the same atomic, such as the audit log's. */
  writes: Write[];
}

/**
 * Carries out a proctor's action on an attempt of their exam. An action's id is done once: a repeated one, such as
 * after a reconnect, changes nothing.
 *
 * @throws {Refusal} `not_found`, `wrong_state`, `unavailable`.
 */
export async function perform(
  attempts: Attempts,
  rooms: Rooms,
  attempt: LiveAttempt,
  request: ActionRequest,
): Promise<void> {
  const { action, examId, username } = request;
  const done = keys.action(action.attempt_id, action.id);
  if (attempt.record.examId !== examId) throw new Refusal("not_found", "There is no such attempt in this exam.");
  if ((await attempts.kv.get(done)).versionstamp !== null) return;
  const now = attempts.now();
  const writes: Write[] = [...request.writes, { key: done, value: now, bytes: 16 }];
  if (action.type === "flag") {
    const flag = { t: action.t ?? attempt.head.lastT, at: now, by: username, note: action.note ?? "" };
    await raiseFlag(attempt, flag, writes);
    rooms.show(attempt);
    rooms.alert(examId, alertOf(attempt, "flagged", now, { kind: "flag", by: username }));
    return;
  }
  if (action.type === "release_device") return await releaseDevice(attempts, attempt, writes);
  const reason = "text" in action ? action.text : action.reason || null;
  await attempt.intervene(interventionOf(action, { by: username, now, reason }), writes);
}

function interventionOf(
  action: Exclude<ProctorAction, { type: "flag" | "release_device" }>,
  instruction: Instruction,
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
      return extend(instruction, action.minutes);
    case "terminate":
      return end(instruction, "proctor");
  }
}

async function releaseDevice(attempts: Attempts, attempt: LiveAttempt, writes: Write[]): Promise<void> {
  const { rosterHash } = attempt.record;
  if (rosterHash === null) {
    throw new Refusal("wrong_state", "This student joined by the exam's code, not by a personal token.");
  }
  const stored = await attempts.kv.get(keys.rosterEntry(rosterHash));
  if (stored.versionstamp === null) throw new Refusal("not_found", "The roster's line is no longer there.");
  const entry: RosterEntry = { ...RosterEntry.parse(stored.value), isReleased: true };
  await attempt.note(() => ({}), [...writes, { key: keys.rosterEntry(rosterHash), value: entry, bytes: 500 }]);
}
