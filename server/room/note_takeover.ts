import type { Alert } from "../../protocol/alert.ts";
import { agentMark, RELEASED } from "../attempts/agent_mark.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { takenOver } from "../attempts/interventions.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { alertOf } from "./reactions.ts";

/** Take-overs that are kept with their addresses; the log has them all. */
const MOST_KEPT = 20;

/** Take-overs are written down this far apart, ms: two devices that fight for an attempt fill no log. */
const APART_MS = 2_000;

/** Of so many take-overs … */
const MANY = 3;
/** … within this time proctors are told, ms, and again with as many more. */
const WITHIN_MS = 15 * 60_000;

/** What a student's connection shows of itself. */
export interface Arrival {
  address: string;
  agent: string;
  tokenHash: string;
}

/**
 * Whether a connection is another device, browser or network than the one before: one that was still heard of, one with
 * another session token, or one with another browser. A page that was reloaded or lost its network is none.
 */
export function isTakeover(attempt: LiveAttempt, arrival: Arrival, wasThere: boolean): boolean {
  const { tokenHash, agentMark: known } = attempt.record;
  const mark = agentMark(attempt.attemptId, arrival.agent);
  const isOther = known !== undefined && mark !== undefined && known !== mark;
  return wasThere || known === RELEASED || isOther || tokenHash !== arrival.tokenHash;
}

/** Writes down that a newer connection took an attempt over, and tells the proctors where that happens often. */
export async function noteTakeover(
  attempts: Attempts,
  rooms: { alert(examId: string, alert: Alert): void },
  attempt: LiveAttempt,
  arrival: Arrival,
): Promise<void> {
  const now = attempts.now();
  const stored = await attempts.stored(attempt.attemptId);
  if (stored === null) return;
  const before = stored.record.takeovers ?? [];
  const isSoon = now - (before.at(-1)?.at ?? -Infinity) < APART_MS ||
    (before.length === MOST_KEPT && now - before[0].at <= WITHIN_MS);
  if (isSoon && stored.record.tokenHash === attempt.record.tokenHash) return;
  const takeovers = [...before, { at: now, address: arrival.address, agent: arrival.agent }].slice(-MOST_KEPT);
  const record = { ...stored.record, takeovers, agentMark: agentMark(attempt.attemptId, arrival.agent) };
  attempt.renew(record);
  const instruction = { by: "student", now, reason: null };
  await attempt.intervene(takenOver(instruction), [attempts.stores.attempts.putRecord(record)]);
  const recent = takeovers.filter(({ at }) => now - at <= WITHIN_MS).length;
  if (recent < MANY || recent % MANY !== 0) return;
  rooms.alert(record.examId, alertOf(attempt, "takeovers", now, { kind: "takeovers" }));
}
