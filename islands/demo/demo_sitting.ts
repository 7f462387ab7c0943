import { type Signal, signal } from "@preact/signals";
import type { CapturedEvent } from "../../protocol/events.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import { textOf } from "../../protocol/items/answer_form.ts";
import { MAX_BATCH_EVENTS } from "../../protocol/limits.ts";
import type { RedactedEntry, RedactedEvent } from "../../protocol/redacted_log.ts";
import type { Reason, RiskReport } from "../../protocol/risk.ts";
import { explain, incomparableSignals } from "../../scoring/explain.ts";
import { createState, defaultContext, fold, type ScoreState } from "../../scoring/fold.ts";
import { AnswerCapture } from "../capture/answer_capture.ts";
import { ExamTexts } from "../capture/exam_texts.ts";
import { type RunningCapture, startCapture } from "../capture/start_capture.ts";
import type { AnswerActions } from "../student/exam_actions.ts";

/** A batch is scored so often, ms, as an exam's page sends them. */
const BATCH_MS = 1_000;

/** Events that are shown as they come, the newest. */
const MOST_SHOWN = 6;

/** The name of the one context that everything is scored in. */
export const DEMO_CONTEXT = "demo";

/** What the proctor's side shows: the report after the last batch, its reasons, and how the risk came to be what it is. */
export interface Watched {
  report: RiskReport;
  reasons: readonly Reason[];
  incomparable: readonly string[];
  points: readonly (readonly [t: number, risk: number])[];
}

/** What was recorded, with a number that tells apart two that read alike. */
export interface ShownEvent {
  place: number;
  event: CapturedEvent;
}

/**
 * A sitting in the visitor's own page: the real listeners, the real fold, and nobody else. Nothing of it is sent or kept; it is gone with
 * the page.
 */
export class DemoSitting {
  readonly stage: Signal<"before" | "sitting" | "over"> = signal("before");
  readonly answers: Signal<Answers> = signal({});
  readonly watched: Signal<Watched | null> = signal(null);
  /** Newest first. */
  readonly shown: Signal<readonly ShownEvent[]> = signal([]);
  /** Every batch, in its order. */
  readonly batches: CapturedEvent[][] = [];
  readonly context = defaultContext();
  readonly #paper: readonly string[];
  #capture: RunningCapture | null = null;
  #recording: AnswerCapture | null = null;
  #state: ScoreState = createState();
  #waiting: CapturedEvent[] = [];
  #points: [number, number][] = [];
  #recorded = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #begunAt = 0;

  /** @param paper Texts of the demo's exam: what is copied from it is not from outside. */
  constructor(paper: readonly string[]) {
    this.#paper = paper;
  }

  /** Begins, anew where there was a sitting before. */
  start(): void {
    this.stop();
    this.answers.value = {};
    this.watched.value = null;
    this.shown.value = [];
    this.batches.length = 0;
    this.#state = createState();
    this.#waiting = [];
    this.#points = [];
    this.#begunAt = performance.now();
    const texts = new ExamTexts(this.#paper, () => Object.values(this.answers.value).map(textOf), [], () => {});
    const now = () => performance.now();
    const t = () => Math.round(now() - this.#begunAt);
    const context = { record: (event: CapturedEvent) => this.#record(event), t, now };
    this.#capture = startCapture(context, { remember: (text) => texts.copied(text), isFirst: true });
    this.#recording = new AnswerCapture(this.#capture.context, texts, this.#capture.isScripted);
    this.#timer = setInterval(() => this.#score(), BATCH_MS);
    this.stage.value = "sitting";
  }

  /** Ends the sitting; what was recorded stays, to be looked at. */
  finish(): void {
    this.#capture?.settle();
    this.stop();
    this.#score();
    this.stage.value = this.batches.length === 0 ? "before" : "over";
  }

  /** Ends what listens. */
  stop(): void {
    clearInterval(this.#timer);
    this.#capture?.stop();
    this.#capture = this.#recording = null;
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

  /** What was recorded as a log's entries, with lengths in place of text, as staff's pages read one. */
  entries(): RedactedEntry[] {
    return this.batches.map((events, index) => ({
      kind: "batch" as const,
      n: index + 1,
      received_at: events[events.length - 1].t,
      context: DEMO_CONTEXT,
      late: false,
      events: events.map(redacted),
      report: { risk: this.#points[index][1], level: "low" as const },
    }));
  }

  /** The batches as `deno task score` reads them: a line each. */
  lines(): string {
    return this.batches.map((events, index) => JSON.stringify({ attempt: "demo", seq: index + 1, events }) + "\n").join(
      "",
    );
  }

  #record(event: CapturedEvent): void {
    this.#waiting.push(event);
    // A move that goes on is one thing to read.
    const [last] = this.shown.value;
    const isMove = event.type === "mouse_data" && event.kind === "move";
    if (isMove && last?.event.type === "mouse_data" && last.event.kind === "move") return;
    this.shown.value = [{ place: ++this.#recorded, event }, ...this.shown.value].slice(0, MOST_SHOWN);
  }

  #score(): void {
    // What was recorded stands in the order of its time, as a page sends it.
    const all = this.#waiting.splice(0).sort((a, b) => a.t - b.t);
    for (let from = 0; from < all.length; from += MAX_BATCH_EVENTS) {
      const events = all.slice(from, from + MAX_BATCH_EVENTS);
      const report = fold(this.#state, { kind: "batch", events, late: false }, this.context);
      this.batches.push(events);
      this.#points.push([report.t, report.risk]);
      this.watched.value = {
        report,
        reasons: explain(this.#state, report, this.context),
        incomparable: incomparableSignals(this.#state, report),
        points: [...this.#points],
      };
    }
  }
}

function redacted(event: CapturedEvent): RedactedEvent {
  switch (event.type) {
    case "answer_edit":
      return { ...event, inserted: event.inserted.length };
    case "answer_select":
      return { ...event, choices: event.choices.length };
    default:
      return event;
  }
}
