import type { LinkWorld } from "../link/link_world.ts";
import type { ExamModel } from "./exam_model.ts";

/** Answers on their way for longer than this are called not saved, in ms. */
const SAVING_PATIENCE_MS = 4_000;

/** What of the page moves with time: the server's clock as it is known here, and how long answers wait. */
export class SessionClock {
  readonly #model: ExamModel;
  readonly #world: LinkWorld;
  readonly #unsavedAnswers: () => number;
  /** Server time minus the monotonic clock, ms. */
  #serverOffset = 0;
  #unsavedSince: number | null = null;

  /** @param unsavedAnswers How many answers the server has not acknowledged. */
  constructor(model: ExamModel, world: LinkWorld, unsavedAnswers: () => number) {
    this.#model = model;
    this.#world = world;
    this.#unsavedAnswers = unsavedAnswers;
  }

  /** Shows the time, from now on each second. */
  start(serverTime: number): void {
    this.setServerTime(serverTime);
    const tick = () => {
      this.#model.serverNow.value = this.#world.now() + this.#serverOffset;
      this.showSaving();
      this.#world.after(1_000, tick);
    };
    tick();
  }

  /** The server said what time it is, ms since 1970. */
  setServerTime(serverTime: number): void {
    this.#serverOffset = serverTime - this.#world.now();
  }

  /** Shows how the answers stand: saved, on their way, or waiting for longer than they should. */
  showSaving(): void {
    const now = this.#world.now();
    this.#unsavedSince = this.#unsavedAnswers() === 0 ? null : this.#unsavedSince ?? now;
    const isPatient = this.#unsavedSince !== null && now - this.#unsavedSince < SAVING_PATIENCE_MS &&
      this.#model.link.value.kind === "online";
    this.#model.saving.value = this.#unsavedSince === null ? "saved" : isPatient ? "saving" : "unsaved";
  }
}
