import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { RedactedEdit, ScorableEvent } from "../../../protocol/scorable_event.ts";
import { CompositionReader } from "../../../scoring/composition/composition_reader.ts";
import { Transcription } from "../../../scoring/signals/transcription.ts";
import { arbitraryEvents } from "../support/arbitrary_events.ts";
import { sittingOf } from "../support/sitting.ts";

function edit(t: number, at: number, removed: number, inserted: number): RedactedEdit {
  return { type: "answer_edit", t, question: "q1", at, removed, inserted, input: "typing" };
}

/** Each edit of a character with the key that made it. */
function keyed(edits: readonly ScorableEvent[], key: "letter" | "other" = "letter"): ScorableEvent[] {
  return edits.flatMap((one): ScorableEvent[] => [
    { type: "keystroke_data", t: one.t, key, dwell: 90, flight: null },
    one,
  ]);
}

function scoreOf(events: readonly ScorableEvent[]): number | null {
  const transcription = new Transcription();
  for (const event of events) transcription.observe(event);
  return transcription.score();
}

Deno.test("[SG110] fifty words are too little to tell copied from composed", () => {
  const events = Array.from({ length: 300 }, (_, index) => edit(index * 150, index, 0, 1));
  assert.equal(scoreOf(keyed(events)), null);
});

Deno.test("[SG110] text copied in one even run scores high, composed text with pauses and revisions low", () => {
  const copied = Array.from(
    { length: 2_000 },
    (_, index) => edit(index * 160 + (index % 97 === 0 ? 900 : 0) + (index % 7) * 20, index, 0, 1),
  );
  assert.ok(scoreOf(keyed(copied))! > 0.6, `copied ${scoreOf(keyed(copied))}`);

  const composed: ScorableEvent[] = [];
  let t = 0;
  let length = 0;
  for (let burst = 0; burst < 90; burst++) {
    t += 4_000 + (burst * 7_919) % 22_000;
    for (let key = 0; key < 16 + burst % 19; key++) composed.push(edit(t += 120 + (key * 37) % 300, length++, 0, 1));
    if (burst % 2 === 0) { for (let key = 0; key < 5; key++) composed.push(edit(t += 180, --length, 1, 0)); }
    if (burst % 4 === 0 && length > 60) {
      for (let key = 0; key < 6; key++, length++) composed.push(edit(t += 220, length - 50, 0, 1));
    }
  }
  assert.ok(scoreOf(keyed(composed))! < 0.1, `composed ${scoreOf(keyed(composed))}`);
});

Deno.test("[SG112] text that is swiped, composed or written with a pen is not comparable with typing, and says nothing", () => {
  const letters = Array.from({ length: 1_800 }, (_, index) => edit(index * 160, index, 0, 1));
  const words = Array.from({ length: 360 }, (_, index) => edit(index * 900, index * 5, 0, 5));
  assert.equal(scoreOf(words), null);
  assert.equal(scoreOf(keyed(letters, "other")), null);
  assert.notEqual(scoreOf(keyed(letters)), null);
  // A word completed here and there is still typing.
  const some = letters.flatMap((one, index) => index % 60 === 59 ? [one, edit(one.t, index + 1, 0, 6)] : [one]);
  assert.notEqual(scoreOf(keyed(some.filter(({ inserted }) => inserted === 1)).concat(some.slice(-1))), null);
  // What puts in as much as it takes out writes nothing.
  const restated = keyed(letters).flatMap((one, index) =>
    index % 24 === 23
      ? [one, { ...edit(one.t, Math.max(0, (index >> 1) - 5), 5, 5), input: "composition" as const }]
      : [one]
  );
  assert.notEqual(scoreOf(restated), null);
});

Deno.test("[SG111] bursts, erasing and going back are counted as runs", () => {
  const reader = new CompositionReader();
  let t = 0;
  const write = (at: number, removed: number, inserted: number) => reader.edit(edit(t += 200, at, removed, inserted));
  for (let index = 0; index < 20; index++) write(index, 0, 1);
  t += 5_000;
  for (let index = 0; index < 3; index++) write(19 - index, 1, 0);
  write(17, 0, 1);
  write(5, 0, 1);
  write(6, 0, 1);
  const seen = reader.measures();
  assert.equal(seen.pBursts, 2);
  assert.equal(seen.deletions, 1);
  assert.equal(seen.insertions, 1);
  assert.equal(seen.strokes, 26);
  assert.ok(Math.abs(seen.productRatio - 20 / 23) < 1e-12);
  assert.equal(seen.meanLongPauseSeconds, 5.2);
});

Deno.test("[SG111] pasted, dropped and dictated text is no typing", () => {
  const reader = new CompositionReader();
  reader.edit({ type: "answer_edit", t: 0, question: "q1", at: 0, removed: 0, inserted: 900, input: "paste" });
  reader.edit({ type: "answer_edit", t: 9, question: "q1", at: 900, removed: 0, inserted: 90, input: "dictation" });
  assert.equal(reader.written, 0);
});

Deno.test("[SG105] a snapshot goes on to the same scores, to the last bit", () => {
  const events = sittingOf("transcribing", 3, 12);
  const whole = new Transcription();
  const half = events.length >> 1;
  for (const event of events.slice(0, half)) whole.observe(event);
  const restored = new Transcription();
  restored.restore(JSON.parse(JSON.stringify(whole.snapshot())));
  for (const event of events.slice(half)) {
    whole.observe(event);
    restored.observe(event);
  }
  assert.equal(restored.score(), whole.score());
  assert.deepEqual(restored.snapshot(), whole.snapshot());
});

Deno.test("[SG106] whatever arrives, the score is null or lies in [0, 1]", () => {
  const transcription = new Transcription();
  const edits = Array.from({ length: 600 }, (_, index) => edit(index * 150, index, 0, 1));
  for (const event of keyed(edits)) transcription.observe(event);
  fc.assert(fc.property(arbitraryEvents, (events) => {
    for (const event of events) transcription.observe(event);
    const score = transcription.score();
    assert.ok(score === null || score >= 0 && score <= 1, `score ${score}`);
  }));
});
