import type { CapturedEvent } from "../../protocol/events.ts";

/** Text of the example; letters, spaces and a full stop. */
const TEXT =
  "A fixed example of a minute of writing, so that anybody can check what features come out of which events.";

/**
 * A fixed minute of an exam: a sentence typed with even dwell and flight, a pointer that crosses the page, one look
 * away. Made by rule, not recorded: the same everywhere, for `/features/test`.
 */
export function featureExample(): CapturedEvent[] {
  const events: CapturedEvent[] = [{ question: "q1", t: 0, type: "question_view" }];
  for (let step = 0; step < 20; step++) {
    const x = 0.2 + 0.03 * step;
    const points: [number, number, number][] = [[0, x, 0.4], [40, x + 0.01, 0.41], [80, x + 0.02, 0.42]];
    events.push({ kind: "move", pointer: "mouse", points, t: 500 + 100 * step, type: "mouse_data" });
  }
  for (let index = 0; index < TEXT.length; index++) {
    const t = 3_000 + 400 * index;
    const letter = TEXT[index];
    const key = letter === " " ? "space" : /[.,]/.test(letter) ? "punctuation" : "letter";
    const flight = index === 0 ? null : 290 + 20 * (index % 3);
    events.push({ dwell: 80 + 10 * (index % 4), flight, key, t, type: "keystroke_data" });
    events.push({ at: index, input: "typing", inserted: letter, question: "q1", removed: 0, t, type: "answer_edit" });
  }
  events.push({ focused: false, t: 48_000, type: "focus_change" }, { focused: true, t: 52_000, type: "focus_change" });
  return events;
}
