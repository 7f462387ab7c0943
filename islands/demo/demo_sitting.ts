import { type Signal, signal } from "@preact/signals";
import type { CapturedEvent } from "../../protocol/events.ts";
import { MAX_BATCH_EVENTS } from "../../protocol/limits.ts";
import type { RedactedEntry, RedactedEvent } from "../../protocol/redacted_log.ts";
import type { Reason, RiskReport } from "../../protocol/risk.ts";
import { explain, incomparableSignals } from "../../scoring/explain.ts";
import { createState, defaultContext, fold, type ScoreState } from "../../scoring/fold.ts";
import { Practice } from "../student/check/practice.ts";

/** A batch is scored so often, ms, as an exam's page sends them. */
const BATCH_MS = 1_000;

/** The name of the one context that everything is scored in. */
export const DEMO_CONTEXT = "demo";

/** What the proctor's side shows: the report after the last batch, its reasons, and how the risk came to be what it is. */
export interface Watched {
  report: RiskReport;
  reasons: readonly Reason[];
  incomparable: readonly string[];
  points: readonly (readonly [t: number, risk: number])[];
}

/**
 * A sitting in the visitor's own page: the real listeners, the real fold, and nobody else. Nothing of it is sent or kept; it is gone with
 * the page.
 */
export class DemoSitting {
  readonly stage: Signal<"before" | "sitting" | "over"> = signal("before");
  /** What is answered and recorded; a new one for each sitting. */
  readonly practice: Signal<Practice>;
  readonly watched: Signal<Watched | null> = signal(null);
  /** Every batch, in its order. */
  readonly batches: CapturedEvent[][] = [];
  readonly context = defaultContext();
  readonly #paper: readonly string[];
  #state: ScoreState = createState();
  #waiting: CapturedEvent[] = [];
  #points: [number, number][] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param paper Texts of the demo's exam: what is copied from it is not from outside. */
  constructor(paper: readonly string[]) {
    this.#paper = paper;
    this.practice = signal(this.#newPractice());
  }

  /** Begins, anew where there was a sitting before. */
  start(): void {
    this.stop();
    this.watched.value = null;
    this.batches.length = 0;
    this.#state = createState();
    this.#waiting = [];
    this.#points = [];
    this.practice.value = this.#newPractice();
    this.practice.value.start();
    this.#timer = setInterval(() => this.#score(), BATCH_MS);
    this.stage.value = "sitting";
  }

  /** Ends the sitting; what was recorded stays, to be looked at. */
  finish(): void {
    this.stop();
    this.#score();
    this.stage.value = this.batches.length === 0 ? "before" : "over";
  }

  /** Ends what listens. */
  stop(): void {
    clearInterval(this.#timer);
    this.practice.value.stop();
  }

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

  #newPractice(): Practice {
    return new Practice({ paper: this.#paper, onEvent: (event) => this.#waiting.push(event) });
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
