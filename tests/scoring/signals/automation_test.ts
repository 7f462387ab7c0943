import assert from "node:assert/strict";
import * as fc from "fast-check";
import { clientEvents } from "../../../lab/data_sets/client_sampling.ts";
import { ARTIFICIAL_KINDS, artificialWay } from "../../../lab/training/artificial_way.ts";
import { drawDisturbance } from "../../../lab/training/disturbed_way.ts";
import { freeHandWay } from "../../../lab/training/free_hand_way.ts";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { Automation } from "../../../scoring/signals/automation.ts";
import { arbitraryEvents } from "../support/arbitrary_events.ts";
import { sittingOf } from "../support/sitting.ts";

function scoreOf(events: readonly ScorableEvent[]): number | null {
  const automation = new Automation();
  for (const event of events) automation.observe(event);
  return automation.score();
}

Deno.test("[SG120] without movement and with few keys there is nothing to tell from", () => {
  assert.equal(scoreOf([{ type: "keystroke_data", t: 0, key: "letter", dwell: 80, flight: null }]), null);
});

Deno.test("[SG120] a simulated script scores near 1, far above simulated hands, which are programs too", () => {
  const script = scoreOf(sittingOf("bot", 4, 8))!;
  assert.ok(script > 0.98, `script ${script}`);
  for (const persona of ["steady", "fast", "hesitant"] as const) {
    const score = scoreOf(sittingOf(persona, 4, 8))!;
    assert.ok(score < 0.8, `${persona} ${score}`);
  }
});

Deno.test("[SG145] of programs' ways that training did not draw, each usual kind is found, sampled as the client samples", () => {
  const random = createRandom(987_654);
  let all = 0;
  for (const kind of ARTIFICIAL_KINDS) {
    const scores = Array.from(
      { length: 25 },
      () => scoreOf(clientEvents(artificialWay(kind, random), 1_600, 900, false)),
    );
    const found = scores.filter((score) => score !== null && score >= 0.5).length;
    all += found;
    assert.ok(found >= 17, `${kind}: found ${found} of 25`);
  }
  assert.ok(all >= 0.9 * 25 * ARTIFICIAL_KINDS.length, `found ${all} in all`);
});

Deno.test("[SG145] one pixel a frame is found, at any angle and with a frame's jitter", () => {
  const random = createRandom(31);
  for (let angle = 0; angle < 2 * Math.PI; angle += 0.37) {
    const way = { t: [] as number[], x: [] as number[], y: [] as number[] };
    for (let frame = 0; frame < 600; frame++) {
      way.t.push(frame * 16.7 + random());
      way.x.push(Math.round(800 + frame * Math.cos(angle)) / 900);
      way.y.push(Math.round(450 + frame * Math.sin(angle)) / 900);
    }
    assert.ok(scoreOf(clientEvents(way, 1_600, 900, false))! >= 0.5, `angle ${angle}`);
  }
});

Deno.test("[SG146] below sixty steps the pointer says nothing", () => {
  const frames = Array.from({ length: 60 }, (_, frame) => frame);
  const way = { t: frames.map((frame) => frame * 20), x: frames.map((frame) => frame / 100), y: frames.map(() => 0.5) };
  assert.equal(scoreOf(clientEvents(way, 900, 900, false)), null);
  way.t.push(1_200, 1_220);
  way.x.push(0.6, 0.61);
  way.y.push(0.5, 0.5);
  assert.notEqual(scoreOf(clientEvents(way, 900, 900, false)), null);
});

Deno.test("[SG147] modelled free hands on many devices are rarely taken for programs", () => {
  const random = createRandom(4_711);
  const scores = Array.from(
    { length: 100 },
    () => scoreOf(clientEvents(drawDisturbance(random)(freeHandWay(random)), 1_600, 900, false)) ?? 0,
  );
  const flagged = scores.filter((score) => score >= 0.5).length;
  assert.ok(flagged <= 8, `flagged ${flagged} of 100`);
});

Deno.test("[SG148] places reported again and again while the pointer stands change nothing", () => {
  const points = (isStandingReported: boolean) => {
    const random = createRandom(6);
    const events: ScorableEvent[] = [];
    let x = 0.1;
    for (let index = 0; index < 200; index++) {
      const isStanding = index % 20 > 16;
      if (!isStanding) x += 0.004 * random();
      if (isStanding && !isStandingReported) continue;
      events.push({ type: "mouse_data", kind: "move", pointer: "mouse", t: index * 25, points: [[0, x, 0.5]] });
    }
    return events;
  };
  assert.equal(scoreOf(points(true)), scoreOf(points(false)));
});

Deno.test("[SG121] keys pressed like clockwork score high, a person's never", () => {
  const clockwork = Array.from({ length: 120 }, (_, index): ScorableEvent => ({
    type: "keystroke_data",
    t: index * 100,
    key: "letter",
    dwell: 40,
    flight: 60,
  }));
  assert.ok(scoreOf(clockwork)! > 0.9);
  const keys = sittingOf("fast", 6, 6).filter((event) => event.type === "keystroke_data");
  assert.ok(scoreOf(keys)! < 0.1);
});

Deno.test("[SG122] where events cut a path makes no difference", () => {
  const [resize, ...paths] = clientEvents(artificialWay("spline", createRandom(5)), 1_600, 900, false);
  const single = paths.flatMap((event): ScorableEvent[] =>
    event.type !== "mouse_data"
      ? []
      : event.points.map(([dt, x, y]) => ({ ...event, t: event.t + dt, points: [[0, x, y]] }))
  );
  assert.equal(scoreOf([resize, ...single]), scoreOf([resize, ...paths]));
});

Deno.test("[SG105] a snapshot goes on to the same scores, to the last bit", () => {
  const events = sittingOf("bot", 3, 6);
  const whole = new Automation();
  const half = events.length >> 1;
  for (const event of events.slice(0, half)) whole.observe(event);
  const restored = new Automation();
  restored.restore(JSON.parse(JSON.stringify(whole.snapshot())));
  for (const event of events.slice(half)) {
    whole.observe(event);
    restored.observe(event);
    assert.equal(restored.score(), whole.score());
  }
  assert.deepEqual(restored.snapshot(), whole.snapshot());
});

Deno.test("[SG106] whatever arrives, the score is null or lies in [0, 1]", () => {
  const automation = new Automation();
  fc.assert(fc.property(arbitraryEvents, (events) => {
    for (const event of events) automation.observe(event);
    const score = automation.score();
    assert.ok(score === null || (score >= 0 && score <= 1), `score ${score}`);
  }));
});
