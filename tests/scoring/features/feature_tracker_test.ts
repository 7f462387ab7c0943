import assert from "node:assert/strict";
import fc from "fast-check";
import type { KeyClass } from "../../../protocol/events.ts";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { FEATURE_INDEX, type FeatureName, FEATURES } from "../../../scoring/features/catalogue.ts";
import { Column } from "../../../scoring/features/columns.ts";
import { FeatureTracker } from "../../../scoring/features/feature_tracker.ts";
import { arbitraryEvents } from "../support/arbitrary_events.ts";
import { paste } from "../support/sitting.ts";

function after(events: readonly ScorableEvent[]): FeatureTracker {
  const tracker = new FeatureTracker(10_000, 30);
  for (const event of events) tracker.observe(event);
  return tracker;
}

function read(events: readonly ScorableEvent[], name: FeatureName): number {
  return after(events).read()[FEATURE_INDEX[name]];
}

const key = (t: number, key: KeyClass, dwell: number | null = 90, flight: number | null = 110): ScorableEvent => ({
  type: "keystroke_data",
  key,
  dwell,
  flight,
  t,
});
const keys = (count: number, kind: KeyClass, fromT: number): ScorableEvent[] =>
  Array.from({ length: count }, (_, index) => key(fromT + index * 150, kind));
const tab = (t: number, visible: boolean): ScorableEvent => ({ type: "tab_switch", visible, t });
const focus = (t: number, focused: boolean): ScorableEvent => ({ type: "focus_change", focused, t });

Deno.test("[SC11] features over the rolling window equal those of the window's events alone", () => {
  // What began before the window and goes on within it is left out here; it has tests of its own.
  const plain = arbitraryEvents.map((events) =>
    events.filter(({ type }) =>
      ["keystroke_data", "mouse_data", "copy_event", "cut_event", "paste_event"].includes(type)
    )
  );
  const own = ["avg_norm_x", "std_norm_y", "shortcut_key_ratio", "backspace_ratio", "mean_dwell", "std_dwell"] as const;
  fc.assert(fc.property(plain, (events) => {
    const rolling = after(events);
    const startMs = rolling.ring.startMs;
    const fresh = after(events.filter(({ t }) => t >= startMs));
    for (const name of own) assert.equal(rolling.read()[FEATURE_INDEX[name]], fresh.read()[FEATURE_INDEX[name]], name);
    for (const column of [Column.presses, Column.copies, Column.points, Column.flights, Column.path_px]) {
      assert.equal(rolling.ring.sums[column], fresh.ring.sums[column]);
    }
  }));
});

Deno.test("[SC11] every feature stays within its range, whatever happens", () => {
  fc.assert(fc.property(arbitraryEvents, (events) => {
    const tracker = after(events);
    for (const values of [[...tracker.read()], [...tracker.readOverall(300_000)]]) {
      values.forEach((value, index) => {
        const { name, range } = FEATURES[index];
        assert.ok(Number.isNaN(value) || (value >= range[0] && value <= range[1]), `${name} is ${value}`);
      });
    }
  }));
});

Deno.test("[SC12] dwell and flight are the mean and deviation of what was held and flown, pauses left out", () => {
  const events = [
    key(0, "letter", 80, null),
    key(200, "letter", 100, 120),
    key(400, "letter", 120, 80),
    key(9_000, "letter", 3_500, 8_000),
  ];
  assert.equal(read(events, "mean_dwell"), 100);
  assert.equal(read(events, "std_dwell"), Math.sqrt(800 / 3));
  assert.equal(read(events, "mean_flight"), 100);
  assert.equal(read(events, "std_flight"), 20);
});

Deno.test("[SC12] a feature without evidence is none: nobody is idle who has no pointer", () => {
  const tracker = after([tab(0, true)]);
  for (const name of ["avg_norm_x", "mean_dwell", "backspace_ratio", "avg_mouse_speed"] as const) {
    assert.ok(Number.isNaN(tracker.read()[FEATURE_INDEX[name]]), name);
  }
});

Deno.test("[SC13] window features count spells of a second and more only", () => {
  const events = [
    focus(10_000, false),
    focus(10_999, true),
    tab(20_000, false),
    tab(20_500, true),
    tab(30_000, false),
    tab(31_000, true),
  ];
  assert.equal(read(events, "tab_switch_count"), 1);
  assert.equal(read(events, "blur_count"), 0);
  assert.equal(read(events, "total_blur_duration"), 1);
});

