import { EVENT_SCHEMAS, type EventType } from "../../protocol/events.ts";

/** Version of what students consent to. It changes whenever a word of the catalogue does: a test holds that. */
export const CONSENT_VERSION = "2025-11-21";

/** What kinds of events are about, in the order that they are told. */
export const CAPTURE_TOPICS = [
  "Your answers",
  "Keyboard",
  "Pointer",
  "Copy and paste",
  "Window",
  "Time and connection",
] as const;
export type CaptureTopic = (typeof CAPTURE_TOPICS)[number];

interface Purpose {
  topic: CaptureTopic;
  purpose: string;
}

/** Why each kind of event is captured, for whoever is asked to consent. */
const PURPOSES: Readonly<Record<EventType, Purpose>> = {
  answer_edit: {
    topic: "Your answers",
    purpose: "So that nothing you write is lost, and so that it can be shown how an answer came to be.",
  },
  answer_select: { topic: "Your answers", purpose: "So that your choices are saved as you make them." },
  question_view: {
    topic: "Your answers",
    purpose: "So that what is seen can be told apart by question, and compared with your own earlier ones.",
  },
  keystroke_data: {
    topic: "Keyboard",
    purpose: "The rhythm of typing shows whether the same person goes on writing, and whether a text is being copied.",
  },
  mouse_data: {
    topic: "Pointer",
    purpose: "The way a pointer moves shows whether a person or a program is at work.",
  },
  copy_event: { topic: "Copy and paste", purpose: "So that text you move within the exam is known to be yours." },
  cut_event: { topic: "Copy and paste", purpose: "So that text you move within the exam is known to be yours." },
  paste_event: { topic: "Copy and paste", purpose: "Text from outside the exam may need an explanation." },
  focus_change: { topic: "Window", purpose: "Time spent in another window may need an explanation." },
  tab_switch: { topic: "Window", purpose: "Time spent in another tab may need an explanation." },
  window_resize: { topic: "Window", purpose: "A window made small may leave room for another one beside it." },
  fullscreen_change: { topic: "Window", purpose: "Leaving full screen may bring another window to view." },
  display_change: { topic: "Window", purpose: "A second screen can show what the first one does not." },
  idle: { topic: "Time and connection", purpose: "So that a pause is known as a pause." },
  connection_change: {
    topic: "Time and connection",
    purpose: "So that a lost network is never mistaken for anything else.",
  },
};

/** One kind of captured event, in words. */
export interface CatalogueEntry {
  type: EventType;
  topic: CaptureTopic;
  /** What is captured. */
  seen: string;
  /** Why. */
  purpose: string;
}

/**
 * Everything that is captured and why, made from the schemas that captured events must pass: what is not in here
 * is not taken by the server.
 *
 * @throws {TypeError} If a schema has no description.
 */
export function captureCatalogue(): CatalogueEntry[] {
  const entries = EVENT_SCHEMAS.map((schema): CatalogueEntry => {
    const type = schema.shape.type.value;
    if (schema.description === undefined) throw new TypeError(`Cannot tell what ${type} is: its schema says nothing`);
    return { type, seen: schema.description, ...PURPOSES[type] };
  });
  const rank = (entry: CatalogueEntry) => CAPTURE_TOPICS.indexOf(entry.topic);
  return entries.sort((a, b) => rank(a) - rank(b));
}

/** What is never captured, whatever an exam's policy says. */
export const NEVER_CAPTURED: readonly string[] = [
  "No camera, no microphone, no picture of your screen.",
  "Not which keys you press outside your answers: only what kind of key, and when.",
  "Not what is on your clipboard. Text that you paste into an answer becomes a part of the answer.",
  "Nothing before you agree, and nothing after you submit.",
];
