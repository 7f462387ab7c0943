import type { CapturedEvent } from "../../protocol/events.ts";
import type { Snapshot } from "../store/snapshot_store.ts";

type KeptTimes = NonNullable<Snapshot["times"]>;

/** From when on which question was in view, in the order of time; null for one that is not known. */
export type QuestionViews = NonNullable<KeptTimes["views"]>;

/** Changes of the question in view that are kept, at most. What is in view after the last one is not known. */
export const MOST_VIEWS = 256;

/**
 * How long each question was in view: the time from each event to the next one belongs to the question that was seen last.
 * Of questions that the exam does not have nothing is kept: whatever a client names, the state stays small.
 */
export class QuestionTime {
  readonly #questions: ReadonlySet<string>;
  readonly #ms = new Map<string, number>();
  #question: string | null = null;
  #t = 0;
  /** Moments and questions lie each in an array of their own: a pair for each would be several times as large. */
  #viewTs: number[] = [];
  #viewed: (string | null)[] = [];
  /** A snapshot of before says nothing of them. */
  #areViewsKnown = true;

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
    if (event.type !== "question_view") return;
    this.#question = event.question;
    this.#view(this.#questions.has(event.question) ? event.question : null);
  }

  #view(question: string | null): void {
    const { length } = this.#viewed;
    if (!this.#areViewsKnown || length === MOST_VIEWS || this.#viewed.at(-1) === question) return;
    this.#viewTs.push(this.#t);
    this.#viewed.push(length === MOST_VIEWS - 1 ? null : question);
  }

  /** Time that a question was in view, ms; 0 for one that was not seen. */
  of(question: string): number {
    return this.#ms.get(question) ?? 0;
  }

  toKept(): KeptTimes {
    const isKnown = this.#question !== null && this.#questions.has(this.#question);
    return {
      question: isKnown ? this.#question : null,
      t: this.#t,
      inView: [...this.#ms],
      ...(this.#areViewsKnown && {
        views: this.#viewTs.map((t, index): QuestionViews[number] => [t, this.#viewed[index]]),
      }),
    };
  }

  restore({ question, t, inView, views }: KeptTimes): void {
    this.#question = question;
    this.#t = t;
    this.#areViewsKnown = views !== undefined;
    this.#viewTs = (views ?? []).map(([from]) => from);
    this.#viewed = (views ?? []).map(([_, viewed]) => viewed);
    for (const [id, ms] of inView) this.#ms.set(id, ms);
  }
}

/** The question that was in view at a moment, ms of the attempt; null where that is not known. */
export function questionAt(views: QuestionViews, t: number): string | null {
  return views.findLast(([from]) => from <= t)?.[1] ?? null;
}
