import { requireNewest } from "../attempts/load_attempt.ts";
import { fileReceived } from "../attempts/interventions.ts";
import { refuseFileLeft, requireFileRoom } from "../files/receive_file.ts";
import { untold } from "../attempts/deeds.ts";
import { reachNotices } from "../attempts/notices.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { isRiskShown } from "../attempts/shown_risk.ts";
import { setMark } from "../marking/set_mark.ts";
import { decideFlag } from "../review/flags.ts";
import { perform } from "./actions.ts";
import type { AttemptCall } from "./attempt_call.ts";
import { handleAlert } from "./handle_alert.ts";
import { alertOf } from "./reactions.ts";
import { takeReview } from "./take_review.ts";
import type { Rooms } from "./rooms.ts";
import { callProctor, comeBack, practiseNow, startBreak } from "./student_calls.ts";
import { submitAttempt } from "./submit_attempt.ts";
import { takeStudent } from "./take_student.ts";

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
  // What staff do, and a file that comes, looks at the store first: one after another, so that what comes twice at once is done once.
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
      const { question, points, comment, rubric, by, seen, as } = call;
      const mark = { question, points, comment, rubric, by, seen, as, now: attempts.now() };
      const newest = await requireNewest(attempts.exams, attempt.record.examId);
      return await inTurn(() => setMark(attempt, newest, attempts.stores.privateReasons, mark, call.writes));
    }
    case "judge":
    case "state":
    case "note":
    case "assign_review":
      return await inTurn(() => takeReview(attempts, attempt, call));
    case "take":
      await inTurn(() => takeStudent(attempt, { by: call.by, seen: call.seen }, call.writes));
      return rooms.show(attempt, true);
    case "take_file":
      rooms.heard(attempt);
      return await inTurn(async () => {
        await requireFileRoom(attempts.stores, call.attempt_id);
        refuseFileLeft(attempt.folded.path, call.file.question);
        await attempt.intervene(fileReceived(attempts.now(), call.file), call.writes);
      });
    case "handle_alert": {
      const handling = { alertId: call.alert_id, by: call.by, now: attempts.now() };
      return await inTurn(() => handleAlert(attempt, attempts.stores, handling, call.writes));
    }
    case "polled":
      rooms.heard(attempt);
      return rooms.delivered(attempt, untold(attempt.folded));
    case "see":
      return await reachNotices(attempt, [call.notice_id], "seen", attempts.now());
    case "call_proctor":
      return await callProctor(rooms, attempt, call.text, attempts.now());
    case "practise":
      return await practiseNow(attempt, call.events, attempts.now());
    case "take_break":
      return await startBreak(attempt, attempts.now());
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
