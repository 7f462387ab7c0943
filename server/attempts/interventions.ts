import type { AttemptFile } from "../../protocol/attempt_file.ts";
import type { AttemptState } from "../../protocol/exam.ts";
import type { Flag } from "../../protocol/flag.ts";
import { isOver } from "../../protocol/exam.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import type { NewEntry } from "../log/entry.ts";
import { Refusal } from "../errors.ts";
import { type RefusalKey, said } from "../../words/refusal.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import { breakEnded, runningDeadline } from "./effective_deadline.ts";
import { isBlank } from "./is_blank.ts";

/** What is done to an attempt besides batches, before it has its place in the log and its scoring context. */
export type Action = WithoutContext<Exclude<NewEntry, { kind: "batch" }>>;
type WithoutContext<Entry> = Entry extends unknown ? Omit<Entry, "context"> : never;

/** What an intervention comes to: the log entry, and what changes in the head. */
interface Effect {
  entry: Action;
  head: Partial<AttemptHead>;
}

/** By whom something is to be done, when, and why. */
export interface Instruction {
  by: string;
  now: number;
  reason: string | null;
}

/** Something to be done to an attempt, as its head allows. @throws {Refusal} `wrong_state` where it does not apply. */
export type Intervention = (head: AttemptHead) => Effect;

type Impossible = Extract<RefusalKey, `cannot_${string}`>;

/** @throws {Refusal} `wrong_state` where the head is in none of the states that allow it. */
export function requireState(head: AttemptHead, allowed: readonly AttemptState[], otherwise: Impossible): void {
  if (allowed.includes(head.state)) return;
  throw new Refusal("wrong_state", { key: otherwise, values: { state: head.state } });
}

/** What every entry of an instruction says. */
export function base({ by, now, reason }: Instruction) {
  return { by, received_at: now, reason };
}

export function pause(instruction: Instruction): Intervention {
  return (head) => {
    requireState(head, head.breakUntil === null ? ["active"] : ["paused"], "cannot_pause");
    // A pause stands until somebody ends it, also where a break was to end before.
    return {
      entry: { kind: "paused", ...base(instruction) },
      head: {
        ...breakEnded(head, instruction.now),
        state: "paused",
        stoppedAt: head.stoppedAt ?? instruction.now,
      },
    };
  };
}

export function resume(instruction: Instruction): Intervention {
  return (head) => {
    requireState(head, ["paused"], "cannot_resume");
    const deadline = runningDeadline(head, instruction.now);
    return {
      entry: { kind: "resumed", ...base(instruction), deadline },
      head: { ...breakEnded(head, instruction.now), state: "active", stoppedAt: null, deadline },
    };
  };
}

export function lock(instruction: Instruction): Intervention {
  return (head) => {
    requireState(head, ["active", "paused"], "cannot_lock");
    // A lock stands until it is released, also where a break was to end before.
    return {
      entry: { kind: "locked", ...base(instruction) },
      head: {
        ...breakEnded(head, instruction.now),
        state: "locked",
        stoppedAt: head.stoppedAt ?? instruction.now,
      },
    };
  };
}

export function release(instruction: Instruction): Intervention {
  return (head) => {
    requireState(head, ["locked"], "cannot_release");
    const deadline = runningDeadline(head, instruction.now);
    return {
      entry: { kind: "released", ...base(instruction), deadline },
      head: { state: "active", stoppedAt: null, deadline },
    };
  };
}

/** The student begins now who waited for it. @param deadline When their time is up, ms since 1970. */
export function beginning(instruction: Instruction, deadline: number): Effect {
  return {
    entry: { kind: "admitted", ...base(instruction), deadline },
    head: { state: "active", waiting: undefined, endedBy: null, endedAt: null, deadline },
  };
}

/**
 * Gives more time. One whose time is up runs again, from now on: its deadline may have been kept by a clock that was wrong,
 * or somebody came late through no fault of theirs. Past its grace that takes a reason, which stands in the log. Who was never
 * let in begins with it.
 *
 * @param graceMs The exam's grace, ms.
 */
export function extend(instruction: Instruction, minutes: number, graceMs: number): Intervention {
  return (head) => {
    requireState(head, ["active", "paused", "locked", "expired"], "cannot_extend");
    const { now, reason } = instruction;
    const isOver = head.state === "expired";
    if (isOver && now > head.deadline + graceMs && reason === null) {
      throw new Refusal("invalid", "extend_needs_reason", { path: "reason" });
    }
    if (head.waiting !== undefined) return beginning(instruction, now + minutes * 60_000);
    const deadline = (isOver ? Math.max(now, head.deadline) : head.deadline) + minutes * 60_000;
    const reopened = isOver ? { state: "active" as const, endedBy: null, endedAt: null } : {};
    const givenMinutes = (head.givenMinutes ?? 0) + minutes;
    return {
      entry: { kind: "extended", ...base(instruction), minutes, deadline },
      head: { ...reopened, deadline, givenMinutes },
    };
  };
}

