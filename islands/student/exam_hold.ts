import type { AttemptAnswer } from "../../protocol/attempt.ts";
import type { LinkWorld } from "../link/link_world.ts";
import type { ExamModel, Hold } from "./exam_model.ts";

/** How long the server has to say itself that a break is over, in ms. */
const END_OF_BREAK_MS = 3_000;

type Standing = Pick<AttemptAnswer, "state" | "reason" | "by_policy" | "break_until" | "own_break">;

/** Whether the exam stands still, and until when. */
export class ExamHold {
  readonly #model: ExamModel;
  readonly #world: LinkWorld;
  readonly #changed: (isHeld: boolean) => void;

  /** @param changed Told before it stands still, and once it goes on. */
  constructor(model: ExamModel, world: LinkWorld, changed: (isHeld: boolean) => void) {
    this.#model = model;
    this.#world = world;
    this.#changed = changed;
  }

  /** How the attempt stands, as the server says when a connection begins. */
  follow({ state, reason = null, by_policy: isByPolicy, break_until: until, own_break: isOwn }: Standing): void {
    const kind = state === "paused" || state === "locked" ? state : null;
    const now = this.#model.hold.value;
    if (kind === now?.kind && reason === now?.reason && until === now?.until) return;
    if (kind !== null || now !== null) this.set(kind === null ? null : { kind, reason, isByPolicy, until, isOwn });
  }

  /** It stands still from now on, or goes on. */
  set(hold: Hold | null): void {
    if (hold !== null) this.#changed(true);
    this.#model.hold.value = hold;
    if (hold === null) this.#changed(false);
    else if (hold.until !== undefined) this.#endAt(hold, hold.until);
  }

  /** A break is over when it is over, also where the server cannot say so now. */
  #endAt(hold: Hold, until: number): void {
    const afterMs = Math.max(0, until - this.#model.serverNow.value) + END_OF_BREAK_MS;
    this.#world.after(afterMs, () => {
      if (this.#model.hold.value === hold) this.set(null);
    });
  }
}
