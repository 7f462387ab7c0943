import { z } from "zod";
import * as limit from "./limits.ts";

/** What watches an attempt that is written on pages of others. */
export const WatchedBy = z.enum(["embed", "extension"]);
export type WatchedBy = z.infer<typeof WatchedBy>;

// The fields of every schema below stand in alphabetical order, and zod rebuilds objects in schema order:
// JSON.stringify of a parsed batch is therefore its canonical JSON (RFC 8785), which `eventsHash` relies on.
// tests/protocol/events_test.ts holds this.

/** A `-0` is a 0 from here on: JSON can carry it in, and writes it back as 0, so that a replay would differ in its sign. */
function withPlainZero(schema: z.ZodNumber): z.ZodNumber {
  return schema.overwrite((value) => value + 0);
}

const time = withPlainZero(z.int().min(0).max(limit.MAX_EVENT_TIME_MS))
  .describe("Milliseconds since the attempt began, on the student's monotonic clock, of the event's begin");
const duration = withPlainZero(z.number().min(0).max(limit.MAX_KEY_TIME_MS));
const length = withPlainZero(z.int().min(0).max(limit.MAX_LENGTH));
const question = z.string().min(1).max(100);

/** What kind of key was pressed. Never which one. */
export const KeyClass = z.enum([
  "letter",
  "digit",
  "space",
  "punctuation",
  "enter",
  "tab",
  "backspace",
  "delete",
  "arrow",
  "navigation",
  "modifier",
  "shortcut",
  "function",
  "other",
]);
export type KeyClass = z.infer<typeof KeyClass>;

const scripted = z.boolean().optional().describe("The browser said that a script made it, and no device (`isTrusted`)");

export const CaptureStart = z.strictObject({
  by: z.enum(["page", ...WatchedBy.options]),
  driven: z.boolean().optional().describe("The browser says that a program drives it (`navigator.webdriver`)"),
  signals: z.array(z.string().max(limit.MAX_SIGNAL_NAME)).max(limit.MAX_CAPTURE_SIGNALS)
    .describe("What this page is able to capture, by name"),
  t: time,
  type: z.literal("capture_start"),
}).describe("The page began to capture: what it is able to see, and whether a program drives the browser.");

export const KeystrokeData = z.strictObject({
  dwell: duration.nullable().describe("Milliseconds the key was held; null where no key-up was seen"),
  flight: withPlainZero(z.number().min(-limit.MAX_KEY_TIME_MS).max(limit.MAX_KEY_TIME_MS)).nullable()
    .describe(
      "Milliseconds from the previous key's release to this press; negative when they overlap; null when unknown",
    ),
  key: KeyClass,
  repeat: z.boolean().optional().describe("Auto-repeat of a held key"),
  scripted,
  t: time,
  type: z.literal("keystroke_data"),
}).describe("A key was pressed: what kind of key, how long it was held, how long after the last one. Not which key.");

const share = withPlainZero(z.number().min(-limit.MAX_VIEWPORT_SHARE).max(limit.MAX_VIEWPORT_SHARE));

export const MouseData = z.strictObject({
  centre: withPlainZero(z.number().min(0).max(limit.MAX_CENTRE)).optional().describe(
    "Of a press: distance from the middle of what was pressed, as a share of its half width and height; 0 is the exact middle",
  ),
  kind: z.enum(["move", "down", "up", "wheel"]),
  pointer: z.enum(["mouse", "touch", "pen"]),
  points: z.array(z.tuple([duration, share, share])).min(1).max(limit.MAX_PATH_POINTS)
    .describe("[ms after t, x, y]; x and y as shares of the viewport"),
  scripted,
  t: time,
  type: z.literal("mouse_data"),
}).describe("Where the pointer moved, pressed or scrolled, as shares of the window.");

export const FocusChange = z.strictObject({
  focused: z.boolean(),
  t: time,
  type: z.literal("focus_change"),
}).describe("The exam's window lost or regained the keyboard.");

export const TabSwitch = z.strictObject({
  t: time,
  type: z.literal("tab_switch"),
  visible: z.boolean(),
}).describe("The exam's tab was hidden or shown again.");

export const CopyEvent = z.strictObject({
  length,
  t: time,
  type: z.literal("copy_event"),
}).describe("Text on the page was copied: how many characters, not which.");

