import assert from "node:assert/strict";
import * as fc from "fast-check";
import { typedText } from "../../../lab/data_sets/typed_text.ts";
import {
  atOtherPace,
  growingTired,
  type TypingChange,
  withBouncingKeys,
  withOneHand,
  withTremor,
} from "../../../lab/simulation/changed_typing.ts";
import { fillerSentence } from "../../../lab/simulation/filler_text.ts";
import { simulate } from "../../../lab/simulation/simulate.ts";
import { Sitting } from "../../../lab/simulation/sitting.ts";
import { drawTypist, TWO_FINGER_TYPIST, type TypingProfile } from "../../../lab/simulation/typing_profile.ts";
import { writeSentence } from "../../../lab/simulation/typist.ts";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { createState, defaultContext, fold } from "../../../scoring/fold.ts";
import { createRandom } from "../../../scoring/models/random.ts";
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

/** Keys of somebody drawn from around a profile. */
function otherKeys(around: TypingProfile, seed: number, count: number): Key[] {
  const profile = drawTypist(around, createRandom(seed));
  const sitting = new Sitting(createRandom(seed + 1));
  sitting.view("q1");
  const keys: Key[] = [];
  while (keys.length < count) {
    writeSentence(sitting, profile, fillerSentence(sitting.random), () => {});
    for (const event of sitting.drain()) if (event.type === "keystroke_data") keys.push(event);
  }
  return keys.slice(0, count);
}

/** Whether the score as a whole ever leaves Low for who types these keys. */
function isEverMedium(keys: readonly Key[]): boolean {
  const events = typedText(keys);
  const state = createState();
  const context = defaultContext();
  for (let from = 0; from < events.length; from += 50) {
    const batch = events.slice(from, from + 50);
    if (fold(state, { kind: "batch", events: batch, late: false }, context).level !== "low") return true;
  }
  return false;
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
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  for (const [form, lifted] of [[(keys: readonly Key[]) => [...keys], 0.7], [withoutDwell, 0.25]] as const) {
    const after = seeds.map((seed) => {
      const own = form(keysOf("steady", seed, 700));
      assert.ok(scoreOf(own)! < 0.3, `own ${seed}: ${scoreOf(own)}`);
      const other = form(otherKeys(TWO_FINGER_TYPIST, 50 + seed, 250));
      return scoreOf([...own.slice(0, 420), ...goingOn(other, own[419].t)])!;
    });
    after.sort((one, another) => one - another);
    assert.ok(after[seeds.length >> 1] > lifted, `others ${after.join(", ")}`);
  }
});

Deno.test("[SG108] another pace, one hand, a tremor or bouncing keys from the middle on stay Low, with and without key-ups", () => {
  const changes: Record<string, TypingChange> = {
    faster: atOtherPace(0.65),
    "faster, keys held shorter": atOtherPace(0.65, 0.65),
    slower: atOtherPace(1.35),
    "slower, keys held longer": atOtherPace(1.35, 1.35),
    tired: growingTired,
    "one hand": withOneHand,
    "bouncing keys": withBouncingKeys,
    tremor: withTremor,
  };
  for (const seed of [11, 12, 13, 14]) {
    for (const persona of ["steady", "fast", "hesitant"] as const) {
      const usual = keysOf(persona, seed, 1_200);
      for (const [name, change] of Object.entries(changes)) {
        const changed = change(usual, 600, seed);
        for (const keys of [changed, withoutDwell(changed)]) {
          assert.ok(!isEverMedium(keys), `${persona} ${seed}, ${name}, ${keys === changed ? "with" : "without"} dwell`);
        }
      }
    }
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
