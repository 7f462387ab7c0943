import { EVENT_SCHEMAS, type EventType } from "../../protocol/events.ts";

/** Version of what students consent to. It changes whenever a word of the catalogue does: a test holds that. */
export const CONSENT_VERSION = "2026-11-27";

/** What kinds of events are about, in the order that they are told; `words/` calls them by name. */
export const CAPTURE_TOPICS = ["answers", "keyboard", "pointer", "clipboard", "window", "time"] as const;
type CaptureTopic = (typeof CAPTURE_TOPICS)[number];

const TOPICS: Readonly<Record<EventType, CaptureTopic>> = {
  answer_edit: "answers",
  answer_select: "answers",
  question_view: "answers",
  keystroke_data: "keyboard",
  mouse_data: "pointer",
  copy_event: "clipboard",
  cut_event: "clipboard",
  paste_event: "clipboard",
  focus_change: "window",
  tab_switch: "window",
  window_resize: "window",
  fullscreen_change: "window",
  display_change: "window",
  idle: "time",
  connection_change: "time",
  capture_start: "time",
};

/**
 * Everything that is captured, by topic, made from the schemas that captured events must pass: what is not in here is
 * not taken by the server. `words/` says what each kind of event is, and why it is captured.
 */
export const CAPTURE_CATALOGUE: readonly { type: EventType; topic: CaptureTopic }[] = EVENT_SCHEMAS
  .map((schema) => ({ type: schema.shape.type.value, topic: TOPICS[schema.shape.type.value] }))
  .sort((a, b) => CAPTURE_TOPICS.indexOf(a.topic) - CAPTURE_TOPICS.indexOf(b.topic));
