import { AnswerCapture } from "../capture/answer_capture.ts";
import type { AttemptClock } from "../link/attempt_clock.ts";
import type { AttemptLink } from "../link/attempt_link.ts";
import type { CaptureContext } from "../capture/capture_signal.ts";
import type { ExamTexts } from "../capture/exam_texts.ts";
import type { RunningCapture } from "../capture/start_capture.ts";

/** Starts every signal of the browser. */
export type StartCapture = (context: CaptureContext, remember: (text: string) => void) => RunningCapture;

/** Capture, on and off: it runs while the student writes, and never while the exam stands still or is over. */
export class CaptureSwitch {
  readonly #start: StartCapture;
  readonly #context: CaptureContext;
  readonly #texts: ExamTexts;
  #running: RunningCapture | null = null;

  constructor(start: StartCapture, clock: AttemptClock, link: AttemptLink, texts: ExamTexts) {
    this.#start = start;
    this.#context = { record: (event) => link.record(event), t: (at) => clock.t(at), now: () => clock.now() };
    this.#texts = texts;
  }

  on(): void {
    this.#running ??= this.#start(this.#context, (text) => this.#texts.copied(text));
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
    return this.#running && new AnswerCapture(this.#running.context, this.#texts);
  }

  /** Where answers are recorded that are brought back before capture begins. */
  recovery(): AnswerCapture {
    return new AnswerCapture(this.#context, this.#texts);
  }
}
