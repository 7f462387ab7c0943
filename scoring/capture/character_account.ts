import { z } from "zod";
import { MAX_BACKSTEP_MS, MAX_LENGTH, MAX_QUESTIONS } from "../../protocol/limits.ts";
import { type EditEvent, insertedLength } from "../../protocol/scorable_event.ts";
import { RecentAnswers } from "../answers/recent_answers.ts";
import { exactLength } from "../signals/exact_length.ts";
import { LEAST_PASSAGE } from "../signals/known_passages.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { KeyCredit, KeyCreditSnapshot } from "./key_credit.ts";
import { isTypedPiece } from "./typed_pieces.ts";

/** A key that comes after its edit was pressed at most this long after it, in ms: whole ms round either way. */
const ROUNDING_MS = 1;

/** What is known of one answer, in characters. */
export interface AnswerRecord {
  /** Of its text now. */
  length: number;
  /** Entered in pieces that somebody can have typed. */
  entered: number;
  /** Of those, what nothing explains. */
  keyless: number;
}

/** What is known of an answer before its first edit. */
const unwritten = (): AnswerRecord => ({ length: 0, entered: 0, keyless: 0 });

const count = z.number().min(0);

/** What is remembered, as it is before the first event. */
const start = () => ({
  /** Of all answers, as in {@link AnswerRecord}. */
  entered: 0,
  keyless: 0,
  /** Edits that brought what nothing explains, speech left out, and how many characters they brought. */
  pieces: 0,
  pieceCharacters: 0,
  /** Removed, and not put back yet. */
  removed: 0,
  /** Characters of the last edits whose keys may still come, and when the last of them was. */
  owed: 0,
  owedMs: -1,
  fromMs: -1,
  toMs: -1,
});

/** A {@link CharacterAccount} in JSON. */
export const CharacterAccountSnapshot = z.strictObject({
  memory: memorySchema(start()),
  credit: KeyCreditSnapshot,
  answers: z.array(z.tuple([z.string(), count, count, count])).max(MAX_QUESTIONS).describe(
    "Question, length, entered, keyless; the answer that was opened last at the end",
  ),
});
export type CharacterAccountSnapshot = z.infer<typeof CharacterAccountSnapshot>;

/**
 * A running account, for each question, of characters that were entered against what explains them: a key near them in
 * time, the removal of as much, or text that was removed before and comes back. Text in larger pieces is not entered but
 * arrives, and is judged by `external_text`.
 *
 * Keys come with their release, so that one may follow its edit in the next batch: it explains it all the same.
 */
export class CharacterAccount {
  readonly #answers = new RecentAnswers(MAX_QUESTIONS, unwritten);
  readonly #credit = new KeyCredit();
  readonly #memory = start();

  /** Characters entered so far. */
  get entered(): number {
    return this.#memory.entered;
  }

  /** Of those, what nothing explains. */
  get keyless(): number {
    return this.#memory.keyless;
  }

  /** Mean length of what came in one piece without a key; 0 for nothing. Speech, which comes in phrases, is left out. */
  get pieceLength(): number {
    return this.#memory.pieces === 0 ? 0 : this.#memory.pieceCharacters / this.#memory.pieces;
  }

  /** Attempt time of the first and the last edit that nothing explains, in ms; −1 where there was none. */
  get fromMs(): number {
    return this.#memory.fromMs;
  }

  get toMs(): number {
    return this.#memory.toMs;
  }

  /** Every answer so far. */
  get answers(): Iterable<AnswerRecord> {
    return this.#answers.all;
  }

  /** A key that can bring a character was pressed at `t` ms. */
  press(t: number): void {
    const memory = this.#memory;
    if (memory.owed > 0 && t <= memory.owedMs + ROUNDING_MS) {
      if (t < memory.owedMs - MAX_BACKSTEP_MS) return;
      memory.owed--;
      memory.keyless--;
      this.#answers.current.keyless--;
      return;
    }
    // Keys come in the order of their presses: what is owed still was pressed by none.
    memory.owed = 0;
    this.#credit.press(t);
  }

  /**
   * Takes an edit in.
   *
   * @returns Characters that it entered beyond what it removed and what came back; 0 for what is not typing.
   */
  edit(event: EditEvent): number {
    const { t, question, input } = event;
    const memory = this.#memory;
    // The keys of another answer are none of this one's.
    if (this.#answers.isNew(question)) memory.owed = 0;
    const answer = this.#answers.turnTo(question);
    const inserted = exactLength(insertedLength(event));
    const removed = Math.min(event.removed, Math.max(0, answer.length - event.at));
    answer.length = Math.min(MAX_LENGTH, answer.length - removed + inserted);
    const grown = inserted - removed;
    if (grown <= 0) {
      memory.removed = Math.min(MAX_LENGTH, memory.removed - grown);
      return 0;
    }
    const byKeys = Math.min(grown, this.#credit.at(t));
    if (byKeys > 0) this.#credit.spend(byKeys);
    let left = grown - byKeys;
    let back = 0;
    if (left > 0 && (left >= LEAST_PASSAGE || input === "history")) {
      back = Math.min(left, memory.removed);
      memory.removed -= back;
      left -= back;
    }
    if (left > 0 && !isTypedPiece(left, input)) return 0;
    const entered = grown - back;
    answer.entered += entered;
    memory.entered += entered;
    if (left > 0) this.#owe(t, left, input);
    return entered;
  }

  #owe(t: number, characters: number, input: string | undefined): void {
    const memory = this.#memory;
    this.#answers.current.keyless += characters;
    memory.keyless += characters;
    if (input !== "dictation") {
      memory.pieces++;
      memory.pieceCharacters += characters;
    }
    if (t - memory.owedMs > MAX_BACKSTEP_MS) memory.owed = 0;
    memory.owed += characters;
    if (t > memory.owedMs) memory.owedMs = t;
    if (memory.fromMs < 0) memory.fromMs = t;
    if (t > memory.toMs) memory.toMs = t;
  }

  snapshot(): CharacterAccountSnapshot {
    return {
      memory: { ...this.#memory },
      credit: this.#credit.snapshot(),
      answers: this.#answers.entries().map(([question, { length, entered, keyless }]) => [
        question,
        length,
        entered,
        keyless,
      ]),
    };
  }

  restore({ memory, credit, answers }: CharacterAccountSnapshot): void {
    Object.assign(this.#memory, memory);
    this.#credit.restore(credit);
    this.#answers.restore(
      answers.map(([question, length, entered, keyless]) => [question, { length, entered, keyless }]),
    );
  }
}
