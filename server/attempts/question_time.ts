import type { CapturedEvent } from "../../protocol/events.ts";
import type { Snapshot } from "../store/snapshot_store.ts";

type KeptTimes = NonNullable<Snapshot["times"]>;

/**
 * How long each question was in view: the time from each event to the next one belongs to the question that was seen last.
 * Of questions that the exam does not have nothing is kept: whatever a client names, the state stays small.
 */
export class QuestionTime {
  readonly #questions: ReadonlySet<string>;
  readonly #ms = new Map<string, number>();
  #question: string | null = null;
  #t = 0;

  constructor(questions: ReadonlySet<string>) {
    this.#questions = questions;
  }

  take(event: CapturedEvent): void {
    if (event.t > this.#t) {
      if (this.#question !== null && this.#questions.has(this.#question)) {
        this.#ms.set(this.#question, this.of(this.#question) + event.t - this.#t);
      }
      this.#t = event.t;
    }
    if (event.type === "question_view") this.#question = event.question;
  }

  /** Time that a question was in view, ms; 0 for one that was not seen. */
  of(question: string): number {
    return this.#ms.get(question) ?? 0;
  }

  toKept(): KeptTimes {
    const isKnown = this.#question !== null && this.#questions.has(this.#question);
    return { question: isKnown ? this.#question : null, t: this.#t, inView: [...this.#ms] };
  }

  restore({ question, t, inView }: KeptTimes): void {
    this.#question = question;
    this.#t = t;
    for (const [id, ms] of inView) this.#ms.set(id, ms);
  }
}
