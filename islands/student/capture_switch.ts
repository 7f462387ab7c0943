import { AnswerCapture } from "../capture/answer_capture.ts";
import type { AttemptClock } from "../link/attempt_clock.ts";
import type { AttemptLink } from "../link/attempt_link.ts";
import type { CaptureContext } from "../capture/capture_signal.ts";
import type { ExamTexts } from "../capture/exam_texts.ts";
import type { RunningCapture, startCapture } from "../capture/start_capture.ts";

/** Starts every signal of the browser. */
export type StartCapture = typeof startCapture;

/** Capture, on and off: it runs while the student writes, and never while the exam stands still or is over. */
export class CaptureSwitch {
  readonly #start: StartCapture;
  readonly #context: CaptureContext;
  readonly #texts: ExamTexts;
  #running: RunningCapture | null = null;
  #hasStarted = false;

  constructor(start: StartCapture, clock: AttemptClock, link: AttemptLink, texts: ExamTexts) {
    this.#start = start;
    this.#context = { record: (event) => link.record(event), t: (at) => clock.t(at), now: () => clock.now() };
    this.#texts = texts;
  }

  on(): void {
    if (this.#running !== null) return;
    const isFirst = !this.#hasStarted;
    this.#hasStarted = true;
    this.#running = this.#start(this.#context, { remember: (text) => this.#texts.copied(text), isFirst });
  }

  off(): void {
    const running = this.#running;
    this.#running = null;
    running?.stop();
  }

  /** Signals hand over what has been open for too long. */
  settle(): void {
    this.#running?.settle();
  }

  /** Where answers are recorded; null while capture is off, when nothing can be answered. */
  answers(): AnswerCapture | null {
    const running = this.#running;
    return running && new AnswerCapture(running.context, this.#texts, running.isScripted);
  }

  /** Where answers are recorded that are brought back before capture begins. */
  recovery(): AnswerCapture {
    return new AnswerCapture(this.#context, this.#texts);
  }
}
