import assert from "node:assert/strict";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { Display } from "../../../scoring/signals/display.ts";

function after(events: readonly ScorableEvent[]): Display {
  const display = new Display();
  for (const event of events) display.observe(event);
  return display;
}

const screens = (t: number, extended: boolean): ScorableEvent => ({ type: "display_change", extended, t });
const full = (t: number, active: boolean): ScorableEvent => ({ type: "fullscreen_change", active, t });
const resize = (t: number, width: number): ScorableEvent => ({
  type: "window_resize",
  width,
  height: 800,
  screenWidth: 1_920,
  screenHeight: 1_080,
  t,
});

Deno.test("[SG20] display is null until something is known of the display", () => {
  assert.equal(after([]).score(60_000), null);
  assert.equal(after([screens(0, false)]).score(60_000), 0);
});

Deno.test("[SG21] a second screen from the start says little, one that comes later more", () => {
  const start = after([screens(0, true)]).score(60_000)!;
  const later = after([screens(0, false), screens(600_000, true)]).score(660_000)!;
  assert.ok(start > 0 && start < 0.3 && later > start);
});

Deno.test("[SG22] full screen left for a second or more counts by its time; below, nothing", () => {
  assert.equal(after([full(0, true), full(5_000, false), full(5_900, true)]).score(60_000), 0);
  const display = after([full(0, true), full(5_000, false), full(35_000, true)]);
  assert.ok(display.score(60_000)! > 0.1);
  assert.deepEqual(display.evidence(), {
    code: "full_screen_left",
    numbers: { left_times: 1, left_ms: 30_000 },
    from: 5_000,
    to: 35_000,
  });
});

Deno.test("[SG23] a window beside another counts on a wide screen only", () => {
  assert.ok(after([resize(0, 900), resize(200_000, 1_900)]).score(200_000)! > 0.1);
  const phone: ScorableEvent = {
    type: "window_resize",
    width: 300,
    height: 500,
    screenWidth: 800,
    screenHeight: 400,
    t: 0,
  };
  assert.equal(after([phone]).score(200_000), 0);
});

Deno.test("[SG25] zoom narrows no window, and a window beside another is narrow at every zoom", () => {
  for (
    const [screenWidth, screenHeight, pageHeight] of [[1_920, 1_080, 913], [1_366, 768, 625], [2_560, 1_440, 1_440]]
  ) {
    for (const zoom of [0.5, 1, 1.1, 1.25, 1.5, 1.75, 2, 3, 5]) {
      const zoomed = (share: number): ScorableEvent => ({
        ...{ type: "window_resize", screenWidth, screenHeight, t: 0 },
        width: Math.round(screenWidth * share / zoom),
        height: Math.round(pageHeight / zoom),
      });
      const score = (share: number) => after([zoomed(share)]).score(600_000)!;
      assert.equal(score(1), 0, `${screenWidth} px wide at ${zoom}`);
      if (zoom >= 1) assert.ok(score(0.5) > 0, `half of ${screenWidth} px at ${zoom}`);
    }
  }
});

Deno.test("[SG24] what lasts through a pause counts before and after it, not within", () => {
  const display = after([full(0, true), full(10_000, false)]);
  display.observe(screens(20_000, false));
  display.hold(true);
  display.observe(screens(500_000, false));
  display.hold(false);
  display.observe(screens(900_000, false));
  display.observe(full(910_000, true));
  const { left_times, left_ms } = display.evidence()!.numbers;
  assert.deepEqual([left_times, left_ms], [2, 20_000]);
});
