import { isOver } from "../../protocol/exam.ts";
import { CALL_EVERY_MS } from "../../protocol/limits.ts";
import { practise } from "../attempts/admission.ts";
import { call } from "../attempts/allowances.ts";
import { resume } from "../attempts/interventions.ts";
import { takeBreak } from "../attempts/own_break.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { Refusal } from "../errors.ts";
import { alertOf } from "./reactions.ts";
import type { Rooms } from "./rooms.ts";

type Practised = Parameters<typeof practise>[1];

/** Calls of one attempt that its log takes; whoever asks more often is heard, and not written down. */
const MOST_LOGGED = 20;

/** When an attempt's last call was heard, ms since 1970: past {@link MOST_LOGGED} the log does not say it. */
const heardAt = new WeakMap<LiveAttempt, number>();

/** A student asks for a proctor: written into the log, and told to everybody who watches. */
export async function callProctor(rooms: Rooms, attempt: LiveAttempt, text: string, now: number): Promise<void> {
  const logged = attempt.folded.actions.findLast(({ kind }) => kind === "called");
  const last = Math.max(logged?.at ?? -Infinity, heardAt.get(attempt) ?? -Infinity);
  if (now - last < CALL_EVERY_MS || isOver(attempt.head.state)) return;
  heardAt.set(attempt, now);
  await unlessTooLate(async () => {
    if ((attempt.head.calls ?? 0) < MOST_LOGGED) {
      await attempt.intervene(call({ by: "student", now, reason: text || null }));
    }
    const said = text === "" ? {} : { text };
    rooms.alert(attempt.record.examId, { ...alertOf(attempt, "called", now, { kind: "call" }), ...said });
  });
}

/** The student practises while they wait. @throws {Refusal} `wrong_state` */
export async function practiseNow(attempt: LiveAttempt, events: Practised, now: number): Promise<void> {
  await attempt.intervene(practise({ now }, events));
}

/** The student takes a break that needs no asking. @throws {Refusal} `forbidden`, `wrong_state` */
export async function startBreak(attempt: LiveAttempt, now: number): Promise<void> {
  await attempt.intervene(takeBreak({ now }, attempt.context.accommodations));
}

/** The student is back from a break before it is over: time runs again, and the rest of the break is not used. */
export async function comeBack(attempt: LiveAttempt, now: number): Promise<void> {
  if (attempt.head.breakUntil === null) return;
  await unlessTooLate(() => attempt.intervene(resume({ by: "student", now, reason: null })));
}

/** Where the attempt ended or went on in the same moment, there is nothing to do. */
async function unlessTooLate(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "wrong_state")) throw error;
  }
}

/**
 * What a student asks for over a socket and cannot have now changes nothing: the page knows from what it was told before, and
 * is told again with the next change.
 */
export async function unlessRefused(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Refusal && (error.code === "wrong_state" || error.code === "forbidden"))) throw error;
  }
}
