import {
  type AnswerEdit,
  type Batch,
  type CapturedEvent,
  InputKind as InputKinds,
  KeyClass as KeyClasses,
  MouseData,
} from "./events.ts";
import type { z } from "zod";
import * as limit from "./limits.ts";
import type { BatchEntry } from "./log_entry.ts";
import { RiskLevel } from "./risk.ts";

/** Wall clocks reach so far, in ms: what a `Date` can hold. */
const MOST_SENT_AT = 8.64e15;

type Fields = Record<string, unknown>;
type Edit = z.infer<typeof AnswerEdit>;
type Point = z.infer<typeof MouseData>["points"][number];

const LEVELS: ReadonlySet<unknown> = new Set(RiskLevel.options);
const KEY_CLASSES: ReadonlySet<unknown> = new Set(KeyClasses.options);
const INPUT_KINDS: ReadonlySet<unknown> = new Set(InputKinds.options);
const MOUSE_KINDS: ReadonlySet<unknown> = new Set(MouseData.shape.kind.options);
const POINTERS: ReadonlySet<unknown> = new Set(MouseData.shape.pointer.options);

/**
 * The events of a batch as {@link BatchEvents} would return them, or null for whatever is not plainly one of the common
 * forms: the schema then decides, and says what is wrong. Nothing is taken here that the schema refuses
 * (tests/protocol/read_events_test.ts holds both against each other), and fields come out in the same alphabetical order.
 *
 * Every keystroke of every student passes here; the schema's own walk is six times as long.
 *
 * @param value Anything that `JSON.parse` returned.
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(readEvents([{ type: "tab_switch", visible: true, t: 0 }]), [{ t: 0, type: "tab_switch", visible: true }]);
 * assert.equal(readEvents([{ type: "tab_switch", visible: "yes", t: 0 }]), null);
 * ```
 */
export function readEvents(value: unknown): CapturedEvent[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > limit.MAX_BATCH_EVENTS) return null;
  const events: CapturedEvent[] = new Array(value.length);
  for (let index = 0; index < value.length; index++) {
    const event = readEvent(value[index]);
    if (event === null) return null;
    events[index] = event;
  }
  return events;
}

function readEvent(value: unknown): CapturedEvent | null {
  if (!isRecord(value)) return null;
  const { t, type } = value;
  if (!isWhole(t, limit.MAX_EVENT_TIME_MS)) return null;
  switch (type) {
    case "keystroke_data":
      return readKeystroke(value, t);
    case "mouse_data":
      return readMouse(value, t);
    case "answer_edit":
      return readEdit(value, t);
    case "focus_change": {
      const { focused } = value;
      return typeof focused === "boolean" && hasFields(value, 3) ? { focused, t, type } : null;
    }
    case "tab_switch": {
      const { visible } = value;
      return typeof visible === "boolean" && hasFields(value, 3) ? { t, type, visible } : null;
    }
    case "copy_event":
    case "cut_event": {
      const { length } = value;
      return isWhole(length, limit.MAX_LENGTH) && hasFields(value, 3) ? { length, t, type } : null;
    }
    case "question_view": {
      const { question } = value;
      return isQuestion(question) && hasFields(value, 3) ? { question, t, type } : null;
    }
    case "idle": {
      const { duration } = value;
      const isDuration = isWithin(duration, 0, limit.MAX_EVENT_TIME_MS);
      return isDuration && hasFields(value, 3) ? { duration, t, type } : null;
    }
    case "paste_event": {
      const { length, origin } = value;
      if (!isWhole(length, limit.MAX_LENGTH) || (origin !== "exam" && origin !== "outside")) return null;
      return hasFields(value, 4) ? { length, origin, t, type } : null;
    }
    case "window_resize": {
      const { height, screenHeight, screenWidth, width } = value;
      if (!isWhole(height, limit.MAX_LENGTH) || !isWhole(screenHeight, limit.MAX_LENGTH)) return null;
      if (!isWhole(screenWidth, limit.MAX_LENGTH) || !isWhole(width, limit.MAX_LENGTH)) return null;
      return hasFields(value, 6) ? { height, screenHeight, screenWidth, t, type, width } : null;
    }
    default:
      return null;
  }
}

function readKeystroke(value: Fields, t: number): CapturedEvent | null {
  const { dwell, flight, key, repeat } = value;
  if (dwell !== null && !isWithin(dwell, 0, limit.MAX_KEY_TIME_MS)) return null;
  if (flight !== null && !isWithin(flight, -limit.MAX_KEY_TIME_MS, limit.MAX_KEY_TIME_MS)) return null;
  if (!isOneOf<z.infer<typeof KeyClasses>>(KEY_CLASSES, key)) return null;
  if (repeat === undefined) return hasFields(value, 5) ? { dwell, flight, key, t, type: "keystroke_data" } : null;
  if (typeof repeat !== "boolean" || !hasFields(value, 6)) return null;
  return { dwell, flight, key, repeat, t, type: "keystroke_data" };
}

