import assert from "node:assert/strict";
import { AssistiveTechnology } from "../../protocol/exam.ts";
import { CATEGORIES } from "../../protocol/risk.ts";
import { EXTRA_TIME, resolveTerms, TECHNOLOGY_PRESETS } from "../../scoring/accommodations.ts";
import { FEATURES } from "../../scoring/features/catalogue.ts";
import { CONTRIBUTORS, LARGEST_FACTOR, SIGNALS } from "../../scoring/weights.ts";
import { contextWith, lastReport, sittingOf } from "./support/sitting.ts";

function factorOf(terms: ReturnType<typeof resolveTerms>, name: string): number {
  return terms.factors[CONTRIBUTORS.findIndex((each) => each.name === name)];
}

Deno.test("[SC50] every technology of the protocol has a preset, and presets name only what there is", () => {
  const known = new Set<string>([
    ...SIGNALS.map(({ name }) => name),
    ...CATEGORIES,
    ...FEATURES.map(({ name }) => name),
    "cohort",
  ]);
  for (const technology of AssistiveTechnology.options) {
    const { muted, weights } = TECHNOLOGY_PRESETS[technology];
    assert.ok(muted.length > 0);
    for (const name of [...muted, ...Object.keys(weights), ...EXTRA_TIME.muted]) assert.ok(known.has(name), name);
  }
});

Deno.test("[SC51] what is muted adds nothing and is named in the report; a muted category takes its features along", () => {
  const events = sittingOf("away", 3, 15);
  const report = lastReport(events, contextWith({ accommodations: { muted: ["window", "away", "nonsense"] } }));
  assert.deepEqual(report.muted, ["away", "window"]);
  assert.equal(report.categories.window, null);
  assert.equal(report.signals.away, null);
  assert.deepEqual(report.insufficient.filter((name) => name === "away" || name === "window"), []);
  for (const { name, category } of report.contributions) assert.ok(name !== "away" && category !== "window");
  assert.ok(lastReport(events).contributions.some(({ category }) => category === "window"));
});

Deno.test("[SC52] weights of policy and accommodation multiply, by name and by category, up to three times", () => {
  const terms = resolveTerms(contextWith({
    policy: { weights: { away: 2, window: 0.5, takeover: 3 } },
    accommodations: { weights: { away: 0.25, takeover: 3, tab_switch_count: 0 } },
  }));
  assert.equal(factorOf(terms, "away"), 0.5);
  assert.equal(factorOf(terms, "takeover"), LARGEST_FACTOR);
  assert.equal(factorOf(terms, "total_blur_duration"), 0.5);
  assert.equal(factorOf(terms, "tab_switch_count"), 0);
  assert.deepEqual(terms.muted, ["tab_switch_count"]);
});

Deno.test("[SC53] extra time mutes pace and pauses, and the cohort", () => {
  const terms = resolveTerms(contextWith({ accommodations: { extra_time_percent: 25 } }));
  assert.deepEqual(terms.muted, ["cohort", "idle_percentage", "inactivity_time", "key_press_rate"]);
});

Deno.test("[SC54] a weight changes a contribution in proportion", () => {
  const events = sittingOf("away", 3, 4);
  const away = (weight: number) =>
    lastReport(events, contextWith({ policy: { weights: { away: weight } } })).contributions
      .find(({ name }) => name === "away")!.points;
  assert.ok(Math.abs(away(0.5) * 2 - away(1)) < 0.01);
});
