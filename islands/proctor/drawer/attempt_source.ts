import { type Signal, signal } from "@preact/signals";
import { AttemptDetail } from "../../../protocol/attempt_detail.ts";
import { type CallFailure, callStaff, leaveIfSignedOut } from "../../staff/staff_api.ts";

/** A student's detail is read again at most this often while it changes, in ms. */
const READ_EVERY_MS = 1_500;

/** Reads a student's detail, and again when told that something changed, never twice at once. */
export class AttemptSource {
  readonly detail: Signal<AttemptDetail | null> = signal(null);
  readonly problem: Signal<CallFailure | null> = signal(null);
  readonly #path: string;
  readonly #abort = new AbortController();
  #isReading = false;
  #isStale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Something changed: reads soon, at most once in {@link READ_EVERY_MS}. */
  refresh(): void {
    if (this.#isReading || this.#timer !== undefined) {
      this.#isStale = true;
      return;
    }
    void this.#read();
  }

  /** Ends reading. */
  stop(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    this.#isStale = false;
    const outcome = await callStaff({
      method: "GET",
      path: this.#path,
      answer: AttemptDetail,
      signal: this.#abort.signal,
    });
    this.#isReading = false;
    if (this.#abort.signal.aborted) return;
    if (outcome.ok) {
      this.detail.value = outcome.value;
      this.problem.value = null;
    } else if (!leaveIfSignedOut(outcome.error)) this.problem.value = outcome.error;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isStale) this.refresh();
    }, READ_EVERY_MS);
  }
}
