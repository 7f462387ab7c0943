import type { CapturedEvent } from "../../protocol/events.ts";
import type { Answer, Answers } from "../../protocol/exam.ts";
import { MAX_ANSWER_CHARACTERS } from "../../protocol/limits.ts";
import type { NewEntry } from "../log/entry.ts";

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
  #answers = new Map<string, Answer>();
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
        const before = this.#answers.get(event.question);
        const text = typeof before === "string" ? before : "";
        this.#answers.set(event.question, editText(text, event.at, event.removed, event.inserted));
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
    return Object.fromEntries(this.#answers);
  }

  /** Takes over answers from a snapshot. */
  restore(answers: Answers, question: string | null): void {
    this.#answers = new Map(Object.entries(answers));
    this.question = question;
  }
}

/**
 * One edit of a text. Offsets beyond it are clamped; an edit that would make it longer than the protocol
 * allows is cut.
 */
export function editText(text: string, at: number, removed: number, inserted: string): string {
  const begin = Math.min(at, text.length);
  const end = Math.min(begin + removed, text.length);
  return (text.slice(0, begin) + inserted + text.slice(end)).slice(0, MAX_ANSWER_CHARACTERS);
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
