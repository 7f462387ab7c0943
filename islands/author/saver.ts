import type { CallFailure, Outcome } from "../staff/staff_api.ts";
import type { AuthoredExam, SavedExam } from "./authored_exam.ts";

/** What is typed within this time goes with one request, ms. */
const SAVE_AFTER_MS = 700;

/** First wait before a save that failed is tried again, ms; it doubles … */
const RETRY_MS = 2_000;

/** … up to this. */
const LONGEST_RETRY_MS = 30_000;

/** How saving stands. `away`: the server was not reached, and it is tried again. `signed_out`: nothing is tried until somebody signs in. */
export type SaveState =
  | { kind: "saved" }
  | { kind: "waiting" }
  | { kind: "saving" }
  | { kind: "away" }
  | { kind: "conflict" }
  | { kind: "signed_out" }
  | { kind: "refused"; error: CallFailure };

/** What a saver works on. */
export interface SaverWorld {
  /** What is to be saved and from which revision; null where the server has all of it. */
  next(): { revision: number; document: AuthoredExam } | null;
  put(body: { revision: number; document: AuthoredExam }): Promise<Outcome<SavedExam>>;
  /** Runs something later. @returns What calls it off. */
  after(ms: number, run: () => void): () => void;
  onSaved(saved: SavedExam): void;
  onState(state: SaveState): void;
  /** Whether a refusal says that somebody else saved in between. */
  isStale(error: CallFailure): boolean;
  /** Whether a refusal says that the session has ended. */
  isSignedOut(error: CallFailure): boolean;
}

/** Saves a document as it is written: a moment after the last letter, one request at a time, again where it failed. */
export class Saver {
  #cancel: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #failures = 0;
  #isStopped = false;

  constructor(private readonly world: SaverWorld) {}

  /** Something was written. */
  touch(): void {
    if (this.#isStopped || this.#running !== null) return;
    if (this.world.next() === null) {
      this.#cancel?.();
      this.world.onState({ kind: "saved" });
      return;
    }
    if (this.#failures === 0) this.world.onState({ kind: "waiting" });
    this.#schedule(this.#failures === 0 ? SAVE_AFTER_MS : this.#retryMs());
  }

  /** Tries at once where a try is waiting: the network is back. */
  async flush(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    await this.#running;
    await this.#save();
    await this.#running;
  }

  /** Nothing is saved until {@link resume}: a conflict is to be settled first, or somebody is to sign in. */
  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
  }

  /** @param isAtOnce Whether what waits goes out by itself. */
  resume(isAtOnce = true): void {
    this.#isStopped = false;
    this.#failures = 0;
    if (isAtOnce) this.touch();
  }

  #retryMs(): number {
    return Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** (this.#failures - 1));
  }

  #schedule(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.world.after(ms, () => void this.#save());
  }

  async #save(): Promise<void> {
    if (this.#isStopped || this.#running !== null) return;
    const body = this.world.next();
    if (body === null) return this.world.onState({ kind: "saved" });
    this.world.onState({ kind: "saving" });
    this.#running = this.#put(body);
    await this.#running;
  }

  async #put(body: { revision: number; document: AuthoredExam }): Promise<void> {
    const outcome = await this.world.put(body);
    this.#running = null;
    if (outcome.ok) {
      this.#failures = 0;
      this.world.onSaved(outcome.value);
      return this.touch();
    }
    const { error } = outcome;
    if (this.world.isSignedOut(error)) {
      this.stop();
      return this.world.onState({ kind: "signed_out" });
    }
    if (this.world.isStale(error)) {
      this.stop();
      return this.world.onState({ kind: "conflict" });
    }
    if (error.kind === "refused" && error.status < 500 && error.status !== 429) {
      // It would be refused again: the next try follows the next change.
      return this.world.onState({ kind: "refused", error });
    }
    this.#failures++;
    this.world.onState({ kind: "away" });
    this.#schedule(this.#retryMs());
  }
}
