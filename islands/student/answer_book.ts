import type { CapturedEvent } from "../../protocol/events.ts";
import type { Answer, Answers } from "../../protocol/exam.ts";
import { MAX_ANSWER_CHARACTERS } from "../../protocol/limits.ts";
import type { Note } from "../link/outbox_store.ts";
import { applyChange } from "../capture/text_diff.ts";

/** A copy of one answer on the device. */
export interface LocalAnswer {
  value: Answer;
  /** Number of the batch that its last edit goes into. */
  seq: number;
}

/** Names of the notes that hold {@link LocalAnswer}s begin so. */
export const ANSWER_NOTE = "answer:";

/**
 * Answers after these events, as the server will have them.
 *
 * @example
 * const edit = { at: 0, inserted: "Hi", question: "q1", removed: 0, t: 5, type: "answer_edit" } as const;
 * assert.deepEqual(withEvents({}, [edit]), { q1: "Hi" });
 */
export function withEvents(answers: Answers, events: readonly CapturedEvent[]): Answers {
  const after = { ...answers };
  for (const event of events) {
    if (event.type === "answer_select") after[event.question] = event.choices;
    if (event.type !== "answer_edit") continue;
    after[event.question] = applyChange(textOf(after[event.question]), event).slice(0, MAX_ANSWER_CHARACTERS);
  }
  return after;
}

/**
 * Answers on this device that the server will not have, even once it has everything that is held: typed in the
 * last moment before a tab crashed.
 *
 * A copy counts only where its edit belongs to a batch that the server has not stored; where another device has
 * written since, the server's word counts.
 *
 * @param expected What the server has, with everything held applied.
 * @param lastSeq Highest batch that the server has stored.
 */
export function missingAnswers(
  expected: Answers,
  local: ReadonlyMap<string, LocalAnswer>,
  lastSeq: number,
): Map<string, Answer> {
  const missing = new Map<string, Answer>();
  for (const [question, { value, seq }] of local) {
    if (seq > lastSeq && !isSameAnswer(expected[question], value)) missing.set(question, value);
  }
  return missing;
}

/** Reads the copies back; what is not one is left out. */
export function readLocalAnswers(notes: ReadonlyMap<string, Note>): Map<string, LocalAnswer> {
  const local = new Map<string, LocalAnswer>();
  for (const [name, note] of notes) {
    if (note === null || typeof note !== "object" || Array.isArray(note)) continue;
    const { value, seq } = note;
    if (typeof seq !== "number" || !isAnswerValue(value)) continue;
    local.set(name.slice(ANSWER_NOTE.length), { value, seq });
  }
  return local;
}

/** Text of an answer; "" for none and for choices. */
export function textOf(answer: Answer | undefined): string {
  return typeof answer === "string" ? answer : "";
}

/** Chosen ids of an answer; none for text. */
export function choicesOf(answer: Answer | undefined): readonly string[] {
  return Array.isArray(answer) ? answer : [];
}

/** Whether a question has an answer that says something. */
export function isAnswered(answer: Answer | undefined): boolean {
  return typeof answer === "string" ? answer.trim() !== "" : choicesOf(answer).length > 0;
}

/** Words of a text, as word processors count: runs without white space. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function isAnswerValue(value: unknown): value is Answer {
  return typeof value === "string" || (Array.isArray(value) && value.every((choice) => typeof choice === "string"));
}

function isSameAnswer(a: Answer | undefined, b: Answer): boolean {
  if (Array.isArray(b)) return choicesOf(a).join("\n") === b.join("\n");
  return textOf(a) === b;
}
