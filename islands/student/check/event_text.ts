import type { CapturedEvent } from "../../../protocol/events.ts";
import type { Speaker } from "../../../words/speaker.ts";
import type { Sentences } from "../../../words/words.ts";

/**
 * A captured event in plain words, for whoever made it.
 *
 * @example
 * const speaker = new Speaker(ENGLISH.language, ENGLISH.counted);
 * const { live } = ENGLISH.sentences.check;
 * const key = { dwell: 92, flight: null, key: "letter", t: 5, type: "keystroke_data" } as const;
 * assert.equal(eventText(key, speaker, live), "A key: a letter, held 92 ms");
 */
export function eventText(event: CapturedEvent, speaker: Speaker, words: Sentences["check"]["live"]): string {
  switch (event.type) {
    case "keystroke_data": {
      const kind = words.kinds[event.key];
      return event.dwell === null
        ? speaker.say(words.keyWithoutTime, { kind })
        : speaker.say(words.key, { kind, held: Math.round(event.dwell) });
    }
    case "mouse_data":
      return words.pointer[event.kind];
    case "answer_edit": {
      const { inserted: { length: inserted }, removed } = event;
      if (removed === 0) return speaker.say(words.putIn, { inserted });
      return inserted === 0 ? speaker.say(words.takenOut, { removed }) : speaker.say(words.edit, { inserted, removed });
    }
    case "answer_select":
      return words.select;
    case "copy_event":
      return speaker.say(words.copied, { length: event.length });
    case "cut_event":
      return speaker.say(words.cut, { length: event.length });
    case "paste_event":
      return speaker.say(words.pasted, { length: event.length });
    case "focus_change":
      return event.focused ? words.cameBack : words.left;
    case "tab_switch":
      return event.visible ? words.shown : words.hidden;
    case "idle":
      return speaker.say(words.idle, { ms: event.duration });
    case "window_resize":
      return words.resized;
    case "fullscreen_change":
      return words.fullscreen[event.active ? "on" : "off"];
    case "display_change":
      return words.display[event.extended ? "several" : "one"];
    case "connection_change":
      return words.network[event.online ? "on" : "off"];
    case "capture_start":
    case "question_view":
      return words.begun;
  }
}
