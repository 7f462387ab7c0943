import type { CapturedEvent } from "../events.ts";
import { MAX_ANSWER_CHARACTERS } from "../limits.ts";
import type { Answer, Answers } from "./answer.ts";
import { questionOfAnswer } from "./answer_ids.ts";
import { isAnswered } from "./answer_form.ts";
import { GapText } from "./gap_text.ts";

/** Whether an event is a part of an answer. */
export function isAnswerEvent(event: CapturedEvent): event is AnswerEvent {
  return event.type === "answer_edit" || event.type === "answer_select";
}
type AnswerEvent = Extract<CapturedEvent, { question: string; type: `answer_${string}` }>;

/**
 * An attempt's answers, folded from its events: what the student typed and chose, and nothing else. The server folds the
 * log with it, the page what the server does not have yet: both come to the same answers. The cost of an event does not
 * depend on how long the answers are, or how many.
 */
export class AnswerSheet {
  readonly #questions: ReadonlySet<string>;
  readonly #answers = new Map<string, Answer | GapText>();
  /** Answers that say something, by question: one with gaps has several. */
  readonly #parts = new Map<string, number>();
  #answered = 0;
  /** The question in view. */
  question: string | null = null;

  /** @param questions Ids under which the exam's questions are answered (`answerIds`); events about others are kept in the log and not applied. */
  constructor(questions: ReadonlySet<string>) {
    this.#questions = questions;
  }

  /** Questions with an answer that says something. */
  get answered(): number {
    return this.#answered;
  }

  /**
   * Applies one event; events of other types do nothing.
   *
   * @param untilT Attempt time after which edits do not count any more, ms; infinite before the deadline.
   */
  apply(event: CapturedEvent, untilT: number): void {
    switch (event.type) {
      case "question_view":
        if (this.#questions.has(event.question)) this.question = event.question;
        return;
      case "answer_select":
        if (event.t <= untilT && this.#questions.has(event.question)) this.#put(event.question, event.choices);
        return;
      case "answer_edit": {
        if (event.t > untilT || !this.#questions.has(event.question)) return;
        const text = this.#textOf(event.question);
        const wasBlank = text.isBlank;
        text.edit(event.at, event.removed, event.inserted, MAX_ANSWER_CHARACTERS);
        this.#count(event.question, Number(wasBlank) - Number(text.isBlank));
      }
    }
  }

  /** Sets answers as a whole, as a submission gives them. */
  set(answers: Answers): void {
    for (const [question, answer] of Object.entries(answers)) {
      if (this.#questions.has(question)) this.#put(question, answer);
    }
  }

  /** The answer to a question; undefined where there is none. */
  get(question: string): Answer | undefined {
    const answer = this.#answers.get(question);
    return answer instanceof GapText ? answer.toString() : answer;
  }

  /** Whether the exam has a question of this id. */
  has(question: string): boolean {
    return this.#questions.has(question);
  }

  /** The answers by question. */
  toAnswers(): Answers {
    return Object.fromEntries(
      Array.from(this.#answers, ([question, answer]) => [
        question,
        answer instanceof GapText ? answer.toString() : answer,
      ]),
    );
  }

  /** Takes over answers that were folded before, also to questions that the exam does not have. */
  restore(answers: Answers, question: string | null): void {
    this.#answers.clear();
    this.#parts.clear();
    this.#answered = 0;
    for (const [id, answer] of Object.entries(answers)) this.#put(id, answer);
    this.question = question;
  }

  /** The answer as a text to be edited; one that was no text begins anew. */
  #textOf(question: string): GapText {
    const before = this.#answers.get(question);
    if (before instanceof GapText) return before;
    const text = new GapText(typeof before === "string" ? before : "");
    this.#put(question, text);
    return text;
  }

  #put(question: string, answer: Answer | GapText): void {
    const before = this.#answers.get(question);
    this.#count(question, Number(saysSomething(answer)) - Number(saysSomething(before)));
    this.#answers.set(question, answer);
  }

  #count(id: string, change: number): void {
    if (change === 0) return;
    const question = questionOfAnswer(id);
    const before = this.#parts.get(question) ?? 0;
    this.#parts.set(question, before + change);
    this.#answered += Number(before + change > 0) - Number(before > 0);
  }
}

function saysSomething(answer: Answer | GapText | undefined): boolean {
  return answer instanceof GapText ? !answer.isBlank : isAnswered(answer);
}
