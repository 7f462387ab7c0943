import type { CapturedEvent } from "../../protocol/events.ts";
import type { Answer, Answers } from "../../protocol/exam.ts";
import { MAX_ANSWER_CHARACTERS } from "../../protocol/limits.ts";
import type { NewEntry } from "../log/entry.ts";
import { GapText } from "./gap_text.ts";

/** Which edits of a batch still count. */
export interface EditTerms {
  /** Attempt time after which edits are kept as evidence but not applied, ms; infinite before the deadline. */
  untilT: number;
}

/**
 * An attempt's answers, folded from its log: what the student typed and chose, and nothing else. The log is
 * the truth; this is its last line.
 */
export class AnswerSheet {
  #questions: ReadonlySet<string>;
  #answers = new Map<string, Answer | GapText>();
  /** The question in view. */
  question: string | null = null;

  /** @param questions Ids of the exam's questions; edits of another id are kept in the log and not applied. */
  constructor(questions: ReadonlySet<string>) {
    this.#questions = questions;
  }

  /** Questions with an answer that is not empty. */
  get answered(): number {
    let count = 0;
    for (const answer of this.#answers.values()) if (answer.length > 0) count++;
    return count;
  }

  /** Applies one event; events of other types do nothing. */
  apply(event: CapturedEvent, terms: EditTerms): void {
    switch (event.type) {
      case "question_view":
        if (this.#questions.has(event.question)) this.question = event.question;
        return;
      case "answer_select":
        if (event.t <= terms.untilT && this.#questions.has(event.question)) {
          this.#answers.set(event.question, event.choices);
        }
        return;
      case "answer_edit": {
        if (event.t > terms.untilT || !this.#questions.has(event.question)) return;
        const text = this.#textOf(event.question);
        text.edit(event.at, event.removed, event.inserted, MAX_ANSWER_CHARACTERS);
      }
    }
  }

  /** Sets answers as a whole, as a submission gives them. */
  set(answers: Answers): void {
    for (const [question, answer] of Object.entries(answers)) {
      if (this.#questions.has(question)) this.#answers.set(question, answer);
    }
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

  /** Takes over answers from a snapshot. */
  restore(answers: Answers, question: string | null): void {
    this.#answers = new Map(Object.entries(answers));
    this.question = question;
  }

  /** The answer as a text to be edited; one that was no text begins anew. */
  #textOf(question: string): GapText {
    const before = this.#answers.get(question);
    if (before instanceof GapText) return before;
    const text = new GapText(typeof before === "string" ? before : "");
    this.#answers.set(question, text);
    return text;
  }
}

/** Times of an attempt that decide which edits count, followed through its log. */
export class EditClock {
  #startedAt = 0;
  #deadline = Infinity;
  #isStopped = false;

  /** Starts in the middle of a log, from a snapshot. */
  begin(startedAt: number, deadline: number, isStopped: boolean): void {
    this.#startedAt = startedAt;
    this.#deadline = deadline;
    this.#isStopped = isStopped;
  }

  /** Takes note of a control entry. */
  follow(entry: NewEntry): void {
    if (entry.kind === "started") this.#startedAt = entry.received_at;
    if (entry.kind === "paused" || entry.kind === "locked") this.#isStopped = true;
    if (entry.kind === "resumed" || entry.kind === "released") this.#isStopped = false;
    if (entry.kind !== "batch" && "deadline" in entry) this.#deadline = entry.deadline;
  }

  /** Terms for a batch that arrived at `receivedAt`: everything before the deadline, later only what happened by then. */
  termsAt(receivedAt: number): EditTerms {
    const isInTime = this.#isStopped || receivedAt <= this.#deadline;
    return { untilT: isInTime ? Infinity : this.#deadline - this.#startedAt };
  }
}