Deno.test("[SC13] a blur within a hidden tab counts once", () => {
  const events = [
    focus(10_000, false),
    tab(10_020, false),
    tab(15_000, true),
    focus(15_020, true),
    focus(40_000, false),
    focus(43_000, true),
  ];
  assert.equal(read(events, "tab_switch_count"), 1);
  assert.equal(read(events, "blur_count"), 1);
  assert.equal(read(events, "total_blur_duration"), 8.02);
});

Deno.test("[SC13] leaving again within ten seconds is rapid; a spell that is still open counts as far as it goes", () => {
  const events = [
    tab(10_000, false),
    tab(15_000, true),
    tab(20_000, false),
    tab(25_000, true),
    tab(60_000, false),
    focus(64_000, true),
  ];
  assert.equal(read(events, "rapid_switch_count"), 1);
  assert.equal(read(events, "tab_switch_count"), 3);
  assert.equal(read(events, "total_blur_duration"), 14);
});

Deno.test("[SC13] time away leaves the window again", () => {
  const events = [tab(0, false), tab(200_000, true), key(400_000, "letter"), key(600_000, "letter")];
  assert.equal(read(events.slice(0, 2), "total_blur_duration"), 200);
  assert.equal(read(events.slice(0, 3), "total_blur_duration"), 90);
  assert.equal(read(events, "total_blur_duration"), 0);
});

Deno.test("[SC14] cuts, pastes of the exam's own text and their shortcuts count in no clipboard or shortcut feature", () => {
  const typed = keys(100, "letter", 0);
  const moves = [20_000, 40_000, 60_000].flatMap((t): ScorableEvent[] => [
    key(t, "shortcut"),
    { type: "cut_event", length: 50, t: t + 5 },
    key(t + 3_000, "shortcut"),
    ...paste(t + 3_005, 50, "exam"),
  ]);
  const copied: ScorableEvent[] = [
    key(80_000, "shortcut"),
    { type: "copy_event", length: 50, t: 80_005 },
    key(82_000, "shortcut"),
    ...paste(82_005, 50, "exam"),
  ];
  const events = [...typed, ...moves, ...copied];
  assert.equal(read(events, "clipboard_operation_rate"), 0);
  assert.equal(read(events, "shortcut_key_ratio"), 0);
  const outside = [...events, key(90_000, "shortcut"), ...paste(90_005, 50, "outside")];
  assert.equal(read(outside, "clipboard_operation_rate"), 0.2);
  assert.ok(read(outside, "shortcut_key_ratio") > 0);
});

Deno.test("a window dragged narrow and back within a second is no resize; one that stays is", () => {
  const resize = (t: number, width: number): ScorableEvent => ({
    type: "window_resize",
    width,
    height: 900,
    screenWidth: 1_920,
    screenHeight: 1_080,
    t,
  });
  assert.equal(read([resize(0, 900), resize(500, 1_900), key(9_000, "letter")], "suspicious_resize_count"), 0);
  assert.equal(read([resize(0, 900), key(9_000, "letter")], "suspicious_resize_count"), 1);
});

Deno.test("idle time is what capture reported, counted once, and over when it is", () => {
  const idle = (t: number, duration: number): ScorableEvent => ({ type: "idle", duration, t });
  const events = [
    key(0, "letter"),
    idle(1_000, 30_000),
    idle(31_000, 30_000),
    idle(40_000, 20_000),
    key(61_000, "letter"),
  ];
  assert.equal(read(events, "inactivity_time"), 60);
});

Deno.test("FeatureTracker.restore() goes on from a snapshot in JSON as if nothing had happened", () => {
  fc.assert(fc.property(arbitraryEvents, fc.nat(), (events, stop) => {
    const at = stop % events.length;
    const tracker = after(events.slice(0, at));
    const copy = new FeatureTracker(10_000, 30);
    copy.restore(JSON.parse(JSON.stringify(tracker.snapshot())));
    for (const event of events.slice(at)) {
      tracker.observe(event);
      copy.observe(event);
    }
    assert.deepEqual(copy.snapshot(), tracker.snapshot());
    assert.deepEqual([...copy.read()], [...tracker.read()]);
  }));
});
