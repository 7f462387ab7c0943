import type { Batch } from "../../protocol/events.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import { type AnswerSheet, isAnswerEvent } from "../../protocol/items/answer_sheet.ts";
import type { AnswersAsOf } from "../../protocol/log_activity.ts";
import type { NewEntry } from "../log/entry.ts";

/** What became of a batch. Everything else is a thrown {@link Refusal}. */
export type BatchOutcome =
  | { kind: "ack"; seq: number; answers?: AnswersAsOf }
  | { kind: "expected"; seq: number }
  | { kind: "conflict"; seq: number; lastSeq: number };

/**
 * The answer to a stored batch. Edits are positional: where some were kept and not applied, it brings the answers that the
 * page goes on from.
 *
 * @param kept Indices of those edits.
 * @param lastSeq The batch that the sheet is as of.
 */
export function ackOf(
  { seq, events }: Pick<Batch, "seq" | "events">,
  kept: readonly number[],
  sheet: AnswerSheet,
  lastSeq: number,
): BatchOutcome {
  if (kept.length === 0) return { kind: "ack", seq };
  // Each question once: an answer may be long, and a batch have hundreds of edits of it.
  const byQuestion = new Map(
    kept.map((index) => events[index]).filter(isAnswerEvent).map((edit) => [edit.question, edit]),
  );
  const answers: Answers = {};
  for (const [question, { type }] of byQuestion) {
    if (sheet.has(question)) answers[question] = sheet.get(question) ?? (type === "answer_edit" ? "" : []);
  }
  return { kind: "ack", seq, answers: { seq: lastSeq, answers } };
}

/** Indices of a batch's edits that were kept and not applied. */
export function keptIn(entry: NewEntry): readonly number[] {
  return entry.kind === "batch" ? entry.kept ?? [] : [];
}

/** Indices of a batch's edits and choices. */
export function answerIndices({ events }: Pick<Batch, "events">): number[] {
  return events.flatMap((event, index) => isAnswerEvent(event) ? [index] : []);
}
