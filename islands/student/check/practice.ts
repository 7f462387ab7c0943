import { signal } from "@preact/signals";
import type { CapturedEvent } from "../../../protocol/events.ts";
import type { Answers } from "../../../protocol/items/answer.ts";
import { textOf } from "../../../protocol/items/answer_form.ts";
import { AnswerCapture } from "../../capture/answer_capture.ts";
import { ExamTexts } from "../../capture/exam_texts.ts";
import { type RunningCapture, startCapture } from "../../capture/start_capture.ts";
import type { AnswerActions } from "../exam_actions.ts";

/** Events that are shown, the newest. */
const MOST_SHOWN = 8;

interface PracticeOrder {
  /** Texts of the page: what is copied from them is not from outside. */
  paper?: readonly string[];
  /** Told of everything that is recorded. */
  onEvent?: (event: CapturedEvent) => void;
}

/** What was recorded, with a number that tells apart two that read alike. */
export interface ShownEvent {
  place: number;
  event: CapturedEvent;
}

/** Practice: the real listeners and the real answers, with no server behind them. What they record is shown and forgotten. */
export class Practice {
  readonly answers = signal<Answers>({});
  /** Newest first. */
  readonly shown = signal<readonly ShownEvent[]>([]);
  readonly isRunning = signal(false);
  /** Whether keys came with the times that they were held, without, or not at all. */
  readonly keys = signal<"none" | "timed" | "untimed">("none");
  #capture: RunningCapture | null = null;
  #recording: AnswerCapture | null = null;
  #recorded = 0;
  readonly #texts: ExamTexts;
  readonly #onEvent: (event: CapturedEvent) => void;

  constructor({ paper = [], onEvent = () => {} }: PracticeOrder = {}) {
    this.#texts = new ExamTexts(paper, () => Object.values(this.answers.value).map(textOf), [], () => {});
    this.#onEvent = onEvent;
  }

  start(): void {
    if (this.#capture !== null) return;
    const begun = performance.now();
    const now = () => performance.now();
    const context = { record: (event: CapturedEvent) => this.#show(event), t: () => Math.round(now() - begun), now };
    this.isRunning.value = true;
    this.#capture = startCapture(context, { remember: (text) => this.#texts.copied(text), isFirst: true });
    this.#recording = new AnswerCapture(this.#capture.context, this.#texts, this.#capture.isScripted);
  }

  stop(): void {
    this.#capture?.settle();
    this.#capture?.stop();
    this.#capture = this.#recording = null;
    this.isRunning.value = false;
  }

  readonly actions: AnswerActions = {
    edit: (question, after, caret, inputType, data) => {
      const before = textOf(this.answers.value[question]);
      this.#recording?.edit({ question, before, after, caret, inputType, data });
      this.answers.value = { ...this.answers.value, [question]: after };
    },
    field: () => () => {},
    select: (question, choices) => {
      this.#recording?.select(question, choices);
      this.answers.value = { ...this.answers.value, [question]: [...choices] };
    },
  };

  #show(event: CapturedEvent): void {
    this.#onEvent(event);
    // A move that goes on is one thing to read.
    const [last] = this.shown.value;
    const isMove = event.type === "mouse_data" && event.kind === "move";
    if (isMove && last?.event.type === "mouse_data" && last.event.kind === "move") return;
    this.shown.value = [{ place: ++this.#recorded, event }, ...this.shown.value].slice(0, MOST_SHOWN);
    if (event.type !== "keystroke_data") return;
    if (event.dwell !== null) this.keys.value = "timed";
    else if (this.keys.value === "none") this.keys.value = "untimed";
  }
}