export const CutEvent = z.strictObject({
  length,
  t: time,
  type: z.literal("cut_event"),
}).describe("Text in an answer was cut: how many characters.");

export const PasteEvent = z.strictObject({
  length,
  origin: z.enum(["exam", "outside"]),
  t: time,
  type: z.literal("paste_event"),
}).describe("Text was pasted: how many characters, and whether it came from this exam.");

export const WindowResize = z.strictObject({
  height: length,
  screenHeight: length,
  screenWidth: length,
  t: time,
  type: z.literal("window_resize"),
  width: length,
}).describe("The window's size changed.");

export const FullscreenChange = z.strictObject({
  active: z.boolean(),
  t: time,
  type: z.literal("fullscreen_change"),
}).describe("Full screen was entered or left.");

export const DisplayChange = z.strictObject({
  extended: z.boolean(),
  t: time,
  type: z.literal("display_change"),
}).describe("Whether the browser reports more than one screen.");

export const Idle = z.strictObject({
  duration: withPlainZero(z.number().min(0).max(limit.MAX_EVENT_TIME_MS)),
  t: time,
  type: z.literal("idle"),
}).describe("A time without any input.");

export const ConnectionChange = z.strictObject({
  online: z.boolean(),
  t: time,
  type: z.literal("connection_change"),
}).describe("The browser went offline or came back. Never a reason for risk.");

export const QuestionView = z.strictObject({
  question,
  t: time,
  type: z.literal("question_view"),
}).describe("A question was opened.");

export const AnswerSelect = z.strictObject({
  choices: z.array(z.string().max(1_000)).max(limit.MAX_CHOICES),
  question,
  scripted,
  t: time,
  type: z.literal("answer_select"),
}).describe("A choice was made: your answer.");

/** How an edit entered the text, from `InputEvent.inputType`. */
export const InputKind = z.enum([
  "typing",
  "composition",
  "replacement",
  "dictation",
  "history",
  "paste",
  "drop",
  "other",
]);
export type InputKind = z.infer<typeof InputKind>;

export const AnswerEdit = z.strictObject({
  at: length,
  input: InputKind.optional(),
  inserted: z.string().max(limit.MAX_INSERT_CHARACTERS),
  question,
  removed: length,
  scripted,
  t: time,
  type: z.literal("answer_edit"),
}).describe("Your answer's text changed: where, how much was removed, and the text that was put in, with its time.");

/** One captured event, discriminated on `type`. */
export const CapturedEvent = z.discriminatedUnion("type", [
  CaptureStart,
  KeystrokeData,
  MouseData,
  FocusChange,
  TabSwitch,
  CopyEvent,
  CutEvent,
  PasteEvent,
  WindowResize,
  FullscreenChange,
  DisplayChange,
  Idle,
  ConnectionChange,
  QuestionView,
  AnswerSelect,
  AnswerEdit,
]);
export type CapturedEvent = z.infer<typeof CapturedEvent>;
export type EventType = CapturedEvent["type"];

/** Every schema of the union, for the capture catalogue, the consent page and the data-protection page. */
export const EVENT_SCHEMAS = CapturedEvent.options;

/**
 * Index of the first event that lies before its predecessor, or −1 where `events` is sorted by `t`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(firstUnsorted([{ t: 1 }, { t: 3 }, { t: 2 }]), 2);
 * ```
 */
export function firstUnsorted(events: readonly { t: number }[]): number {
  for (let index = 1; index < events.length; index++) {
    if (events[index].t < events[index - 1].t) return index;
  }
  return -1;
}

/** The events of one batch: 1 to {@link limit.MAX_BATCH_EVENTS}. That they are sorted is the event log's check. */
export const BatchEvents = z.array(CapturedEvent).min(1).max(limit.MAX_BATCH_EVENTS);

/** Fields of a batch, as the socket and `/log_activity` carry them. */
export const BatchFields = {
  events: BatchEvents,
  sentAt: withPlainZero(z.number().min(-8.64e15).max(8.64e15)).describe(
    "The student's wall clock, ms since 1970. Kept, never trusted",
  ),
  seq: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
};

/** A numbered group of captured events of one attempt. */
export const Batch = z.strictObject(BatchFields);
export type Batch = z.infer<typeof Batch>;
