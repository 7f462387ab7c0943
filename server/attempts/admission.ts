import type { Accommodations } from "../../protocol/exam.ts";
import { LEAST_PRACTICE_EVENTS, MAX_PRACTICE_EVENTS } from "../../protocol/limits.ts";
import { Refusal } from "../errors.ts";
import { deadlineOf, durationMs } from "../exams/exam_time.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { AttemptTerms } from "./allowances.ts";
import { type Action, base, beginning, type Instruction, type Intervention, requireState } from "./interventions.ts";

type Waiting = NonNullable<AttemptHead["waiting"]>;

/** Whether students of an exam wait for a proctor before they begin. */
export function isByProctor({ document: { policy } }: Pick<Exam, "document">): boolean {
  return policy.admission === "proctor";
}

/**
 * The deadline that an attempt has while it waits, ms since 1970: when others cannot begin any more, which ends it. Where no
 * closing time is set it waits for as long as it takes, and this is what it would be if it began at once.
 */
export function waitsUntil(
  { document }: Pick<Exam, "document">,
  { closesAt }: Waiting,
  accommodations: Accommodations,
  now: number,
): number {
  return Math.round(closesAt === null ? now + durationMs(document, accommodations) : Date.parse(closesAt));
}

/**
 * Lets a student begin who waits: their time runs from now on, up to the exam's closing, with what they are allowed.
 *
 * @param terms What is taken into account of the student by now.
 */
export function admit(
  instruction: Instruction,
  { document }: Pick<Exam, "document">,
  { accommodations }: Pick<AttemptTerms, "accommodations">,
): Intervention {
  return (head) => {
    requireState(head, ["waiting"], "cannot_admit");
    const closes_at = head.waiting?.closesAt ?? undefined;
    if (closes_at !== undefined && Date.parse(closes_at) <= instruction.now) {
      throw new Refusal("wrong_state", "cannot_admit_closed");
    }
    return beginning(instruction, Math.round(deadlineOf({ ...document, closes_at }, accommodations, instruction.now)));
  };
}

/**
 * Keys that a student typed for practice while they wait: how, not what. They are no part of any answer.
 *
 * @throws {Refusal} (when it is carried out) `wrong_state` once nobody waits any more, or where there is enough.
 */
export function practise(
  { now }: Pick<Instruction, "now">,
  events: Extract<Action, { kind: "practised" }>["events"],
): Intervention {
  return (head) => {
    requireState(head, ["waiting"], "cannot_practise");
    const practised = (head.practised ?? 0) + Math.max(events.length, LEAST_PRACTICE_EVENTS);
    if (practised > MAX_PRACTICE_EVENTS) throw new Refusal("wrong_state", "practised_enough");
    return {
      entry: { kind: "practised", ...base({ by: "student", now, reason: null }), events },
      head: { practised },
    };
  };
}
