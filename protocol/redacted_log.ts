import { NoticeKind, NoticeStep } from "./notice.ts";
import { z } from "zod";
import * as event from "./events.ts";
import { FlagState } from "./flag.ts";
import { StoredRisk } from "./log_entry.ts";
import { VerdictWord } from "./verdict_word.ts";

const length = z.int().min(0);

/** A captured event as it leaves for a proctor's browser: lengths and counts in place of a student's words. */
export const RedactedEvent = z.discriminatedUnion("type", [
  event.CaptureStart,
  event.KeystrokeData,
  event.MouseData,
  event.FocusChange,
  event.TabSwitch,
  event.CopyEvent,
  event.CutEvent,
  event.PasteEvent,
  event.WindowResize,
  event.FullscreenChange,
  event.DisplayChange,
  event.Idle,
  event.ConnectionChange,
  event.QuestionView,
  event.AnswerSelect.extend({ choices: length.describe("How many were chosen") }),
  event.AnswerEdit.extend({ inserted: length.describe("Characters that were put in") }),
]);
export type RedactedEvent = z.infer<typeof RedactedEvent>;

const link = { n: z.int().min(1), received_at: z.number(), context: z.string() };
const control = { ...link, by: z.string(), reason: z.string().nullable() };

/**
 * An entry of {@link RedactedLogPage} as far as a proctor's page reads it. Other fields, as the chain's hashes,
 * are let pass and dropped: the page does not check the chain.
 */
export const RedactedEntry = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("batch"),
    ...link,
    late: z.boolean(),
    events: z.array(RedactedEvent),
    report: StoredRisk,
    kept: z.array(z.int().min(0)).optional(),
    handed_over_by: z.string().optional(),
  }),
  z.object({ kind: z.literal("started"), ...control }),
  z.object({ kind: z.literal("admitted"), ...control }),
  z.object({ kind: z.literal("practised"), ...control, events: z.array(event.KeystrokeData) }),
  z.object({ kind: z.literal("paused"), ...control, until: z.number().optional() }),
  z.object({ kind: z.literal("resumed"), ...control }),
  z.object({ kind: z.literal("locked"), ...control }),
  z.object({ kind: z.literal("released"), ...control }),
  z.object({ kind: z.literal("extended"), ...control, minutes: z.number() }),
  z.object({
    kind: z.literal("answered"),
    ...control,
    applied: z.boolean().optional(),
    outside_characters: z.int().min(0).optional(),
  }),
  z.object({ kind: z.literal("taken_over"), ...control }),
  z.object({ kind: z.literal("handed_over"), ...control }),
  z.object({ kind: z.literal("noticed"), ...control, notice: NoticeKind }),
  z.object({ kind: z.literal("notice_reached"), ...control, step: NoticeStep }),
  z.object({ kind: z.literal("accommodated"), ...control }),
  z.object({ kind: z.literal("called"), ...control }),
  z.object({ kind: z.literal("flag_raised"), ...control }),
  z.object({ kind: z.literal("flag_decided"), ...control, state: FlagState }),
  z.object({ kind: z.literal("alert_handled"), ...control }),
  z.object({ kind: z.literal("device_released"), ...control }),
  z.object({ kind: z.literal("marked"), ...control }),
  z.object({ kind: z.literal("verdict_given"), ...control, verdict: VerdictWord }),
  z.object({ kind: z.literal("stated"), ...control, t: z.number().nullable() }),
  z.object({ kind: z.literal("noted"), ...control }),
  z.object({ kind: z.literal("file_received"), ...control, bytes: z.int() }),
  z.object({
    kind: z.literal("ended"),
    ...control,
    state: z.enum(["expired", "submitted", "terminated"]),
    cause: z.enum(["student", "deadline", "risk", "proctor"]),
  }),
]);
export type RedactedEntry = z.infer<typeof RedactedEntry>;
