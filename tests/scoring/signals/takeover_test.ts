import assert from "node:assert/strict";
import * as fc from "fast-check";
import { simulate } from "../../../lab/simulation/simulate.ts";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { Takeover } from "../../../scoring/signals/takeover.ts";
import { arbitraryEvents } from "../support/arbitrary_events.ts";

const QUESTIONS = [{ id: "q1", points: 1, text: "Why?", type: "essay" as const }];
type Key = Extract<ScorableEvent, { type: "keystroke_data" }>;

/** The first keys that a simulated student presses. */
function keysOf(persona: "steady" | "fast" | "hesitant", seed: number, count: number): Key[] {
  const keys: Key[] = [];
  for (const event of simulate(persona, seed, { questions: QUESTIONS, durationMs: 5_400_000 })) {
    if (event.type === "keystroke_data") keys.push(event);
    if (keys.length === count) break;
  }
  return keys;
}

/** Keys that go on two seconds after `t`. */
function goingOn(keys: readonly Key[], t: number): Key[] {
  return keys.map((key) => ({ ...key, t: key.t - keys[0].t + t + 2_000 }));
}

function scoreOf(events: readonly ScorableEvent[]): number | null {
  const takeover = new Takeover();
  for (const event of events) takeover.observe(event);
  return takeover.score(events[events.length - 1].t);
}

function withoutDwell(keys: readonly Key[]): Key[] {
  return keys.map((key) => ({ ...key, dwell: null, flight: null }));
}

Deno.test("[SG101] takeover says nothing before 340 keys, and something from 400 on", () => {
  const keys = keysOf("steady", 1, 400);
  assert.equal(scoreOf(keys.slice(0, 330)), null);
  assert.notEqual(scoreOf(keys), null);
});

Deno.test("[SG101] the same hands stay low to the end; another person's lift it, with and without key-ups", () => {
  for (const form of [(keys: readonly Key[]) => [...keys], withoutDwell]) {
    const own = form(keysOf("steady", 2, 700));
    const other = form(keysOf("fast", 3, 250));
    const before = own.slice(0, 420);
    assert.ok(scoreOf(own)! < 0.3, `own ${scoreOf(own)}`);
    const after = scoreOf([...before, ...goingOn(other, before[419].t)])!;
    assert.ok(after > 0.7, `other ${after}`);
  }
});

Deno.test("[SG102] tiredness is no takeover: growing a third slower over 3,000 keys stays low", () => {
  const keys = keysOf("steady", 4, 3_000);
  let t = 0;
  let before = keys[0].t;
  const tired = keys.map((key, index) => {
    t += (key.t - before) * (1 + index / 3_000 / 3);
    before = key.t;
    return { ...key, t: Math.round(t) };
  });
  const takeover = new Takeover();
  let highest = 0;
  tired.forEach((key, index) => {
    takeover.observe(key);
    if (index % 50 === 0) highest = Math.max(highest, takeover.score(key.t) ?? 0);
  });
  assert.ok(highest < 0.5, `highest ${highest}`);
});

Deno.test("[SG103] where a pause stood, no interval is measured", () => {
  const keys = keysOf("steady", 5, 600);
  const paused = new Takeover();
  keys.forEach((key, index) => {
    if (index === 500) paused.hold();
    paused.observe({ ...key, t: index < 500 ? key.t : key.t + 3_600_000 });
  });
  assert.ok(paused.score(0)! < 0.3);
});

Deno.test("[SG104] evidence names both stretches in numbers", () => {
  const takeover = new Takeover();
  for (const key of keysOf("steady", 6, 500)) takeover.observe(key);
  const { code, numbers, from, to } = takeover.evidence()!;
  assert.equal(code, "typing_changed");
  assert.equal(numbers.keys, 220);
  for (const name of ["interval_ms", "dwell_ms", "usual_interval_ms", "usual_dwell_ms"]) {
    assert.ok(Number.isInteger(numbers[name]) && numbers[name] > 20 && numbers[name] < 1_000, name);
  }
  assert.ok(numbers.usual_keys >= 120);
  assert.ok(from! < to!);
});

Deno.test("[SG105] a snapshot goes on to the same scores, to the last bit", () => {
  const events = [...simulate("taken_over", 7, { questions: QUESTIONS, durationMs: 900_000 })];
  const whole = new Takeover();
  const half = events.length >> 1;
  for (const event of events.slice(0, half)) whole.observe(event);
  const restored = new Takeover();
  restored.restore(JSON.parse(JSON.stringify(whole.snapshot())));
  for (const event of events.slice(half)) {
    whole.observe(event);
    restored.observe(event);
    assert.equal(restored.score(event.t), whole.score(event.t));
  }
  assert.deepEqual(restored.snapshot(), whole.snapshot());
});

Deno.test("[SG106] whatever arrives, the score is null or lies in [0, 1]", () => {
  const takeover = new Takeover();
  for (const key of keysOf("steady", 8, 450)) takeover.observe(key);
  fc.assert(fc.property(arbitraryEvents, (events) => {
    for (const event of events) takeover.observe(event);
    const score = takeover.score(1e9);
    assert.ok(score === null || (score >= 0 && score <= 1), `score ${score}`);
  }));
});
