import type { RedactedEntry, RedactedEvent } from "../../../protocol/redacted_log.ts";
import type { feed } from "../../../words/en/feed.ts";
import type { Told } from "../../../words/sentence.ts";
import type { Deed } from "./deed_text.tsx";

/** What a line of the feed says of the student's own events. */
export type FeedLine = Told<typeof feed["lines"]>;

/** Events that say something by themselves. */
type Simple = Exclude<
  RedactedEvent,
  { type: "keystroke_data" | "mouse_data" | "answer_edit" | "focus_change" | "tab_switch" | "idle" }
>;

/** What a simple event says. @param numberOf A question's number in the paper. */
export function simple(event: Simple, numberOf: (question: string) => number | string): FeedLine {
  switch (event.type) {
    case "capture_start":
      if (event.signals.length === 0) return { key: "captureNotStarted", values: {} };
      return { key: event.driven === true ? "captureStartedDriven" : "captureStarted", values: {} };
    case "copy_event":
      return { key: "copied", values: { n: event.length } };
    case "cut_event":
      return { key: "cut", values: { n: event.length } };
    case "paste_event":
      return { key: event.origin === "exam" ? "pastedInside" : "pastedOutside", values: { n: event.length } };
    case "window_resize":
      return { key: "resized", values: pixels(event) };
    case "fullscreen_change":
      return { key: event.active ? "fullscreen" : "fullscreenLeft", values: {} };
    case "display_change":
      return { key: event.extended ? "screens" : "oneScreen", values: {} };
    case "connection_change":
      return { key: event.online ? "online" : "offline", values: {} };
    case "question_view":
      return { key: "opened", values: { question: numberOf(event.question) } };
    case "answer_select":
      return { key: event.choices === 0 ? "cleared" : "answered", values: { question: numberOf(event.question) } };
  }
}

/** Sizes are written without separators, as everywhere where pixels are told. */
function pixels({ width, height, screenWidth, screenHeight }: Extract<Simple, { type: "window_resize" }>) {
  return {
    width: String(width),
    height: String(height),
    screenWidth: String(screenWidth),
    screenHeight: String(screenHeight),
  };
}

/** A spell of writing, summed up: keys, and characters added and removed. */
export function written({ keys, added, removed }: { keys: number; added: number; removed: number }): FeedLine {
  if (added === 0 && removed === 0) return { key: "writing", values: { keys } };
  if (removed === 0) return { key: "writingAdded", values: { keys, added } };
  if (added === 0) return { key: "writingRemoved", values: { keys, removed } };
  return { key: "writingBoth", values: { keys, added, removed } };
}

/** Whether a signal looks at it. */
export function isNotable(event: Simple): boolean {
  return (event.type === "capture_start" && (event.driven === true || event.signals.length === 0)) ||
    (event.type === "paste_event" && event.origin === "outside") ||
    (event.type === "fullscreen_change" && !event.active) || (event.type === "display_change" && event.extended);
}

/** An edit of an answer. */
export type Edit = Extract<RedactedEvent, { type: "answer_edit" }>;

/** Writing is what hands and history do; the rest arrived as a piece. */
export function isWriting(input: Edit["input"]): boolean {
  return input === undefined || input === "typing" || input === "composition" || input === "history";
}

/** Whether each of its characters has a key. */
export function isTyping(input: Edit["input"]): boolean {
  return input === undefined || input === "typing";
}

/** A piece of text that came otherwise than by hand, by what the browser says of the input. */
export function arrived({ input, inserted }: Edit, question: number | string): FeedLine {
  const values = { n: inserted, question };
  switch (input) {
    case "dictation":
      return { key: "dictated", values };
    case "replacement":
      return { key: "corrected", values };
    case "drop":
      return { key: "dropped", values };
    case "paste":
      return { key: "putByPaste", values };
    default:
      return { key: "putAtOnce", values };
  }
}

/** A pause, or a break until a moment: granted, or taken by the student. */
export function paused(until: number | undefined, at: number, by: string): Deed["done"] {
  if (until === undefined) return { key: "paused", values: {} };
  const minutes = Math.max(1, Math.round((until - at) / 60_000));
  return { key: by === "student" ? "tookBreak" : "onBreak", values: { minutes } };
}

type Control = Exclude<RedactedEntry, { kind: "batch" }>;

/** What an entry that is no batch says was done. */
export function deedOf(entry: Control): Deed {
  const { by, reason } = entry;
  switch (entry.kind) {
    case "answered":
      return answersGiven(entry);
    case "started":
      return { done: { key: entry.kind, values: {} }, by: null, reason: null };
    case "paused":
      return { done: paused(entry.until, entry.received_at, by), by, reason };
    case "extended":
      return { done: extended(entry.minutes), by, reason };
    case "noticed":
      return { done: { key: entry.notice === "warning" ? "warned" : "messaged", values: {} }, by, reason };
    case "notice_reached":
      return { done: { key: REACHED[entry.step], values: {} }, by: entry.step === "withdrawn" ? by : null, reason };
    case "ended":
      return { done: { key: entry.state, values: {} }, by, reason };
    case "locked":
      return locked(entry);
    default:
      return { done: { key: entry.kind, values: {} }, by, reason };
  }
}

const REACHED = { seen: "noticeSeen", delivered: "noticeDelivered", withdrawn: "noticeWithdrawn" } as const;

/** More time, or time that was taken back. */
export function extended(minutes: number): Deed["done"] {
  return { key: minutes < 0 ? "shortenedBy" : "extendedBy", values: { minutes: Math.abs(minutes) } };
}

/** A lock: by somebody of the staff, or by the exam's policy at a risk of 100. */
export function locked({ by, reason }: { by: string; reason: string | null }): Deed {
  if (by === "system" && reason === null) return { done: { key: "lockedAtHundred", values: {} }, by: null, reason };
  return { done: { key: "locked", values: {} }, by, reason };
}

/** Answers that came as a whole: with a submission, or applied by somebody of the staff. */
export function answersGiven({ by, reason, applied }: { by: string; reason: string | null; applied?: boolean }): Deed {
  if (by !== "student") return { done: { key: "appliedLate", values: {} }, by, reason };
  return { done: { key: applied === false ? "answeredLate" : "answered", values: {} }, by: null, reason: null };
}
