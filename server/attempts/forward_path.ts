import type { CapturedEvent } from "../../protocol/events.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import { isAnswered } from "../../protocol/items/answer_form.ts";
import { isAnswerEvent } from "../../protocol/items/answer_sheet.ts";
import { questionOfAnswer } from "../../protocol/items/answer_ids.ts";
import type { Exam } from "../store/exam_store.ts";

/** Place of each question in a paper that is sat forward only, by its id; empty where a student goes about freely. */
export type Places = ReadonlyMap<string, number>;

const FREE: Places = new Map();

const PLACES = new WeakMap<Exam["document"], Places>();

/** Places of an attempt's questions, in its own order. */
export function placesOf({ document }: Pick<Exam, "document">): Places {
  if (document.navigation !== "forward") return FREE;
  let places = PLACES.get(document);
  if (places === undefined) {
    places = new Map(document.questions.map(({ id }, place) => [id, place]));
    PLACES.set(document, places);
  }
  return places;
}

/**
 * How far an attempt has come in a paper that is sat forward only: every question before the furthest one that was in view or
 * answered is left behind. What was in view and what was answered is in the log, so whoever folds it comes to the same.
 */
export class ForwardPath {
  readonly #places: Places;
  #furthest: string | null = null;

  constructor(places: Places) {
    this.#places = places;
  }

  /** The furthest question that was in view or answered; null before the first, and where navigation is free. */
  get furthest(): string | null {
    return this.#furthest;
  }

  take(event: CapturedEvent): void {
    if (event.type === "question_view") this.#reach(event.question);
    else if (isAnswerEvent(event)) this.#reach(questionOfAnswer(event.question));
  }

  /** Takes answers that say something and count, however they came; of those to questions that were left, nothing follows. */
  takeAnswers(answers: Answers): void {
    for (const [id, answer] of Object.entries(answers)) if (isAnswered(answer)) this.#reach(questionOfAnswer(id));
  }

  /** Takes a file that was handed in to a question. */
  takeFile(question: string): void {
    this.#reach(question);
  }

  /** Whether an answer is to a question that was left behind. @param answerId A question's id, or one of its gaps'. */
  isLeft(answerId: string): boolean {
    return this.#isBefore(questionOfAnswer(answerId), this.#furthest);
  }

  /** Indices of the edits and choices that are to questions which were left behind by then. Takes nothing. */
  keptOf(events: readonly CapturedEvent[]): number[] {
    if (this.#places.size === 0) return [];
    const ahead = new ForwardPath(this.#places);
    ahead.restore(this.#furthest);
    return events.flatMap((event, index) => {
      ahead.take(event);
      return isAnswerEvent(event) && ahead.isLeft(event.question) ? [index] : [];
    });
  }

  /** Goes on from a {@link furthest}. */
  restore(furthest: string | null): void {
    this.#furthest = furthest !== null && this.#places.has(furthest) ? furthest : null;
  }

  #reach(question: string): void {
    if (this.#places.has(question) && !this.#isBefore(question, this.#furthest)) this.#furthest = question;
  }

  #isBefore(question: string, other: string | null): boolean {
    if (other === null) return false;
    const [place, mark] = [this.#places.get(question), this.#places.get(other)];
    return place !== undefined && mark !== undefined && place < mark;
  }
}
