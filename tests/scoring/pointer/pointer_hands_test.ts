import assert from "node:assert/strict";
import { clientEvents } from "../../../lab/data_sets/client_sampling.ts";
import type { PointerWay } from "../../../lab/data_sets/pointer_way.ts";
import { drawHand, PRACTISED_HAND } from "../../../lab/simulation/pointer_profile.ts";
import { pointerWork } from "../../../lab/simulation/pointer_work.ts";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { shippedModels } from "../../../scoring/models/shipped_models.ts";
import { PointerHands } from "../../../scoring/pointer/pointer_hands.ts";
import { Takeover } from "../../../scoring/signals/takeover.ts";

const MINUTE = 60_000;
/** A hand that is slower, less steady and less straight than {@link PRACTISED_HAND}. */
const OTHER_HAND = {
  ...PRACTISED_HAND,
  reachMs: 300,
  aimMs: 250,
  tremor: 0.004,
  curvature: 0.25,
  overshootShare: 0.6,
};

type Pointer = "mouse" | "pen" | "touch";

function eventsOf(way: PointerWay, startMs = 0, pointer: Pointer = "mouse"): ScorableEvent[] {
  const later = { ...way, t: way.t.map((t) => t + startMs) };
  const [resize, ...paths] = clientEvents(later, 1_600, 900, false);
  return [resize, ...paths.map((path) => path.type === "mouse_data" ? { ...path, pointer } : path)];
}

function work(seed: number, minutes: number, profile = PRACTISED_HAND): PointerWay {
  return pointerWork(profile, createRandom(seed), minutes * MINUTE);
}

/** The scores after each event, from the first that is one. */
function scores(events: readonly ScorableEvent[]): number[] {
  const takeover = new Takeover();
  const all: number[] = [];
  for (const event of events) {
    takeover.observe(event);
    const score = takeover.score(event.t);
    if (score !== null) all.push(score);
  }
  return all;
}

/** The way with its times changed from a moment on: each span is `factor(t)` as long. */
function paced(way: PointerWay, factor: (t: number) => number): PointerWay {
  let t = 0;
  return {
    ...way,
    t: way.t.map((time, index) => {
      if (index > 0) t += (time - way.t[index - 1]) * factor(time);
      return t;
    }),
  };
}

function clicksOf(heldMs: number, startMs: number, count: number): ScorableEvent[] {
  return Array.from({ length: 2 * count }, (_, index): ScorableEvent => ({
    type: "mouse_data",
    kind: index % 2 === 0 ? "down" : "up",
    pointer: "mouse",
    t: startMs + 2_000 * (index >> 1) + (index % 2) * heldMs,
    points: [[0, 0.5, 0.5]],
  }));
}

function inOrder(events: ScorableEvent[]): ScorableEvent[] {
  return events.toSorted((one, other) => one.t - other.t);
}

Deno.test("[SG180] a pointer says nothing before it is known, and something after three minutes and one", () => {
  assert.deepEqual(scores(eventsOf(work(1, 1.5))), []);
  assert.ok(scores(eventsOf(work(1, 4))).length > 0);
});

Deno.test("[SG180] the same hand stays below half to the end, also a quarter faster or slower from the middle on", () => {
  for (let seed = 1; seed <= 6; seed++) {
    const random = createRandom(seed);
    const way = pointerWork(drawHand(PRACTISED_HAND, random), random, 10 * MINUTE);
    for (const factor of [1, 0.8, 1 / 0.75]) {
      const highest = Math.max(...scores(eventsOf(paced(way, (t) => t < 5 * MINUTE ? 1 : factor))));
      assert.ok(highest < 0.5, `seed ${seed}, times ${factor}: ${highest}`);
    }
  }
});

Deno.test("[SG180] tiredness is no takeover: two fifths slower over half an hour stays below half", () => {
  const tired = paced(work(2, 30), (t) => 1 + 0.4 * t / (30 * MINUTE));
  const highest = Math.max(...scores(eventsOf(tired)));
  assert.ok(highest < 0.5, `highest ${highest}`);
});

