/**
 * What is known of each answer, the answer that is being edited at hand. Of more than so many, the one that was opened
 * longest ago is forgotten.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const answers = new RecentAnswers(2, () => ({ length: 0 }));
 * answers.turnTo("q1").length = 5;
 * answers.turnTo("q2");
 * answers.turnTo("q3");
 * assert.deepEqual([answers.turnTo("q2").length, answers.turnTo("q1").length], [0, 0]);
 * ```
 */
export class RecentAnswers<Known> {
  /** Null before the first. */
  #answers: Map<string, Known> | null = null;
  readonly #most: number;
  readonly #create: () => Known;
  #question: string | null = null;
  #current: Known;

  /**
   * @param most Answers that are remembered, 1 or more.
   * @param create What is known of an answer before its first edit.
   */
  constructor(most: number, create: () => Known) {
    this.#most = most;
    this.#create = create;
    this.#current = create();
  }

  /** Of the answer that was turned to last; of none before the first. */
  get current(): Known {
    return this.#current;
  }

  /** Of every answer, the one that was opened last at the end. */
  get all(): Iterable<Known> {
    return this.#answers?.values() ?? [];
  }

  /** Whether another answer was turned to last. */
  isNew(question: string): boolean {
    return question !== this.#question;
  }

  /** An answer is edited. @returns What is known of it, to be changed in place. */
  turnTo(question: string): Known {
    if (question === this.#question) return this.#current;
    this.#question = question;
    this.#current = this.#answers?.get(question) ?? this.#create();
    this.#put(question, this.#current);
    return this.#current;
  }

  /** Every question with what is known of its answer, in the order of {@link all}. */
  entries(): [question: string, known: Known][] {
    return [...this.#answers ?? []];
  }

  /** Takes the place of what {@link entries} gave. */
  restore(entries: Iterable<[question: string, known: Known]>): void {
    this.#answers = null;
    this.#question = null;
    this.#current = this.#create();
    for (const [question, known] of entries) {
      this.#question = question;
      this.#current = known;
      this.#put(question, known);
    }
  }

  #put(question: string, known: Known): void {
    const answers = this.#answers ??= new Map();
    answers.delete(question);
    answers.set(question, known);
    if (answers.size <= this.#most) return;
    for (const oldest of answers.keys()) {
      answers.delete(oldest);
      return;
    }
  }
}
