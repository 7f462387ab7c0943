import type { CapturedEvent } from "../../protocol/events.ts";

/** Characters of each paste: half a page. */
const PASTE = 1_200;

/**
 * Batches of a sitting that gives every reason to look: text from outside comes in again and again, the tab is away
 * for half of the time, full screen is left and a second screen is there. Meant to reach 100.
 */
export function alarmingBatches(rounds = 14): CapturedEvent[][] {
  const batches: CapturedEvent[][] = [];
  for (let round = 0; round < rounds; round++) {
    const t = 1_000 + round * 50_000;
    batches.push([
      { extended: true, t, type: "display_change" },
      { active: round % 2 === 0, t: t + 10, type: "fullscreen_change" },
      { focused: false, t: t + 1_000, type: "focus_change" },
      { t: t + 1_010, type: "tab_switch", visible: false },
      { t: t + 28_000, type: "tab_switch", visible: true },
      { focused: true, t: t + 28_010, type: "focus_change" },
      { dwell: 90, flight: null, key: "shortcut", t: t + 29_000, type: "keystroke_data" },
      { length: PASTE, origin: "outside", t: t + 29_010, type: "paste_event" },
      {
        at: round * PASTE,
        input: "paste",
        inserted: "x".repeat(PASTE),
        question: "q1",
        removed: 0,
        t: t + 29_011,
        type: "answer_edit",
      },
      { height: 400, screenHeight: 1_080, screenWidth: 1_920, t: t + 31_000, type: "window_resize", width: 700 },
    ]);
  }
  return batches;
}
