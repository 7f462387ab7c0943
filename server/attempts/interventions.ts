import type { AttemptState } from "../../protocol/exam.ts";
import { isOver } from "../../protocol/exam.ts";
import type { NewEntry } from "../log/entry.ts";
import { Refusal } from "../errors.ts";
import type { AttemptHead } from "../store/attempt_record.ts";

/** A control entry before it has its place and its scoring context. */
export type Action = WithoutContext<Exclude<NewEntry, { kind: "batch" }>>;
type WithoutContext<Entry> = Entry extends unknown ? Omit<Entry, "context"> : never;

/** What is done to an attempt besides batches: the log entry, and what changes in the head. */
export interface Step {
  entry: Action;
  head: Partial<AttemptHead>;
}

/** Who does it, when, and why. */
export interface Actor {
  by: string;
  now: number;
  reason: string | null;
}

/** A step, from the head that it finds. @throws {Refusal} `wrong_state` where it does not apply. */
export type Intervention = (head: AttemptHead) => Step;

function requireState(head: AttemptHead, allowed: readonly AttemptState[], verb: string): void {
  if (allowed.includes(head.state)) return;
  throw new Refusal("wrong_state", `Cannot ${verb}: the attempt is ${head.state}.`);
}

function base({ by, now, reason }: Actor) {
  return { by, received_at: now, reason };
}

/** Deadline once the attempt runs again: stopped time is given back. */
function runningDeadline(head: AttemptHead, now: number): number {
  return head.stoppedAt === null ? head.deadline : head.deadline + Math.max(0, now - head.stoppedAt);
}

/** The deadline as it stands now, for a clock on a page: while an attempt is stopped, it moves on with time. */
export function effectiveDeadline(head: AttemptHead, now: number): number {
  return runningDeadline(head, now);
}

export function pause(actor: Actor): Intervention {
  return (head) => {
    requireState(head, ["active"], "pause");
    return { entry: { kind: "paused", ...base(actor) }, head: { state: "paused", stoppedAt: actor.now } };
  };
}

export function resume(actor: Actor): Intervention {
  return (head) => {
    requireState(head, ["paused"], "resume");
    const deadline = runningDeadline(head, actor.now);
    return {
      entry: { kind: "resumed", ...base(actor), deadline },
      head: { state: "active", stoppedAt: null, deadline },
    };
  };
}

export function lock(actor: Actor): Intervention {
  return (head) => {
    requireState(head, ["active", "paused"], "lock");
    return {
      entry: { kind: "locked", ...base(actor) },
      head: { state: "locked", stoppedAt: head.stoppedAt ?? actor.now },
    };
  };
}

export function release(actor: Actor): Intervention {
  return (head) => {
    requireState(head, ["locked"], "release");
    const deadline = runningDeadline(head, actor.now);
    return {
      entry: { kind: "released", ...base(actor), deadline },
      head: { state: "active", stoppedAt: null, deadline },
    };
  };
}

export function extend(actor: Actor, minutes: number): Intervention {
  return (head) => {
    requireState(head, ["active", "paused", "locked"], "extend");
    const deadline = head.deadline + minutes * 60_000;
    return { entry: { kind: "extended", ...base(actor), minutes, deadline }, head: { deadline } };
  };
}

export function notice(actor: Actor, kind: "message" | "warning"): Intervention {
  return (head) => {
    requireState(head, ["active", "paused", "locked"], "send a message");
    return { entry: { kind: "noticed", ...base(actor), notice: kind }, head: {} };
  };
}

export type EndCause = "student" | "deadline" | "risk" | "proctor";

/** Ends an attempt. `deadline` leaves it `expired`, which still takes late batches in its grace. */
export function end(actor: Actor, cause: EndCause): Intervention {
  const state = cause === "deadline" ? "expired" : cause === "proctor" ? "terminated" : "submitted";
  return (head) => {
    if (isOver(head.state)) throw new Refusal("wrong_state", `Cannot end: the attempt is already ${head.state}.`);
    return {
      entry: { kind: "ended", ...base(actor), state, cause },
      head: { state, endedBy: cause, endedAt: actor.now, stoppedAt: null },
    };
  };
}
