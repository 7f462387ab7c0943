import { PROTOCOL_VERSION } from "../../protocol/limits.ts";
import type { AttemptAnswer } from "../../protocol/attempt.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { nullable, number, object, optional, type Reader, text } from "./reader.ts";
import { attemptState, ended, risk, standing } from "./server_message.ts";

/** Of what `GET /api/attempt` answers, what a socket would have brought. */
export type RestStanding = Pick<
  AttemptAnswer,
  | "attempt_id"
  | "state"
  | "deadline"
  | "server_time"
  | "last_seq"
  | "last_hash"
  | "reason"
  | "by_policy"
  | "notices"
  | "unseen"
  | "break_until"
  | "break_left"
  | "own_break"
  | "accommodations"
  | "risk"
  | "ended"
>;

/** Reads it. @throws {TypeError} If it is something else. */
export const readStanding: Reader<RestStanding> = object<RestStanding>({
  attempt_id: text,
  state: attemptState,
  deadline: number,
  server_time: number,
  last_seq: number,
  last_hash: optional(nullable(text)),
  ...standing,
  risk: optional(nullable(object<NonNullable<AttemptAnswer["risk"]>>(risk))),
  ended: optional(object<NonNullable<AttemptAnswer["ended"]>>(ended)),
});

/** The messages that a socket would have brought since the last look; with none before, it begins with `welcome`. */
export function messagesOf(before: RestStanding | null, now: RestStanding): ServerToStudent[] {
  const { deadline, server_time, state, by_policy, break_until, break_left, own_break, accommodations } = now;
  const reason = now.reason ?? null;
  const policy = by_policy === undefined ? {} : { by_policy };
  const left = { ...(break_left !== undefined && { break_left }), ...(own_break !== undefined && { own_break }) };
  const granted = { ...(break_until !== undefined && { break_until }), ...left };
  const messages: ServerToStudent[] = [];
  if (before === null) {
    const { attempt_id, last_seq, last_hash = null, notices } = now;
    messages.push({
      type: "welcome",
      protocol: PROTOCOL_VERSION,
      attempt_id,
      last_seq,
      last_hash,
      deadline,
      state,
      server_time,
      reason,
      ...policy,
      notices,
      ...granted,
      ...(accommodations && { accommodations }),
      unseen: now.unseen,
    });
  } else {
    messages.push({
      ...{ type: "time", deadline, server_time, ...(accommodations && { accommodations }), ...left },
      unseen: now.unseen,
    });
    const known = new Set(before.notices?.map(({ id }) => id));
    for (const notice of now.notices ?? []) if (!known.has(notice.id)) messages.push({ type: "notice", ...notice });
    if (before.state === "waiting" && state !== "waiting" && now.ended === undefined) {
      messages.push({ type: "admitted", deadline, server_time });
    }
    if (state !== before.state || reason !== (before.reason ?? null) || break_until !== before.break_until) {
      if (before.state === "paused" || state === "paused") {
        messages.push({ type: "paused", paused: state === "paused", reason, deadline, ...granted });
      }
      if (before.state === "locked" || state === "locked") {
        messages.push({ type: "locked", locked: state === "locked", reason, ...policy, deadline });
      }
    }
  }
  // Null where it is not to be shown.
  if (now.risk && (before?.risk?.risk !== now.risk.risk || before.risk.level !== now.risk.level)) {
    messages.push({ type: "risk", ...now.risk });
  }
  if (now.ended !== undefined && before?.ended === undefined) messages.push({ type: "submitted", ...now.ended });
  return messages;
}
