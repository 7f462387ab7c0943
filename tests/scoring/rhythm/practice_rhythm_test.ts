import assert from "node:assert/strict";
import { fillerSentence } from "../../../lab/simulation/filler_text.ts";
import { simulate } from "../../../lab/simulation/simulate.ts";
import { Sitting } from "../../../lab/simulation/sitting.ts";
import { drawTypist, TWO_FINGER_TYPIST } from "../../../lab/simulation/typing_profile.ts";
import { writeSentence } from "../../../lab/simulation/typist.ts";
import type { KeyEvent, ScorableEvent } from "../../../protocol/scorable_event.ts";
import { createState, defaultContext, fold, type ScoreState } from "../../../scoring/fold.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { Takeover } from "../../../scoring/signals/takeover.ts";
import { restoreState, snapshotState } from "../../../scoring/state_snapshot.ts";

const QUESTIONS = [{ id: "q1", points: 1, text: "Why?", type: "essay" as const }];
const context = defaultContext();

/** The first keys that a simulated student presses. */
function keysOf(persona: "steady" | "fast" | "hesitant", seed: number, count: number): KeyEvent[] {
  const keys: KeyEvent[] = [];
  for (const event of simulate(persona, seed, { questions: QUESTIONS, durationMs: 5_400_000 })) {
    if (event.type === "keystroke_data") keys.push(event);
    if (keys.length === count) break;
  }
  return keys;
}

/** Keys of somebody who types with two fingers. */
function twoFingers(seed: number, count: number): KeyEvent[] {
  const profile = drawTypist(TWO_FINGER_TYPIST, createRandom(seed));
  const sitting = new Sitting(createRandom(seed + 1));
  sitting.view("q1");
  const keys: KeyEvent[] = [];
  while (keys.length < count) {
    writeSentence(sitting, profile, fillerSentence(sitting.random), () => {});
    for (const event of sitting.drain()) if (event.type === "keystroke_data") keys.push(event);
  }
  return keys.slice(0, count);
}

const practised = (keys: readonly KeyEvent[]) => ({ kind: "practised" as const, events: keys });
const batch = (events: readonly ScorableEvent[]) => ({ kind: "batch" as const, events, late: false });

/** The state after some practice and a sitting in batches, and the risk after each of them. */
function sat(practice: readonly KeyEvent[], events: readonly ScorableEvent[]): { state: ScoreState; risks: number[] } {
  const state = createState();
  if (practice.length > 0) fold(state, practised(practice), context);
  const risks: number[] = [];
  for (let from = 0; from < events.length; from += 50) {
    risks.push(fold(state, batch(events.slice(from, from + 50)), context).risk);
  }
  return { state, risks };
}

Deno.test("[PB1] practice alone says nothing: no risk, no signal, and nothing of any text or pointer", () => {
  const state = createState();
  const before = fold(state, { kind: "started" }, context);
  const after = fold(state, practised(keysOf("fast", 3, 400)), context);
  assert.deepEqual([after.risk, after.contributions, after.signals], [0, [], before.signals]);
});

Deno.test("[PB2] after practice the exam's keys are compared from 220 on, and not before", () => {
  const [practice, exam] = [keysOf("steady", 1, 200), keysOf("steady", 1, 900).slice(400)];
  const scores = exam.slice(0, 360).map((_, index) => {
    const takeover = new Takeover();
    for (const key of practice) takeover.practise(key);
    for (const key of exam.slice(0, index + 1)) takeover.key(key);
    return takeover.score(0);
  });
  const first = scores.findIndex((score) => score !== null);
  assert.ok(first >= 219 && first < 240, String(first));
  assert.ok(Math.max(...scores.slice(first, 330).map((score) => score ?? 1)) < 0.5, "the same hands");
});

Deno.test("[PB2] who practised otherwise than they write is never lifted above Low by it, and by their own beginning it is forgotten", () => {
  const practice = twoFingers(8, 200);
  const exam = keysOf("fast", 2, 700);
  const takeover = new Takeover();
  for (const key of practice) takeover.practise(key);
  const plain = new Takeover();
  let most = 0;
  let code: string | undefined;
  exam.forEach((key, index) => {
    takeover.key(key);
    plain.key(key);
    if (index >= 350) assert.equal(takeover.score(0), plain.score(0), "as if there had been no practice");
    else if (plain.score(0) === null) {
      most = Math.max(most, takeover.score(0) ?? 0);
      if ((takeover.score(0) ?? 0) >= 0.5) {
        code = takeover.evidence()?.code;
        assert.notEqual(takeover.limit, null);
      }
    }
  });
  assert.ok(most >= 0.5 && most < 0.75, String(most));
  assert.equal(code, "typing_unlike_practice");
  const { risks } = sat(practice, exam);
  assert.ok(Math.max(...risks) <= 30);
});

Deno.test("[PB3] a practice that was too short, or none, changes no score to the last bit", () => {
  const events = [...simulate("taken_over", 7, { questions: QUESTIONS, durationMs: 900_000 })];
  assert.deepEqual(sat(keysOf("fast", 4, 100), events).risks, sat([], events).risks);
  assert.ok(!("practice" in Object(sat([], events).state.signals.takeover.snapshot())), "nor what is stored");
});

Deno.test("[PB3] a snapshot in the midst of it goes on to the same, and so does every cut of the practice", () => {
  const practice = twoFingers(8, 260);
  const exam = keysOf("fast", 2, 330);
  const whole = sat(practice, exam.slice(0, 100)).state;
  const restored = restoreState(JSON.parse(JSON.stringify(snapshotState(whole))));
  const parts = createState();
  for (let from = 0; from < practice.length; from += 7) fold(parts, practised(practice.slice(from, from + 7)), context);
  fold(parts, batch(exam.slice(0, 50)), context);
  fold(parts, batch(exam.slice(50, 100)), context);
  for (let from = 100; from < exam.length; from += 50) {
    const entry = batch(exam.slice(from, from + 50));
    const report = fold(whole, entry, context);
    assert.deepEqual(fold(restored, entry, context), report);
    assert.deepEqual(fold(parts, entry, context), report);
  }
  assert.ok((whole.signals.takeover.score(0) ?? 0) > 0, "there was something to go on to");
});

Deno.test("[PB4] keys that a script made, and those held down, are no practice", () => {
  const [scripted, plain] = [new Takeover(), new Takeover()];
  for (const key of keysOf("fast", 3, 300)) {
    scripted.practise({ ...key, scripted: true });
    scripted.practise({ ...key, repeat: true });
  }
  for (const key of keysOf("steady", 3, 330)) {
    scripted.key(key);
    plain.key(key);
  }
  assert.equal(scripted.score(0), plain.score(0));
});
