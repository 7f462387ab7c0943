import type { Answer, Answers } from "../../protocol/items/answer.ts";
import { textOf } from "../../protocol/items/answer_form.ts";
import type { AnswerCapture, FieldEdit } from "../capture/answer_capture.ts";
import type { OutboxStore } from "../link/outbox_store.ts";
import { ANSWER_NOTE, missingAnswers, readLocalAnswers } from "./answer_book.ts";
import type { ExamModel } from "./exam_model.ts";

/** Copies on their way to the disk at once: none waits for the one before, so that a crash finds the last letter. */
const MOST_WRITES = 8;

/**
 * The student's answers: as they are shown, as events for the server, and as a copy on the device from which the
 * last moment before a crash is brought back.
 */
export class AnswerKeeper {
  readonly #model: ExamModel;
  readonly #store: OutboxStore;
  readonly #attemptId: string;
  readonly #nextSeq: () => number;
  /** Copies that wait for the disk: the last one of a question wins. */
  readonly #waiting = new Map<string, Answer>();
  #writing = 0;

  /** @param nextSeq Number of the batch that an edit made now goes into. */
  constructor(model: ExamModel, store: OutboxStore, attemptId: string, nextSeq: () => number) {
    this.#model = model;
    this.#store = store;
    this.#attemptId = attemptId;
    this.#nextSeq = nextSeq;
  }

  /** The text of an answer was edited in its field. */
  edit(capture: AnswerCapture, edit: Omit<FieldEdit, "before">): void {
    const before = textOf(this.#model.answers.value[edit.question]);
    // First the event: the copy notes the batch that comes after it, and so is never taken for older than it is.
    capture.edit({ ...edit, before });
    this.#put(edit.question, edit.after);
  }

  /** Choices were made; all that are chosen now. */
  select(capture: AnswerCapture, question: string, choices: readonly string[]): void {
    capture.select(question, choices);
    this.#put(question, [...choices]);
  }

  /** Shows other answers, the server's: another device has written meanwhile. */
  adopt(answers: Answers): void {
    this.#model.answers.value = answers;
    for (const [question, answer] of Object.entries(answers)) this.#write(question, answer);
  }

  /**
   * Brings back, at the start, what was typed in the last moment before a crash: what is shown by then is what the
   * server has, with everything that is held applied.
   *
   * @param lastSeq Highest batch that the server has stored.
   */
  async recover(capture: AnswerCapture, lastSeq: number): Promise<void> {
    const expected = this.#model.answers.value;
    const notes = await this.#store.listNotes(this.#attemptId, ANSWER_NOTE).catch(() => new Map());
    for (const [question, answer] of missingAnswers(expected, readLocalAnswers(notes), lastSeq)) {
      if (Array.isArray(answer)) this.select(capture, question, answer);
      else this.edit(capture, { question, after: answer, inputType: "" });
    }
  }

  #put(question: string, answer: Answer): void {
    this.#model.answers.value = { ...this.#model.answers.value, [question]: answer };
    this.#write(question, answer);
  }

  #write(question: string, answer: Answer): void {
    this.#waiting.set(question, answer);
    this.#writeWaiting();
  }

  #writeWaiting(): void {
    for (const [question, value] of this.#waiting) {
      if (this.#writing >= MOST_WRITES) return;
      this.#waiting.delete(question);
      this.#writing++;
      const note = { value, seq: this.#nextSeq() };
      // A copy that cannot be written is missed only after a crash; that the disk fails is said elsewhere.
      this.#store.putNote(this.#attemptId, ANSWER_NOTE + question, note).catch(() => {}).finally(() => {
        this.#writing--;
        this.#writeWaiting();
      });
    }
  }
}
