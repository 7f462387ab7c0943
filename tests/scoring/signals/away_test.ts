import assert from "node:assert/strict";
import fc from "fast-check";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { Away } from "../../../scoring/signals/away.ts";

function after(events: readonly ScorableEvent[]): Away {
  const away = new Away();
  for (const event of events) away.observe(event);
  return away;
}

const tab = (t: number, visible: boolean): ScorableEvent => ({ type: "tab_switch", visible, t });
const focus = (t: number, focused: boolean): ScorableEvent => ({ type: "focus_change", focused, t });
const BEGIN = [tab(0, true), focus(0, true)];

Deno.test("[SG10] away is null in the first 30 s, then a number", () => {
  assert.equal(after(BEGIN).score(29_999), null);
  assert.equal(after(BEGIN).score(30_000), 0);
});

Deno.test("[SG11] away says how often, how long in all, and the longest", () => {
  const spells = [[60_000, 13_000], [90_000, 32_000], [150_000, 20_000], [200_000, 6_000]];
  const away = after([...BEGIN, ...spells.flatMap(([t, ms]) => [tab(t, false), tab(t + ms, true)])]);
  assert.deepEqual(away.evidence(), {
    code: "away",
    numbers: { spells: 4, away_ms: 71_000, longest_ms: 32_000 },
    from: 60_000,
    to: 206_000,
  });
  assert.ok(away.score(206_000)! > 0.2);
});

Deno.test("[SG12] a blur within a hidden tab is one spell", () => {
  const both = after([...BEGIN, focus(60_000, false), tab(60_010, false), tab(80_000, true), focus(80_005, true)]);
  assert.deepEqual(both.evidence()?.numbers, { spells: 1, away_ms: 20_005, longest_ms: 20_005 });
});

Deno.test("[SG13] spells below a second count nothing", () => {
  const blips = Array.from(
    { length: 200 },
    (_, index) => [focus(index * 2_000, false), focus(index * 2_000 + 990, true)],
  );
  const away = after([...BEGIN, ...blips.flat()]);
  assert.equal(away.score(400_000), 0);
  assert.equal(away.evidence(), null);
});

Deno.test("[SG14] keys, edits and clicks show that the student is back, though nobody said so", () => {
  const key: ScorableEvent = { type: "keystroke_data", key: "letter", dwell: 80, flight: null, t: 65_000 };
  const away = after([...BEGIN, focus(60_000, false), key, focus(300_000, true)]);
  assert.deepEqual(away.evidence()?.numbers, { spells: 1, away_ms: 5_000, longest_ms: 5_000 });
});

Deno.test("[SG15] away is at most 1, and more time away is never less", () => {
  const spells = fc.array(fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 60_000 })), {
    maxLength: 40,
  });
  fc.assert(fc.property(spells, fc.integer({ min: 1_000, max: 60_000 }), (spells, more) => {
    let t = 0;
    const events = [...BEGIN];
    for (const [pause, ms] of spells) {
      events.push(tab(t += pause, false));
      events.push(tab(t += ms, true));
    }
    const score = after(events).score(t + 60_000)!;
    assert.ok(score >= 0 && score <= 1);
    const longer = after([...events, tab(t + 1_000, false), tab(t + 1_000 + more, true)]).score(t + 61_000);
    assert.ok(longer! >= score - 0.01);
  }));
});
