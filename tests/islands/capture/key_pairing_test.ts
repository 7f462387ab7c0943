import assert from "node:assert/strict";
import fc from "fast-check";
import { keyClass } from "../../../islands/capture/key_class.ts";
import { KeyPairing, type Keystroke } from "../../../islands/capture/key_pairing.ts";
import { KeystrokeData } from "../../../protocol/events.ts";

function collect(): { pairing: KeyPairing; strokes: Keystroke[] } {
  const strokes: Keystroke[] = [];
  return { pairing: new KeyPairing((stroke) => strokes.push(stroke)), strokes };
}

const physical = (code: string) => ({ code, isCertain: true });

Deno.test("[CA01] dwell is press to release, flight is release to the next press", () => {
  const { pairing, strokes } = collect();
  pairing.press(physical("KeyA"), "letter", 0);
  pairing.release(physical("KeyA"), 90);
  pairing.press(physical("KeyB"), "letter", 150);
  pairing.release(physical("KeyB"), 230.04);
  assert.deepEqual(strokes, [
    { at: 0, dwell: 90, flight: null, key: "letter" },
    { at: 150, dwell: 80, flight: 60, key: "letter" },
  ]);
});

Deno.test("[CA92] a key that a script pressed says so, and no other", () => {
  const { pairing, strokes } = collect();
  pairing.press({ ...physical("KeyA"), isScripted: true }, "letter", 0);
  pairing.release(physical("KeyA"), 5);
  pairing.press(physical("KeyB"), "letter", 150);
  pairing.release(physical("KeyB"), 230);
  assert.deepEqual(strokes.map(({ scripted }) => scripted), [true, undefined]);
});

Deno.test("[CA01] with rollover the flight is negative, and strokes come out in the order of their presses", () => {
  const { pairing, strokes } = collect();
  pairing.press(physical("KeyA"), "letter", 0);
  pairing.press(physical("KeyB"), "letter", 50);
  pairing.release(physical("KeyB"), 90);
  assert.deepEqual(strokes, [], "B waits for A, whose release its flight is measured from");
  pairing.release(physical("KeyA"), 120);
  assert.deepEqual(strokes.map(({ at, flight }) => [at, flight]), [[0, null], [50, -70]]);
});

Deno.test("[CA01] a modifier is held across other keys: it has no flight and is nobody's predecessor", () => {
  const { pairing, strokes } = collect();
  pairing.press(physical("KeyA"), "letter", 0);
  pairing.release(physical("KeyA"), 80);
  pairing.press(physical("ShiftLeft"), "modifier", 100);
  pairing.press(physical("KeyB"), "letter", 130);
  pairing.release(physical("KeyB"), 200);
  pairing.release(physical("ShiftLeft"), 260);
  assert.deepEqual(strokes.map(({ key, flight }) => [key, flight]), [["letter", null], ["modifier", null], [
    "letter",
    50,
  ]]);
});

Deno.test("[CA02] repeats are counted without times; a lost release gives no dwell after four seconds", () => {
  const { pairing, strokes } = collect();
  pairing.press(physical("KeyA"), "letter", 0);
  pairing.repeat(physical("KeyA"), "letter", 500);
  pairing.cut(3_999);
  assert.deepEqual(strokes, []);
  pairing.cut(4_000);
  assert.deepEqual(strokes, [
    { at: 0, dwell: null, flight: null, key: "letter" },
    { at: 500, dwell: null, flight: null, key: "letter", repeat: true },
  ]);
  pairing.release(physical("KeyA"), 4_100);
  assert.equal(strokes.length, 2, "a release after the cut says nothing");
});

Deno.test("[CA02] when the keyboard goes elsewhere, open keys come out and the next one has no flight", () => {
  const { pairing, strokes } = collect();
  pairing.press(physical("KeyA"), "letter", 0);
  pairing.abandon();
  pairing.press(physical("KeyB"), "letter", 9_000);
  pairing.release(physical("KeyB"), 9_080);
  assert.deepEqual(strokes.map(({ dwell, flight }) => [dwell, flight]), [[null, null], [80, null]]);
});

Deno.test("[CA09] keys without a code that are held together come out without a dwell, and spoil no later pair", () => {
  const { pairing, strokes } = collect();
  const glass = { code: "key unidentified", isCertain: false };
  // As rolled over on glass: each is pressed before the one before it is released.
  pairing.press(glass, "other", 0);
  pairing.press(glass, "other", 60);
  pairing.release(glass, 90);
  pairing.press(glass, "other", 130);
  pairing.release(glass, 150);
  pairing.release(glass, 210);
  pairing.press(glass, "other", 400);
  pairing.release(glass, 480);
  assert.deepEqual(strokes.map(({ at, dwell }) => [at, dwell]), [[0, null], [60, null], [130, null], [400, 80]]);
});

Deno.test("[CA09] a release that never came is not awaited for longer than a key is held", () => {
  const { pairing, strokes } = collect();
  const glass = { code: "key unidentified", isCertain: false };
  pairing.press(glass, "other", 0);
  pairing.press(glass, "other", 5_000);
  pairing.release(glass, 5_070);
  assert.deepEqual(strokes.map(({ dwell }) => dwell), [null, 70]);
});

Deno.test("[CA02] whatever keys do, each press comes out once, in order, as the protocol takes it", () => {
  const step = fc.record({
    kind: fc.constantFrom("press", "release", "repeat", "cut", "abandon"),
    code: fc.constantFrom("A", "B", "C", "Shift"),
    ms: fc.integer({ min: 0, max: 3_000 }),
  });
  fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
    const { pairing, strokes } = collect();
    let now = 0;
    let presses = 0;
    for (const { kind, code, ms } of steps) {
      now += ms;
      const key = code === "Shift" ? "modifier" : "letter";
      const pressed = { code, isCertain: code !== "C" };
      if (kind === "press") pairing.press(pressed, key, now);
      if (kind === "repeat") pairing.repeat(pressed, key, now);
      if (kind === "press" || (kind === "repeat" && key === "letter")) presses++;
      if (kind === "release") pairing.release(pressed, now);
      if (kind === "cut") pairing.cut(now);
      if (kind === "abandon") pairing.abandon();
    }
    pairing.abandon();
    assert.equal(strokes.length, presses);
    assert.deepEqual(strokes.map(({ at }) => at), strokes.map(({ at }) => at).toSorted((a, b) => a - b));
    for (const { at, ...stroke } of strokes) KeystrokeData.parse({ ...stroke, t: at, type: "keystroke_data" });
  }));
});

Deno.test("[CA01] every key has a kind", () => {
  const kindOf = (key: string, held: Partial<{ ctrlKey: boolean; metaKey: boolean; altGraph: boolean }> = {}) =>
    keyClass({ key, ctrlKey: false, metaKey: false, altGraph: false, ...held });
  const kinds = [
    "a",
    "É",
    "漢",
    "7",
    "٣",
    " ",
    "€",
    "Enter",
    "Tab",
    "Delete",
    "PageUp",
    "F12",
    "Dead",
    "Process",
    "Shift",
  ]
    .map((key) => kindOf(key));
  assert.deepEqual(kinds, [
    ...["letter", "letter", "letter", "digit", "digit", "space", "punctuation", "enter", "tab", "delete"],
    ...["navigation", "function", "other", "other", "modifier"],
  ]);
  assert.equal(kindOf("v", { metaKey: true }), "shortcut");
  assert.equal(kindOf("Backspace", { ctrlKey: true }), "shortcut");
  assert.equal(kindOf("@", { ctrlKey: true, altGraph: true }), "punctuation", "AltGr types characters");
});
