import { z } from "zod";
import { Batch } from "./events.ts";
import { MAX_LATE_BATCHES, MAX_NOTE_CHARACTERS } from "./limits.ts";

/**
 * Work that a device still holds after the grace, as the student's page gives it in a file: one JSON document, UTF-8, at most
 * `MAX_LATE_WORK_BYTES`. `batches` are the outbox's, oldest first, with the numbers, wall clocks and events that they would
 * have been sent with; `last_hash` is what the last `welcome` said, null for none. A proctor takes it in with
 * `POST /api/exams/{exam_id}/attempts/{attempt_id}/late_work`: what the log has already is passed over, so that a file can
 * be given twice.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const text = JSON.stringify({
 *   attempt_id: "a1",
 *   batches: [{ seq: 12, sentAt: 1_790_000_000_000, events: [{ type: "idle", t: 60_000, duration: 60_000 }] }],
 *   last_hash: null,
 * });
 * assert.equal(LateWork.parse(JSON.parse(text)).batches.length, 1);
 * ```
 */
export const LateWork = z.strictObject({
  attempt_id: z.string().min(1).max(64),
  batches: z.array(Batch).min(1).max(MAX_LATE_BATCHES),
  last_hash: z.string().max(64).nullable(),
});
export type LateWork = z.infer<typeof LateWork>;

/** What became of a file: how many batches were new, and how many the log had. */
export const LateWorkAnswer = z.strictObject({
  taken: z.int(),
  known: z.int(),
  edits: z.int().describe("Edits and choices among the new ones: kept as evidence, not applied"),
});
export type LateWorkAnswer = z.infer<typeof LateWorkAnswer>;

/** A proctor's decision that work handed over late counts: its reason stands in the log. */
export const ApplyLateWorkBody = z.strictObject({ reason: z.string().trim().min(1).max(MAX_NOTE_CHARACTERS) });

/** The questions whose answers changed by it. */
export const ApplyLateWorkAnswer = z.strictObject({ questions: z.array(z.string()) });