export function notice(instruction: Instruction, kind: "message" | "warning"): Intervention {
  return (head) => {
    requireState(head, ["waiting", "active", "paused", "locked"], "cannot_message");
    return { entry: { kind: "noticed", ...base(instruction), notice: kind }, head: {} };
  };
}

/** Lets the student's personal token open the attempt on another device, once. */
export function releaseDevice(instruction: Instruction): Intervention {
  return () => ({ entry: { kind: "device_released", ...base(instruction) }, head: {} });
}

/** Somebody of the staff takes an alert about the attempt over. */
export function alertHandled(instruction: Instruction, alertId: string): Intervention {
  return () => ({ entry: { kind: "alert_handled", ...base(instruction), alert_id: alertId }, head: {} });
}

/** @param note Salted hash of what a person wrote; null for nothing. */
export function flagRaised(instruction: Instruction, flag: Flag, note: string | null): Intervention {
  const { flag_id, t, rule } = flag;
  return (head) => ({
    entry: { kind: "flag_raised", ...base(instruction), flag_id, t, ...(rule && { rule }), note },
    head: { openFlags: head.openFlags + 1 },
  });
}

/** @param opened By how many this changes the number of open flags. */
export function flagDecided(
  instruction: Instruction,
  { flag_id, state }: Pick<Flag, "flag_id" | "state">,
  opened: number,
): Intervention {
  return (head) => ({
    entry: { kind: "flag_decided", ...base(instruction), flag_id, state },
    head: { openFlags: Math.max(0, head.openFlags + opened) },
  });
}

/** @param comment Salted hash of what the marker wrote; null for nothing. */
export function marked(
  instruction: Instruction,
  { question, points, comment, rubric, as }: {
    question: string;
    points: number;
    comment: string | null;
    rubric?: string[];
    as?: "second" | "agreed";
  },
): Intervention {
  return (head) => {
    if (!isOver(head.state)) throw new Refusal("wrong_state", said("cannot_mark", { state: head.state }));
    return {
      entry: {
        kind: "marked",
        ...base(instruction),
        question,
        points,
        comment,
        ...(rubric && { rubric }),
        ...(as && { as }),
      },
      head: {},
    };
  };
}

/** A file came from the student, and is kept. */
export function fileReceived(now: number, { question, file_id: file, bytes, media_type }: AttemptFile): Intervention {
  return (head) => {
    requireState(head, ["active"], "cannot_hand_in_file");
    const instruction = { by: "student", now, reason: null };
    return { entry: { kind: "file_received", ...base(instruction), question, file, bytes, media_type }, head: {} };
  };
}

/** A newer connection goes on with the attempt: another device, browser or network. */
export function takenOver(instruction: Instruction): Intervention {
  return () => ({ entry: { kind: "taken_over", ...base(instruction) }, head: {} });
}

/** Work was taken in from a file after the grace. */
export function handedOver(instruction: Instruction, fromSeq: number, toSeq: number): Intervention {
  return () => ({
    entry: { kind: "handed_over", ...base(instruction), from_seq: fromSeq, to_seq: toSeq },
    head: {},
  });
}

/** Notes how far a notice has come. @param noticedN Number of its entry. */
export function reachNotice(
  { now }: Pick<Instruction, "now">,
  noticedN: number,
  step: "delivered" | "seen",
): Intervention {
  return (head) => ({
    entry: {
      kind: "notice_reached",
      by: step === "seen" ? "student" : "system",
      received_at: now,
      reason: null,
      noticed_n: noticedN,
      step,
    },
    head: head.deed?.n === noticedN && head.deed.step !== "seen" ? { deed: { ...head.deed, step } } : {},
  });
}

/** Ends an attempt in which nothing was written, and marks it as one that is shown to nobody any more. */
export function remove(instruction: Instruction): Intervention {
  return (head) => {
    requireState(head, ["waiting", "active", "paused", "locked"], "cannot_remove_over");
    if (!isBlank(head)) throw new Refusal("wrong_state", "cannot_remove_written");
    const { entry, head: ended } = end(instruction, "proctor")(head);
    return { entry, head: { ...ended, isRemoved: true } };
  };
}

/** Somebody of the staff decides that answers count. */
export function applyAnswers(instruction: Instruction, answers: Answers): Intervention {
  const differs = Object.keys(answers);
  return () => ({ entry: { kind: "answered", ...base(instruction), answers, applied: true, differs }, head: {} });
}

export type EndCause = "student" | "deadline" | "risk" | "proctor";

/** Ends an attempt. `deadline` leaves it `expired`, which still takes late batches in its grace. */
export function end(instruction: Instruction, cause: EndCause): Intervention {
  const state = cause === "deadline" ? "expired" : cause === "proctor" ? "terminated" : "submitted";
  return (head) => {
    if (isOver(head.state)) throw new Refusal("wrong_state", said("cannot_end", { state: head.state }));
    return {
      entry: { kind: "ended", ...base(instruction), state, cause },
      head: { ...breakEnded(head, instruction.now), state, endedBy: cause, endedAt: instruction.now, stoppedAt: null },
    };
  };
}
