import assert from "node:assert/strict";
import { SIMPLE_PROGRAMS, typeByProgram } from "../../../lab/simulation/typing_program.ts";
import type { KeyClass } from "../../../protocol/events.ts";
import type { KeyEvent, ScorableEvent } from "../../../protocol/scorable_event.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { TypingHand } from "../../../scoring/rhythm/typing_hand.ts";
import { sittingOf } from "../support/sitting.ts";

function handOf(keys: readonly KeyEvent[], before: readonly ScorableEvent[] = []): TypingHand {
  const hand = new TypingHand();
  for (const event of before) hand.observe(event);
  for (const key of keys) hand.key(key);
  return hand;
}

function keysOf(events: readonly ScorableEvent[]): KeyEvent[] {
  return events.filter((event) => event.type === "keystroke_data");
}

/** Keys at times of the test's own. */
function typed(keys: readonly KeyClass[], afterMs: (index: number) => number, dwell: (index: number) => number | null) {
  let t = 1_000;
  return keys.map((key, index): KeyEvent => (
    { type: "keystroke_data", key, t: t += Math.round(afterMs(index)), dwell: dwell(index), flight: null }
  ));
}

/** Words of one to nine letters. */
function words(characters: number): KeyClass[] {
  const random = createRandom(3);
  const keys: KeyClass[] = [];
  while (keys.length < characters) {
    for (let letter = 0; letter < 1 + random() * 8; letter++) keys.push("letter");
    keys.push("space");
  }
  return keys;
}

const human = (seed: number) => {
  const random = createRandom(seed);
  return () => 70 + 60 * random();
};

Deno.test("[SG160] programs that draw their delays are found, whatever the shape, from 300 keys on", () => {
  for (const program of SIMPLE_PROGRAMS) {
    for (let seed = 1; seed <= 4; seed++) {
      const score = handOf(typeByProgram(program, words(900), createRandom(seed))).score()!;
      assert.ok(score >= 0.5, `${program} ${seed}: ${score}`);
    }
  }
  const short = handOf(typeByProgram("uniform", words(250), createRandom(1)));
  assert.ok(short.score()! < 0.1);
});

Deno.test("[SG160] people's words show in their times; where there are no words nothing is said", () => {
  for (const persona of ["steady", "fast", "hesitant"] as const) {
    const score = handOf(keysOf(sittingOf(persona, 6, 20))).score()!;
    assert.ok(score < 0.1, `${persona}: ${score}`);
  }
  const random = createRandom(9);
  const varied = () => 90 + 200 * random() ** 2;
  const unspaced = Array.from({ length: 900 }, (): KeyClass => "letter");
  assert.ok(handOf(typed(unspaced, varied, human(1))).score()! < 0.1);
  const numbers = Array.from({ length: 900 }, (_, index): KeyClass => index % 5 === 4 ? "space" : "digit");
  assert.ok(handOf(typed(numbers, varied, human(1))).score()! < 0.1);
});

Deno.test("[SG160] a program that pauses where people do is not found, which the documents say", () => {
  assert.ok(handOf(typeByProgram("pauses_by_context", words(1_500), createRandom(5))).score()! < 0.5);
});

Deno.test("[SG161] sixty letters faster than fingers are a driver's, wherever they stand", () => {
  const driver = typeByProgram("driver_with_delay", words(75), createRandom(2));
  const score = handOf(driver).score()!;
  assert.ok(score >= 0.5, `score ${score}`);
  const person = keysOf(sittingOf("steady", 2, 10));
  const last = person[person.length - 1].t;
  const mixed = handOf([...person, ...driver.map((key) => ({ ...key, t: key.t + last }))]);
  assert.ok(mixed.score()! >= 0.5);
  assert.equal(mixed.evidence()?.code, "keys_faster_than_hands");
});

Deno.test("[SG161] chords that write a word at once, hands that drum, and held keys that repeat are none", () => {
  const text = words(1_500);
  const chords = typed(text, (index) => text[index - 1] === "space" ? 350 : 3, human(1));
  assert.ok(handOf(chords).score()! < 0.25);
  const drummed = Array.from({ length: 40 }, (): KeyClass => "letter");
  const random = createRandom(4);
  assert.ok((handOf(typed(drummed, () => 20 * random(), human(2))).score() ?? 0) < 0.5);
  const held = typed(Array.from({ length: 400 }, (): KeyClass => "letter"), () => 16, () => null)
    .map((key) => ({ ...key, repeat: true }));
  assert.equal(handOf(held).score(), null);
});

Deno.test("[SG162] letters all held alike are a program's, at people's times between keys", () => {
  const keys = keysOf(sittingOf("steady", 8, 10));
  for (const dwell of [0, 50]) {
    const hand = handOf(keys.map((key) => ({ ...key, dwell })));
    assert.ok(hand.score()! >= 0.5, `${dwell} ms`);
    assert.equal(hand.evidence()?.code, "keys_held_alike");
  }
  assert.ok(handOf(keys.map((key) => ({ ...key, dwell: null }))).score()! < 0.1);
});

Deno.test("[SG162] keyboards of glass, keyboards pointed at, and letters sent at release have people behind them", () => {
  const keys = keysOf(sittingOf("steady", 8, 10)).map((key) => ({ ...key, dwell: 0 }));
  for (const pointer of ["touch", "pen"] as const) {
    const touch: ScorableEvent = { type: "mouse_data", kind: "down", pointer, points: [[0, 0.5, 0.5]], t: 0 };
    assert.ok(handOf(keys, [touch]).score()! < 0.1, pointer);
  }
  const random = createRandom(6);
  const pointedAt = typed(words(700), () => 700 + 900 * random(), () => 0);
  assert.ok(handOf(pointedAt).score()! < 0.1);
  // Scanned by a switch: each letter a whole number of steps after the one before.
  const scanned = typed(words(400), () => 1_000, () => 80);
  assert.ok(handOf(scanned).score()! < 0.1);
  const atRelease = keysOf(sittingOf("steady", 8, 10))
    .map((key, index) => index % 2 === 0 ? { ...key, dwell: 0 } : key);
  assert.ok(handOf(atRelease).score()! < 0.1);
});

Deno.test("[SG160] a pause of the attempt is no time between keys", () => {
  const hand = new TypingHand();
  const [first, second] = typed(["letter", "letter"], () => 5, () => 0);
  hand.key(first);
  hand.hold();
  hand.key(second);
  const { rush, regularity, context } = hand.snapshot();
  assert.deepEqual([rush.most, regularity.keys, context.memory.times], [0, 0, 0]);
});

Deno.test("[SG105] what keys left is in the snapshot, to the last bit", () => {
  const keys = typeByProgram("log_normal", words(1_800), createRandom(7));
  const whole = handOf(keys.slice(0, 1_000));
  const restored = new TypingHand();
  restored.restore(JSON.parse(JSON.stringify(whole.snapshot())));
  for (const key of keys.slice(1_000)) {
    whole.key(key);
    restored.key(key);
  }
  assert.equal(restored.score(), whole.score());
  assert.deepEqual(restored.snapshot(), whole.snapshot());
});
