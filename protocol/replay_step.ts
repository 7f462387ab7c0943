import type { CapturedEvent } from "./events.ts";
import type { ReplayStep } from "./replay.ts";

/** What an event is in a replay of how answers came to be; null where it is no part of one. */
export function stepOf(event: CapturedEvent): ReplayStep | null {
  const { t } = event;
  switch (event.type) {
    case "answer_edit": {
      const { question, at, removed, inserted, input } = event;
      return { kind: "edit", t, question, at, removed, inserted, ...(input && { input }) };
    }
    case "answer_select":
      return { kind: "choose", t, question: event.question, choices: event.choices };
    case "question_view":
      return { kind: "view", t, question: event.question };
    case "focus_change":
      return { kind: "focus", t, focused: event.focused };
    case "tab_switch":
      return { kind: "tab", t, visible: event.visible };
    case "connection_change":
      return { kind: "connection", t, online: event.online };
    default:
      return null;
  }
}
