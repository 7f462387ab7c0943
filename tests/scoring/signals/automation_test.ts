import assert from "node:assert/strict";
import * as fc from "fast-check";
import { wayEvents } from "../../../lab/data_sets/pointer_way.ts";
import { artificialWay } from "../../../lab/training/artificial_way.ts";
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

Deno.test("[SG120] of artificial ways unseen in training, the signal finds more than it misses", () => {
  const random = createRandom(987_654);
  const scores = Array.from({ length: 200 }, () => scoreOf(wayEvents(artificialWay(random), 1_600, 900, false)) ?? 0);
  const found = scores.filter((score) => score >= 0.5).length;
  assert.ok(found > 100, `found ${found} of 200`);
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
  const [resize, ...paths] = wayEvents(artificialWay(createRandom(5)), 1_600, 900, false);
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