Deno.test("[SG180] another hand's minute lifts it, and does not become the baseline", () => {
  for (let seed = 1; seed <= 4; seed++) {
    const own = eventsOf(work(seed, 4));
    const all = scores([...own, ...eventsOf(work(seed + 50, 6, OTHER_HAND), 4 * MINUTE + 2_000)]);
    assert.ok(Math.max(...all) > 0.65, `seed ${seed}: ${Math.max(...all)}`);
    assert.ok(all[all.length - 1] > 0.5, `seed ${seed}, five minutes later: ${all[all.length - 1]}`);
  }
});

Deno.test("[SG180] how long a button is held counts: the same ways with other clicks are further apart", () => {
  const way = eventsOf(work(3, 4));
  const distanceOf = (later: number) => {
    const hands = new PointerHands(shippedModels().takeoverPointer);
    for (const event of inOrder([...way, ...clicksOf(80, 1_000, 88), ...clicksOf(later, 178_000, 31)])) {
      hands.observe(event);
    }
    return hands.distance;
  };
  assert.ok(distanceOf(180) > distanceOf(80) + 0.1, `${distanceOf(80)}, ${distanceOf(180)}`);
});

Deno.test("[SG181] mouse, pen and finger are never compared: another device is not comparable until it is known", () => {
  const takeover = new Takeover();
  for (const event of eventsOf(work(4, 4))) takeover.observe(event);
  assert.notEqual(takeover.score(4 * MINUTE), null);
  const finger = eventsOf(work(5, 4, OTHER_HAND), 4 * MINUTE + 1_000, "touch");
  const early = finger.filter((event) => event.t < 6 * MINUTE);
  for (const event of early) takeover.observe(event);
  assert.equal(takeover.score(6 * MINUTE), null);
  for (const event of finger.slice(early.length)) takeover.observe(event);
  assert.ok(takeover.score(8 * MINUTE)! < 0.5, "the finger is held against the finger");
  const back = eventsOf(work(4, 1), 9 * MINUTE);
  for (const event of back) takeover.observe(event);
  assert.ok(takeover.score(10 * MINUTE)! < 0.5, "the mouse is held against the mouse of before");
});

Deno.test("[SG182] where events cut a path makes no difference to what a pointer tells", () => {
  const whole = eventsOf(work(6, 4));
  const cut = whole.flatMap((event): ScorableEvent[] =>
    event.type !== "mouse_data" ? [event] : event.points.map(([dt, x, y]) => ({
      ...event,
      points: [[dt, x, y]] as [number, number, number][],
    }))
  );
  const ends = [whole, cut].map((events) => {
    const hands = new PointerHands(shippedModels().takeoverPointer);
    for (const event of events) hands.observe(event);
    return hands.snapshot();
  });
  assert.deepEqual(ends[0], ends[1]);
});

Deno.test("[SG182] a pointer's snapshot goes on to the same distance, to the last bit", () => {
  const events = inOrder([
    ...eventsOf(work(7, 4)),
    ...clicksOf(90, 1_000, 110),
    ...eventsOf(work(8, 2), 4 * MINUTE, "touch"),
    ...eventsOf(work(9, 2, OTHER_HAND), 6 * MINUTE),
  ]);
  const whole = new PointerHands(shippedModels().takeoverPointer);
  let restored = new PointerHands(shippedModels().takeoverPointer);
  events.forEach((event, index) => {
    whole.observe(event);
    restored.observe(event);
    if (index % 40 === 0) {
      const snapshot = JSON.parse(JSON.stringify(restored.snapshot()));
      restored = new PointerHands(shippedModels().takeoverPointer);
      restored.restore(snapshot);
    }
    assert.ok(Object.is(restored.distance, whole.distance));
  });
  assert.deepEqual(restored.snapshot(), whole.snapshot());
});
