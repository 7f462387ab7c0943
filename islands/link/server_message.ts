import type { Answer } from "../../protocol/items/answer.ts";
import type { Notice } from "../../protocol/notice.ts";
import type { Accommodations } from "../../protocol/exam.ts";
import type { Reason } from "../../protocol/risk.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import {
  dictionary,
  either,
  fieldOf,
  flag,
  list,
  nullable,
  number,
  object,
  optional,
  type Reader,
  text,
  word,
} from "./reader.ts";

type Message<Type extends ServerToStudent["type"]> = Extract<ServerToStudent, { type: Type }>;

const level = word("low", "medium", "high");

export const attemptState = word("waiting", "active", "paused", "locked", "expired", "submitted", "terminated");

export const answer: Reader<Answer> = either(text, list(text));

const reason = object<Reason>({
  name: text,
  category: word("mouse", "keyboard", "window", "anomaly", "signal", "history"),
  points: number,
  code: text,
  numbers: dictionary(number),
  from: nullable(number),
  to: nullable(number),
});

export const showRisk = word("live", "after", "never");

export const risk = { risk: number, level, reasons: list(reason), insufficient: optional(flag) };

/** A word from a proctor. */
const notice = {
  id: text,
  kind: word("message", "warning"),
  text,
  at: number,
};

/** How an attempt stands besides its times, over the socket and by REST alike. */

/** How an attempt ended, over the socket and by REST alike. */
export const ended = {
  state: attemptState,
  reason: word("student", "deadline", "risk", "proctor"),
  redirect_to: nullable(text),
  receipt: text,
};

export const technology = word("dictation", "screen_reader", "switch_access", "motor_impairment");

export const accommodations = object<Accommodations>({
  extra_time_percent: number,
  technologies: list(technology),
  muted: list(text),
  weights: dictionary(number),
  extra_time_minutes: optional(number),
  breaks: optional(object({ minutes: number, count: optional(number), by_student: optional(flag) })),
});

const unseen = optional(list(text));

/** What holds of an attempt beside its times, over the socket and by REST alike. */
export const standing = {
  reason: optional(nullable(text)),
  by_policy: optional(flag),
  notices: optional(list(object<Notice>(notice))),
  break_until: optional(number),
  break_left: optional(number),
  own_break: optional(flag),
  accommodations: optional(accommodations),
  unseen,
};

const READERS: { [Type in ServerToStudent["type"]]: Reader<Message<Type>> } = {
  welcome: object<Message<"welcome">>({
    type: word("welcome"),
    protocol: number,
    attempt_id: text,
    last_seq: number,
    last_hash: nullable(text),
    deadline: number,
    state: attemptState,
    server_time: number,
    ...standing,
  }),
  ack: object<Message<"ack">>({ type: word("ack"), seq: number }),
  answers: object<Message<"answers">>({
    type: word("answers"),
    seq: number,
    answers: dictionary(answer),
  }),
  expected: object<Message<"expected">>({ type: word("expected"), seq: number }),
  conflict: object<Message<"conflict">>({ type: word("conflict"), seq: number, last_seq: number }),
  risk: object<Message<"risk">>({ type: word("risk"), ...risk }),
  high_risk_alert: object<Message<"high_risk_alert">>({ type: word("high_risk_alert"), ...risk }),
  notice: object<Message<"notice">>({ type: word("notice"), ...notice }),
  admitted: object<Message<"admitted">>({ type: word("admitted"), deadline: number, server_time: number, unseen }),
  paused: object<Message<"paused">>({
    type: word("paused"),
    paused: flag,
    reason: nullable(text),
    deadline: number,
    break_until: optional(number),
    break_left: optional(number),
    own_break: optional(flag),
    unseen,
  }),
  locked: object<Message<"locked">>({
    type: word("locked"),
    locked: flag,
    reason: nullable(text),
    by_policy: optional(flag),
    deadline: number,
    unseen,
  }),
  time: object<Message<"time">>({
    type: word("time"),
    deadline: number,
    server_time: number,
    accommodations: optional(accommodations),
    break_left: optional(number),
    own_break: optional(flag),
    unseen,
  }),
  submitted: object<Message<"submitted">>({ type: word("submitted"), ...ended }),
  pong: object<Message<"pong">>({ type: word("pong"), server_time: number }),
};

/**
 * A server's message, or null for one of a type that this page does not know: a newer server may say more.
 *
 * @throws {TypeError} If a known message lacks a field or carries a wrong one.
 * @throws {SyntaxError} If it is not JSON.
 */
export function readServerMessage(data: string): ServerToStudent | null {
  const value: unknown = JSON.parse(data);
  const type = fieldOf(value, "type");
  return typeof type === "string" && Object.hasOwn(READERS, type)
    ? READERS[type as ServerToStudent["type"]](value)
    : null;
}
