import type { CapturedEvent } from "../../protocol/events.ts";
import type { Answer, Answers } from "../../protocol/items/answer.ts";
import { answerIds } from "../../protocol/items/answer_ids.ts";
import { choicesOf, textOf } from "../../protocol/items/answer_form.ts";
import { AnswerSheet } from "../../protocol/items/answer_sheet.ts";
import type { Note } from "../link/outbox_store.ts";

/** A copy of one answer on the device. */
interface LocalAnswer {
  value: Answer;
  /** Number of the batch that its last edit goes into. */
  seq: number;
}

/** Names of the notes that hold {@link LocalAnswer}s begin so. */
export const ANSWER_NOTE = "answer:";

/**
 * Answers after these events, as the server will have them.
 *
 * @param questions The paper's.
 *
 * @example
 * const edit = { at: 0, inserted: "Hi", question: "q1", removed: 0, t: 5, type: "answer_edit" } as const;
 * assert.deepEqual(withEvents([{ id: "q1" }], {}, [edit]), { q1: "Hi" });
 */
export function withEvents(
  questions: readonly Parameters<typeof answerIds>[0][],
  answers: Answers,
  events: readonly CapturedEvent[],
): Answers {
  const sheet = new AnswerSheet(new Set(questions.flatMap(answerIds)));
  sheet.restore(answers, null);
  for (const event of events) sheet.apply(event, Infinity);
  return sheet.toAnswers();
}

/**
 * What is shown after the server did not apply some edits: its answers to their questions, with what it has not seen yet
 * applied to them; of all others, what is shown already.
 *
 * @param shown What is shown.
 * @param servers The server's, of the questions that are meant.
 * @param events What it had not seen when it said so.
 */
export function withServers(shown: Answers, servers: Answers, events: readonly CapturedEvent[]): Answers {
  return { ...shown, ...withEvents(Object.keys(servers).map((id) => ({ id })), servers, events) };
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

function isAnswerValue(value: unknown): value is Answer {
  return typeof value === "string" || (Array.isArray(value) && value.every((choice) => typeof choice === "string"));
}

function isSameAnswer(a: Answer | undefined, b: Answer): boolean {
  if (Array.isArray(b)) return choicesOf(a).join("\n") === b.join("\n");
  return textOf(a) === b;
}