function readMouse(value: Fields, t: number): CapturedEvent | null {
  const { kind, pointer, points } = value;
  if (!isOneOf<z.infer<typeof MouseData>["kind"]>(MOUSE_KINDS, kind)) return null;
  if (!isOneOf<z.infer<typeof MouseData>["pointer"]>(POINTERS, pointer)) return null;
  return isPath(points) && hasFields(value, 5) ? { kind, pointer, points, t, type: "mouse_data" } : null;
}

function isPath(points: unknown): points is Point[] {
  if (!Array.isArray(points) || points.length === 0 || points.length > limit.MAX_PATH_POINTS) return false;
  for (let index = 0; index < points.length; index++) {
    const point: unknown = points[index];
    const isPoint = Array.isArray(point) && point.length === 3 && isWithin(point[0], 0, limit.MAX_KEY_TIME_MS) &&
      isWithin(point[1], -limit.MAX_VIEWPORT_SHARE, limit.MAX_VIEWPORT_SHARE) &&
      isWithin(point[2], -limit.MAX_VIEWPORT_SHARE, limit.MAX_VIEWPORT_SHARE);
    if (!isPoint) return false;
  }
  return true;
}

function readEdit(value: Fields, t: number): CapturedEvent | null {
  const { at, input, inserted, question, removed } = value;
  if (!isWhole(at, limit.MAX_LENGTH) || !isWhole(removed, limit.MAX_LENGTH) || !isQuestion(question)) return null;
  if (typeof inserted !== "string" || inserted.length > limit.MAX_INSERT_CHARACTERS) return null;
  if (input === undefined) {
    return hasFields(value, 6) ? { at, inserted, question, removed, t, type: "answer_edit" } : null;
  }
  if (!isOneOf<NonNullable<Edit["input"]>>(INPUT_KINDS, input) || !hasFields(value, 7)) return null;
  return { at, input, inserted, question, removed, t, type: "answer_edit" };
}

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOneOf<Name extends string>(names: ReadonlySet<unknown>, value: unknown): value is Name {
  return names.has(value);
}

function isWhole(value: unknown, most: number): value is number {
  return Number.isInteger(value) && isWithin(value, 0, most);
}

/** Whether a value is a number between two others, both included; NaN is not, and -0 is left to the schema. */
function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most && !Object.is(value, -0);
}

function isFinite(value: unknown): value is number {
  return Number.isFinite(value);
}

function isQuestion(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= 100;
}

/** Whether an object of `JSON.parse` has so many fields. */
function hasFields(value: Fields, count: number): boolean {
  for (const _ in value) count--;
  return count === 0;
}

/** A student's `batch` message, or null for whatever {@link readEvents} or the schema must look at. */
export function readBatchMessage(value: unknown): ({ type: "batch" } & Batch) | null {
  if (!isRecord(value) || value.type !== "batch" || !hasFields(value, 4)) return null;
  const { seq, sentAt } = value;
  if (!isWhole(seq, Number.MAX_SAFE_INTEGER) || seq === 0 || !isWithin(sentAt, -MOST_SENT_AT, MOST_SENT_AT)) {
    return null;
  }
  const events = readEvents(value.events);
  return events === null ? null : { type: "batch", events, sentAt, seq };
}

/** A batch of the event log, or null for whatever the schema must look at. */
export function readBatchEntry(value: unknown): BatchEntry | null {
  if (!isRecord(value) || value.kind !== "batch" || !hasFields(value, 10)) return null;
  const { n, prev, received_at, context, seq, sentAt, late, report } = value;
  if (!isWhole(n, Number.MAX_SAFE_INTEGER) || n === 0 || !isWhole(seq, Number.MAX_SAFE_INTEGER) || seq === 0) {
    return null;
  }
  if (typeof prev !== "string" || typeof context !== "string" || typeof late !== "boolean") return null;
  if (!isFinite(received_at) || !isWithin(sentAt, -MOST_SENT_AT, MOST_SENT_AT)) return null;
  if (!isRecord(report) || !hasFields(report, 2)) return null;
  const { risk, level } = report;
  if (!isFinite(risk) || !isOneOf<RiskLevel>(LEVELS, level)) return null;
  const events = readEvents(value.events);
  if (events === null) return null;
  return { kind: "batch", n, prev, received_at, context, events, sentAt, seq, late, report: { risk, level } };
}
