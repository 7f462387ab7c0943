import type { CapturedEvent } from "../../protocol/events.ts";

/** How long each question was in view: the time from each event to the next one belongs to the question that was seen last. */
export class QuestionTime {
  readonly #ms = new Map<string, number>();
  #question: string | null = null;
  #t = 0;

  take(event: CapturedEvent): void {
    if (event.t > this.#t) {
      if (this.#question !== null) this.#ms.set(this.#question, this.of(this.#question) + event.t - this.#t);
      this.#t = event.t;
    }
    if (event.type === "question_view") this.#question = event.question;
  }

  /** Time that a question was in view, ms; 0 for one that was not seen. */
  of(question: string): number {
    return this.#ms.get(question) ?? 0;
  }
}
