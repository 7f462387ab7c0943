import type { CapturedEvent } from "./events.ts";

type AnswerEdit = Extract<CapturedEvent, { type: "answer_edit" }>;
type AnswerSelect = Extract<CapturedEvent, { type: "answer_select" }>;

/** An edit whose text was replaced by its length. */
export type RedactedEdit = Omit<AnswerEdit, "inserted"> & { inserted: number };
/** A choice whose text was replaced by how many were chosen. */
type RedactedSelect = Omit<AnswerSelect, "choices"> & { choices: number };

/** A key, as the fold reads it. */
export type KeyEvent = Extract<CapturedEvent, { type: "keystroke_data" }>;
/** An edit, with its text or with its length. */
export type EditEvent = AnswerEdit | RedactedEdit;

/** What the fold reads: a captured event, or its redacted form. The score is the same for both. */
export type ScorableEvent =
  | Exclude<CapturedEvent, { type: "answer_edit" | "answer_select" }>
  | EditEvent
  | AnswerSelect
  | RedactedSelect;

/**
 * Characters that an edit inserted, in UTF-16 code units, as `String.length` counts.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(insertedLength({ inserted: "abc" }), 3);
 * assert.equal(insertedLength({ inserted: 3 }), 3);
 * ```
 */
export function insertedLength(edit: { inserted: string | number }): number {
  return typeof edit.inserted === "string" ? edit.inserted.length : edit.inserted;
}

/**
 * The form in which an event leaves for a proctor's browser: lengths, never text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(
 *   redact({ at: 0, inserted: "abc", question: "q1", removed: 0, t: 5, type: "answer_edit" }),
 *   { at: 0, inserted: 3, question: "q1", removed: 0, t: 5, type: "answer_edit" },
 * );
 * ```
 */
export function redact(event: CapturedEvent): ScorableEvent {
  if (event.type === "answer_edit") return { ...event, inserted: event.inserted.length };
  if (event.type === "answer_select") return { ...event, choices: event.choices.length };
  return event;
}
