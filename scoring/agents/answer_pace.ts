import { linearShare } from "../linear_share.ts";
import { z } from "zod";
import { MAX_QUESTIONS } from "../../protocol/limits.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** Questions answered on their first view that must be seen before their pace says anything. */
export const MIN_ANSWERS = 10;
/** Once so many were seen, earlier ones count half. */
const FORGET_ANSWERS = 60;
/** Nobody reads faster than 1,000 words a minute: ms for each. Adults read 175 to 300 (Brysbaert 2019). */
const READING_MS = 60;
/** An answer this soon is quick whatever there is to read, in ms. People do it, too: quick is never a sign by itself. */
const QUICK_MS = 4_000;

/** Share of answers that are quick from which they say something, and in full. */
const QUICK = { from: 0.5, full: 0.8 };
/** The same of answers that came before the text could be read. */
const UNREAD = { from: 0.6, full: 0.9 };

/** What is remembered besides the questions seen, as it is before the first event. Sums are of unread answers. */
const start = () => ({
  viewT: -1,
  answers: 0,
  quick: 0,
  known: 0,
  unread: 0,
  words: 0,
  readingMs: 0,
  fromT: -1,
  toT: -1,
});

/** {@link AnswerPace} in JSON. */
export const AnswerPaceSnapshot = z.strictObject({
  memory: memorySchema(start()),
  question: z.string(),
  seen: z.array(z.string()).max(MAX_QUESTIONS),
});
export type AnswerPaceSnapshot = z.infer<typeof AnswerPaceSnapshot>;

/**
 * How soon choices are made after a question first came into view, and whether its text could be read by then.
 *
 * Only the first choice on the first view counts: who comes back, or changes an answer, has read before. What is quick
 * may be guessing or knowing; so this confirms other evidence and is none by itself. Where the words of a question
 * are not known, whether it was read is not said.
 */
export class AnswerPace {
  readonly #memory = start();
  readonly #seen = new Set<string>();
  /** The question in its first view, not answered so far; empty for none. */
  #question = "";
  #words: Readonly<Record<string, number>> = {};

  useContext({ question_words }: Pick<ScoringContext, "question_words">): void {
    this.#words = question_words ?? {};
  }

  observe(event: ScorableEvent): void {
    if (event.type === "question_view") {
      const isFirst = !this.#seen.has(event.question) && this.#seen.size < MAX_QUESTIONS;
      if (isFirst) this.#seen.add(event.question);
      // The same view told twice, as after a reload, goes on.
      else if (event.question === this.#question) return;
      this.#question = isFirst ? event.question : "";
      this.#memory.viewT = event.t;
    } else if (event.type === "answer_select" && event.question === this.#question) {
      this.#question = "";
      this.#answer(event.question, event.t);
    }
  }

  /** The attempt stood still, or goes on: how long the question was in view is not known. */
  hold(): void {
    this.#question = "";
  }

  /** How clearly answers come quickly, in [0, 1]; null below {@link MIN_ANSWERS}. */
  quick(): number | null {
    const { answers, quick } = this.#memory;
    return answers < MIN_ANSWERS ? null : linearShare(quick / answers, QUICK.from, QUICK.full);
  }

  /** How clearly answers come before their question can be read, in [0, 1]; null below {@link MIN_ANSWERS}. */
  unread(): number | null {
    const { known, unread } = this.#memory;
    return known < MIN_ANSWERS ? null : linearShare(unread / known, UNREAD.from, UNREAD.full);
  }

  /** Quick answers, with those before half forgotten; words a minute of those that could not be read; attempt times. */
  get answers(): { quick: number; unread: number; wordsPerMinute: number; fromT: number; toT: number } {
    const { quick, unread, words, readingMs, fromT, toT } = this.#memory;
    const wordsPerMinute = Math.round(words / Math.max(1, readingMs) * 60_000);
    return { quick: Math.round(quick), unread: Math.round(unread), wordsPerMinute, fromT, toT };
  }

  snapshot(): AnswerPaceSnapshot {
    return { memory: { ...this.#memory }, question: this.#question, seen: [...this.#seen] };
  }

  restore({ memory, question, seen }: AnswerPaceSnapshot): void {
    Object.assign(this.#memory, memory);
    this.#question = question;
    this.#seen.clear();
    for (const each of seen) this.#seen.add(each);
  }

  #answer(question: string, t: number): void {
    const memory = this.#memory;
    const after = t - memory.viewT;
    if (after < 0) return;
    const words = Object.hasOwn(this.#words, question) ? this.#words[question] : null;
    const isUnread = words !== null && after < words * READING_MS;
    memory.answers++;
    if (words !== null) memory.known++;
    if (isUnread) {
      memory.unread++;
      memory.words += words;
      memory.readingMs += after;
    }
    if (isUnread || after < QUICK_MS) {
      memory.quick++;
      if (memory.fromT < 0) memory.fromT = t;
      memory.toT = t;
    }
    if (memory.answers < FORGET_ANSWERS) return;
    memory.answers /= 2;
    memory.quick /= 2;
    memory.known /= 2;
    memory.unread /= 2;
    memory.words /= 2;
    memory.readingMs /= 2;
  }
}
