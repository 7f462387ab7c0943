import assert from "node:assert/strict";
import { FeatureInterval } from "../../../protocol/features.ts";
import { FEATURES, getFeature } from "../../../scoring/features/catalogue.ts";
import { extractFeatures } from "../../../scoring/features/extract.ts";
import type { PersonaName } from "../../../lab/simulation/persona.ts";
import { scoreIntervals } from "../../../scoring/score_intervals.ts";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { sittingOf, typing } from "../support/sitting.ts";

Deno.test("[SC15] the catalogue has every feature of the design, with unit, range and bounds", () => {
  assert.deepEqual(FEATURES.map(({ name }) => name).toSorted(), [
    ...["avg_mouse_speed", "avg_norm_x", "avg_norm_y", "backspace_ratio", "blur_count", "bottom_edge_time"],
    ...[
      "clipboard_operation_rate",
      "copy_events",
      "idle_percentage",
      "inactivity_time",
      "key_press_rate",
      "mean_dwell",
    ],
    ...["mean_flight", "paste_events", "rapid_key_ratio", "rapid_switch_count", "shortcut_key_ratio", "std_dwell"],
    ...["std_flight", "std_norm_x", "std_norm_y", "suspicious_resize_count", "tab_switch_count", "top_edge_time"],
    "total_blur_duration",
  ]);
  for (const { bounds, range } of FEATURES) {
    assert.ok(range[0] < range[1]);
    if (bounds !== null) assert.ok(bounds[0] < bounds[1]);
  }
  assert.equal(getFeature("nothing"), null);
});

Deno.test("[SC16] features come by interval, each over the window behind its end", () => {
  const intervals = extractFeatures(typing(500, 300, 200), { intervalSeconds: 10, windowSizeSeconds: 20 });
  assert.deepEqual(intervals.map(({ interval_start, interval_end }) => [interval_start, interval_end]).slice(0, 2), [
    [0, 10_000],
    [10_000, 20_000],
  ]);
  assert.equal(intervals.length, 7);
  for (const interval of intervals) FeatureInterval.parse(interval);
  for (const { features } of intervals) assert.equal(features.mean_dwell, 90);
  assert.ok(Math.abs(intervals[3].features.key_press_rate! - 300) < 10);
});

Deno.test("[SC16] intervals without an event are there too, and an absence shows in them", () => {
  const intervals = extractFeatures([
    { type: "tab_switch", visible: false, t: 1_000 },
    { type: "tab_switch", visible: true, t: 41_000 },
  ], { intervalSeconds: 10, windowSizeSeconds: 60 });
  assert.deepEqual(intervals.map(({ features }) => features.total_blur_duration), [8.999, 18.999, 28.999, 38.999, 40]);
});

Deno.test("[SC16] no events are no intervals; lengths that are none and endless lists are refused", () => {
  assert.deepEqual(extractFeatures([], {}), []);
  assert.throws(() => extractFeatures(typing(0, 2), { intervalSeconds: 0 }), RangeError);
  assert.throws(() => extractFeatures(typing(0, 20, 3_600_000), { intervalSeconds: 1 }), RangeError);
});

Deno.test("[SC18] a made-up time costs no more than another: of a gap of days the window behind its begin is left", () => {
  const day = 24 * 3_600_000;
  const events: ScorableEvent[] = [...typing(0, 50), { type: "focus_change", focused: true, t: 29 * day }];
  const intervals = extractFeatures(events, { intervalSeconds: 1, windowSizeSeconds: 10 });
  assert.ok(intervals.length < 40, `${intervals.length} intervals`);
  assert.equal(intervals.at(-1)?.interval_start, 29 * day);
  const honest = extractFeatures(typing(0, 50), { intervalSeconds: 1, windowSizeSeconds: 10 });
  assert.deepEqual(intervals.slice(0, honest.length - 1), honest.slice(0, -1));
  const many = Array.from(
    { length: 60 },
    (_, hour): ScorableEvent => ({ type: "focus_change", focused: true, t: hour * day / 24 }),
  );
  assert.equal(scoreIntervals("a1", many, { intervalSeconds: 10, most: 100 }).length, 100);
});

Deno.test("[SC17] interval scores are the rules' total of the three categories, null without evidence", () => {
  const scores = scoreIntervals("a1", sittingOf("away", 3, 20), { intervalSeconds: 60, windowSizeSeconds: 300 });
  assert.ok(scores.length >= 19 && scores.length <= 21);
  assert.ok(scores.some(({ window_score }) => window_score! > 0));
  for (const { risk_score, mouse_score, keyboard_score, window_score } of scores) {
    const total = 0.3 * (mouse_score ?? 0) + 0.35 * (keyboard_score ?? 0) + 0.35 * (window_score ?? 0);
    assert.ok(Math.abs(risk_score - total) < 1e-9);
  }
  const [first] = scoreIntervals("a1", typing(0, 5), {});
  assert.deepEqual([first.mouse_score, first.keyboard_score, first.window_score], [null, null, null]);
});

Deno.test("[SC36] each interval carries the live score at its end, null before the first batch", () => {
  const events = typing(0, 600);
  const live = [
    { t: 35_000, risk: 4, level: "low" as const },
    { t: 50_000, risk: 44, level: "medium" as const },
    { t: 95_000, risk: 12, level: "low" as const },
  ];
  const scores = scoreIntervals("a1", events, { intervalSeconds: 30 }, { live });
  assert.deepEqual(scores.map(({ live_risk, live_level }) => [live_risk, live_level]), [
    [null, null],
    [44, "medium"],
    [44, "medium"],
    [12, "low"],
  ]);
});

Deno.test("[SC19] model_score lies in 0–100, is null where nothing was measured, and says more of pastes and absence", () => {
  const middle = (persona: PersonaName): number => {
    const scores = [1, 2, 3, 4].flatMap((student) =>
      scoreIntervals("a1", sittingOf(persona, 900 + student, 20), { intervalSeconds: 300 }).slice(0, 4)
        .map(({ model_score }) => model_score!)
    );
    assert.ok(scores.every((score) => score >= 0 && score <= 100));
    return scores.sort((one, other) => one - other)[scores.length >> 1];
  };
  assert.equal(scoreIntervals("a1", typing(0, 5), {})[0].model_score, null);
  for (const persona of ["steady", "fast", "hesitant"] as const) assert.ok(middle(persona) <= 30, persona);
  for (const persona of ["pasting", "away", "bot"] as const) assert.ok(middle(persona) > 30, persona);
});
