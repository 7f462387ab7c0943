import { reachNotices, unseenNotices } from "../attempts/notices.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { isRiskShown } from "../attempts/shown_risk.ts";
import { setMark } from "../marking/set_mark.ts";
import { decideFlag } from "../review/flags.ts";
import { perform } from "./actions.ts";
import type { AttemptCall } from "./attempt_call.ts";
import { handleAlert } from "./handle_alert.ts";
import { alertOf } from "./reactions.ts";
import type { Rooms } from "./rooms.ts";
import { callProctor, comeBack } from "./student_calls.ts";
import { submitAttempt } from "./submit_attempt.ts";

/**
 * Does what is asked of an attempt, as its writer.
 *
 * @returns The answer, in JSON's types: it may go to another instance.
 * @throws {Refusal} As the call does.
 */
export async function answerCall(
  attempts: Attempts,
  rooms: Rooms,
  call: AttemptCall,
): Promise<unknown> {
  const attempt = await attempts.open(call.attempt_id);
  // What staff do looks at the store first: one after another, so that what comes twice at once is done once.
  const inTurn = <Value>(work: () => Promise<Value>) => attempts.turns.take(attempt.attemptId, work);
  switch (call.op) {
    case "append": {
      rooms.heard(attempt);
      const outcome = await attempt.append(call.batch, attempts.now());
      return { outcome, ...shownRisk(attempt) };
    }
    case "submit":
      await submitAttempt(attempt, call.answers, attempts.now());
      return shownRisk(attempt);
    case "act": {
      const { action, exam_id: examId, username, role, writes } = call;
      const request = { action, examId, username, role, writes };
      return await inTurn(() => perform(attempts, rooms, attempt, request));
    }
    case "decide_flag": {
      const { flag_id: flagId, state, by } = call;
      const decision = { flagId, state, by, now: attempts.now() };
      const flag = await inTurn(() => decideFlag(attempt, attempts.stores.flags, decision, call.writes));
      rooms.show(attempt, true);
      return flag;
    }
    case "mark": {
      const { question, points, comment, by } = call;
      const mark = { question, points, comment, by, now: attempts.now() };
      return await inTurn(() => setMark(attempt, attempts.stores.privateReasons, mark, call.writes));
    }
    case "handle_alert": {
      const handling = { alertId: call.alert_id, by: call.by, now: attempts.now() };
      return await inTurn(() => handleAlert(attempt, attempts.stores, handling, call.writes));
    }
    case "polled":
      rooms.heard(attempt);
      return rooms.delivered(attempt, unseenNotices(attempt.folded).map(({ id }) => id));
    case "see":
      return await reachNotices(attempt, [call.notice_id], "seen", attempts.now());
    case "call_proctor":
      return await callProctor(rooms, attempt, call.text, attempts.now());
    case "come_back":
      return await comeBack(attempt, attempts.now());
    case "joined": {
      const { code, count } = call;
      const kind = code === "token_reused" ? code : "joins";
      const alert = alertOf(attempt, code, attempts.now(), { kind, ...(count !== undefined && { count }) });
      return rooms.alert(attempt.record.examId, alert);
    }
  }
}

/** The risk as the attempt's student may see it. */
function shownRisk(attempt: LiveAttempt) {
  const { risk, level } = attempt.head.risk;
  return isRiskShown(attempt) ? { risk, level } : { risk: null, level: null };
}
