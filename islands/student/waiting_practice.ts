import { LEAST_PRACTICE_EVENTS, MAX_BATCH_EVENTS } from "../../protocol/limits.ts";
import type { StudentToServer } from "../../protocol/student_messages.ts";
import type { CaptureSignal } from "../capture/capture_signal.ts";
import { captureKeystrokes } from "../capture/keystrokes.ts";

type Keys = Extract<StudentToServer, { type: "practice" }>["events"];

/** How often it is looked whether there is something to tell, ms. */
const LOOK_EVERY_MS = 5_000;

/** Looks after which also a few keys are told: whoever types slowly has practised, too. */
const MOST_LOOKS = 6;

/** Key events that are told, at most: some minutes' writing, and more than is looked at. */
const MOST_KEYS = 500;

/** Keys in one field while a student waits to be let in: how they are typed, never what. */
export class WaitingPractice {
  readonly #tell: (events: Keys) => boolean;
  readonly #isInField: () => boolean;
  #held: Keys = [];
  #taken = 0;
  /** Looks at which keys were held back. */
  #looks = 0;
  #capture: CaptureSignal | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param tell False where nobody can be told now: then it is told later. */
  constructor(tell: (events: Keys) => boolean, isInField: () => boolean) {
    this.#tell = tell;
    this.#isInField = isInField;
  }

  start(): void {
    const begun = performance.now();
    this.#capture = captureKeystrokes({
      record: (event) => {
        if (event.type !== "keystroke_data" || this.#taken >= MOST_KEYS || !this.#isInField()) return;
        this.#taken++;
        this.#held.push({ ...event, t: Math.max(0, event.t) });
      },
      t: (at = performance.now()) => Math.round(at - begun),
      now: () => performance.now(),
    }, document);
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** Tells what is left, and forgets the rest. */
  stop(): void {
    clearInterval(this.#timer);
    this.#capture?.stop();
    this.#send();
  }

  /** Few keys wait for more: each message counts as some at the server, so that nobody makes a log long with little. */
  #look(): void {
    if (this.#held.length > 0) this.#looks++;
    if (this.#held.length >= LEAST_PRACTICE_EVENTS || this.#looks >= MOST_LOOKS) this.#send();
  }

  #send(): void {
    this.#capture?.settle?.();
    this.#looks = 0;
    if (this.#held.length === 0) return;
    const events = this.#held.toSorted((a, b) => a.t - b.t).slice(0, MAX_BATCH_EVENTS);
    if (this.#tell(events)) this.#held = [];
  }
}
