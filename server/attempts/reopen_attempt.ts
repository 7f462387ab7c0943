import type { StartExamAnswer } from "../../protocol/start_exam.ts";
import { hashToken, newToken } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import type { AttemptRecord } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Mutation } from "../store/mutation.ts";
import type { RosterEntry } from "../store/roster_store.ts";
import { requireExam } from "./load_attempt.ts";
import { RELEASED } from "./agent_mark.ts";
import type { Attempts } from "./attempts.ts";
import { endOf } from "./end_of.ts";
import type { OnNews } from "./join_news.ts";
import { repeatStart } from "./repeat_start.ts";
import { startAnswer } from "./start_answer.ts";
import type { RepeatableStart } from "./start_requests.ts";

/** A roster's line as it was read. */
export interface RosterLine {
  hash: string;
  entry: RosterEntry;
  versionstamp: string;
}

/** An attempt that goes on on another device, and what uses its release up. */
export interface Release {
  attemptId: string;
  used: Mutation[];
}

/**
 * A used token's release: refused unless a proctor has given it, and told to them as long as somebody writes. Whoever comes back with it
 * after the end looks for the result.
 */
export async function releaseOf(
  attempts: Attempts,
  { hash, entry, versionstamp }: RosterLine,
  attemptId: string,
  onNews: OnNews,
): Promise<Release> {
  if (!entry.isReleased) {
    if (await endOf(attempts, attemptId) !== null) {
      throw new Refusal("token_used", "token_used_over", { path: "token" });
    }
    onNews({ code: "token_reused", attemptId });
    throw new Refusal("token_used", "token_used_ask", { path: "token" });
  }
  return { attemptId, used: attempts.stores.roster.replace(hash, versionstamp, { ...entry, isReleased: false }) };
}

/** Opens an attempt to whoever comes with its token or number; what opened it before opens nothing from then on. */
export async function reopenAttempt(
  attempts: Attempts,
  { examId }: Pick<Exam, "examId">,
  { attemptId, used }: Release,
  request: RepeatableStart | null,
): Promise<StartExamAnswer> {
  const stored = await attempts.stored(attemptId);
  if (stored === null) throw new Refusal("not_found", "no_such_attempt");
  const token = request?.tokenOf(attemptId) ?? newToken();
  const record: AttemptRecord = { ...stored.record, tokenHash: hashToken(token), agentMark: RELEASED };
  const { stores } = attempts;
  const committed = await stores.commit([
    ...used,
    stores.attempts.putRecord(record),
    stores.studentTokens.remove(stored.record.tokenHash),
    stores.studentTokens.put(record.tokenHash, {
      attemptId,
      examId,
      ...(request && { startRequest: request.hash }),
    }),
    ...(request === null ? [] : attempts.startRequests.note(request, attemptId)),
  ]);
  if (committed !== null) {
    return startAnswer(record, stored.head, await requireExam(attempts.exams, record), token);
  }
  // Somebody was faster: another device, or the same request that came twice at the same moment.
  const again = await repeatStart(attempts, request);
  if (again === null) throw new Refusal("token_used", "token_used", { path: "token" });
  return again;
}
