import assert from "node:assert/strict";
import fc from "fast-check";
import { FEATURE_INDEX, type FeatureName, FEATURES } from "../../scoring/features/catalogue.ts";
import { Column, COLUMNS } from "../../scoring/features/columns.ts";
import { createRuleScores, type RuleEvidence, rulesTotal, scoreRules } from "../../scoring/rules.ts";
import { RULES, RULES_POINTS } from "../../scoring/weights.ts";

const NEUTRAL = new Float64Array(RULES.length).fill(1);

/** Five minutes with evidence enough for every category, and the given features; the others are 0. */
function evidence(features: Partial<Record<FeatureName, number>>, change: Partial<RuleEvidence> = {}): RuleEvidence {
  const values = new Float64Array(FEATURES.length);
  for (const [name, index] of Object.entries(FEATURE_INDEX)) {
    values[index] = Object.entries(features).find(([each]) => each === name)?.[1] ?? 0;
  }
  const sums = new Float64Array(COLUMNS);
  sums[Column.points] = 500;
  sums[Column.presses] = 500;
  return { features: values, sums, coveredMs: 300_000, windowMs: 300_000, ...change };
}

function categories(features: Partial<Record<FeatureName, number>>, change?: Partial<RuleEvidence>): number[] {
  return [...scoreRules(evidence(features, change), NEUTRAL, createRuleScores()).categories];
}

Deno.test("[SC30] mouse = 30·idle + 35·edges + 35·spread, each normalised by its bounds", () => {
  assert.deepEqual(categories({ idle_percentage: 1 }), [30, 0, 0]);
  assert.deepEqual(categories({ top_edge_time: 0.6, bottom_edge_time: 0.3 })[0], 35);
  assert.deepEqual(categories({ std_norm_x: 0.5, std_norm_y: 0.5 })[0], 35);
  assert.ok(Math.abs(categories({ idle_percentage: 0.875 })[0] - 15) < 1e-9);
});

Deno.test("[SC31] keyboard = 25·shortcut + 30·clipboard + 25·rapid + 20·backspace", () => {
  assert.deepEqual(categories({ shortcut_key_ratio: 1 }), [0, 25, 0]);
  assert.deepEqual(categories({ clipboard_operation_rate: 9 }), [0, 30, 0]);
  assert.deepEqual(categories({ rapid_key_ratio: 1 }), [0, 25, 0]);
  assert.deepEqual(categories({ backspace_ratio: 1 }), [0, 20, 0]);
});

Deno.test("[SC32] window = 30·blur duration + 30·rapid switches + 20·tab switches + 20·resizes", () => {
  assert.deepEqual(categories({ total_blur_duration: 300 }), [0, 0, 30]);
  assert.deepEqual(categories({ rapid_switch_count: 20 }), [0, 0, 30]);
  assert.deepEqual(categories({ tab_switch_count: 20 }), [0, 0, 20]);
  assert.deepEqual(categories({ suspicious_resize_count: 20 }), [0, 0, 20]);
});

Deno.test("[SC33] total = 0.30 mouse + 0.35 keyboard + 0.35 window; a category without evidence is null and adds 0", () => {
  const all = { idle_percentage: 1, shortcut_key_ratio: 1, total_blur_duration: 300 };
  const rules = scoreRules(evidence(all), NEUTRAL, createRuleScores());
  assert.ok(Math.abs(rulesTotal(rules) - (0.3 * 30 + 0.35 * 25 + 0.35 * 30)) < 1e-9);
  const points = rules.points.reduce((sum, each) => sum + each, 0);
  assert.ok(Math.abs(points - rulesTotal(rules) * RULES_POINTS / 100) < 1e-9);

  const none = scoreRules(
    evidence(all, { sums: new Float64Array(COLUMNS), coveredMs: 10_000 }),
    NEUTRAL,
    createRuleScores(),
  );
  assert.deepEqual([...none.categories], [NaN, NaN, NaN]);
  assert.equal(rulesTotal(none), 0);
});

Deno.test("[SC34] bounds of counts and seconds go with the length of the window", () => {
  const five = categories({ tab_switch_count: 6 })[2];
  const one = categories({ tab_switch_count: 1.2 }, { windowMs: 60_000, coveredMs: 60_000 })[2];
  assert.ok(five > 0 && Math.abs(five - one) < 1e-9);
});

Deno.test("[SC35] categories stay within 0 and 100 and points agree with them, whatever the features and factors", () => {
  const value = fc.oneof(fc.constant(NaN), fc.double({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1_000 }));
  const values = fc.array(value, { minLength: FEATURES.length, maxLength: FEATURES.length });
  const factors = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), {
    minLength: RULES.length,
    maxLength: RULES.length,
  });
  fc.assert(fc.property(values, factors, (values, factors) => {
    const features = Float64Array.from(values);
    const rules = scoreRules(evidence({}, { features }), Float64Array.from(factors), createRuleScores());
    for (const score of rules.categories) assert.ok(score >= 0 && score <= 100, `${score}`);
    const points = rules.points.reduce((sum, each) => sum + each, 0);
    assert.ok(Math.abs(points - rulesTotal(rules) * RULES_POINTS / 100) < 1e-6);
  }));
});
