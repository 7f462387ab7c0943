import type { KeyClass } from "../../protocol/events.ts";
import type { KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { edit, startOfText } from "./coauthor.ts";

const WRITING: ReadonlySet<KeyClass> = new Set(["letter", "digit", "space", "punctuation", "enter"]);

/**
 * Keys as exam events: each key, and the edit that it makes at the end of the text. Arrow keys move nothing, since
 * recordings name no cursor position.
 *
 * @param keys Sorted by time.
 *
 * @example
 * const key = { type: "keystroke_data", dwell: null, flight: null } as const;
 * const events = typedText([{ ...key, t: 0, key: "letter" }, { ...key, t: 90, key: "modifier" }]);
 * assert.deepEqual(events.map(({ type }) => type), ["keystroke_data", "answer_edit", "keystroke_data"]);
 */
export function typedText(keys: readonly KeyEvent[]): ScorableEvent[] {
  const place = startOfText();
  const events: ScorableEvent[] = [];
  for (const key of keys) {
    events.push(key);
    place.t = key.t;
    if (WRITING.has(key.key)) events.push(edit(place, 0, 1, "typing"));
    else if (key.key === "backspace") events.push(edit(place, 1, 0, "typing"));
  }
  return events;
}
