import type { LogEntry } from "../../protocol/log_entry.ts";
import type { ReplayStep } from "../../protocol/replay.ts";
import { stepOf } from "../../protocol/replay_step.ts";
import { EditClock } from "./edit_clock.ts";

/**
 * Makes the steps of a replay out of a log's entries: the edits and choices that counted, and what happened around them. What was kept
 * as evidence alone is no part of how the answer came to be.
 */
export class ReplaySteps {
  readonly steps: ReplayStep[] = [];
  /** Keys by second of the attempt. */
  readonly keys = new Map<number, number>();
  readonly #startedAt: number;
  readonly #isKnown: (question: string) => boolean;
  readonly #clock = new EditClock();

  /** @param isKnown Whether a question is the attempt's; steps of others do not count. */
  constructor(startedAt: number, isKnown: (question: string) => boolean) {
    this.#startedAt = startedAt;
    this.#isKnown = isKnown;
  }

  /** Takes an entry whose own steps are not wanted: pauses and deadlines say which of the later edits counted. */
  pass(entry: LogEntry): void {
    if (entry.kind !== "batch") this.#clock.follow(entry);
  }

  /** Takes the next entry. */
  take(entry: LogEntry): void {
    this.pass(entry);
    if (entry.kind === "answered" && entry.applied !== false) {
      this.steps.push({ kind: "whole", t: entry.received_at - this.#startedAt, answers: entry.answers });
    }
    if (entry.kind !== "batch") return;
    const untilT = this.#clock.untilT(entry.received_at);
    const kept = new Set(entry.kept);
    entry.events.forEach((event, index) => {
      if (event.type === "keystroke_data") {
        const second = Math.floor(event.t / 1_000);
        this.keys.set(second, (this.keys.get(second) ?? 0) + 1);
        return;
      }
      const step = kept.has(index) ? null : stepOf(event);
      if (step === null || ("question" in step && !this.#isKnown(step.question))) return;
      const isEdit = step.kind === "edit" || step.kind === "choose";
      if (!isEdit || step.t <= untilT) this.steps.push(step);
    });
  }
}
