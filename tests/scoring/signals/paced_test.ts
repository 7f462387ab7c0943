import assert from "node:assert/strict";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { Paced } from "../../../scoring/signals/paced.ts";
import type { Evidence, SignalTracker } from "../../../scoring/signals/signal.ts";

/** Scores how many events it saw, and counts how often it is asked. */
class Counting implements SignalTracker {
  seen = 0;
  asked = 0;

  observe(): void {
    this.seen++;
  }

  key(): void {
    this.seen++;
  }

  edit(): void {
    this.seen++;
  }

  score(): number {
    this.asked++;
    return this.seen / 1e6;
  }

  evidence(): Evidence | null {
    return null;
  }

  snapshot(): unknown {
    return this.seen;
  }

  restore(snapshot?: unknown): void {
    this.seen = Number(snapshot);
  }
}

const event: ScorableEvent = { type: "question_view", question: "q1", t: 0 };

Deno.test("[SC85] a paced signal is at most a twentieth of its events behind, and at most 300", () => {
  const counting = new Counting();
  const paced = new Paced(counting);
  for (let index = 1; index <= 20_000; index++) {
    paced.observe(event);
    const behind = index - Math.round(paced.score()! * 1e6);
    assert.ok(behind <= Math.min(300, index * 0.05), `${behind} behind after ${index}`);
  }
  assert.ok(counting.asked < 350, `${counting.asked} times`);
});

Deno.test("[SC85] when a paced signal is asked depends on the events alone: a restored one goes on alike", () => {
  const paced = new Paced(new Counting());
  const copy = new Paced(new Counting());
  for (let index = 0; index < 777; index++) paced.observe(event);
  copy.restore(JSON.parse(JSON.stringify(paced.snapshot())));
  for (let index = 0; index < 777; index++) {
    assert.equal(copy.score(), paced.score());
    for (const each of [paced, copy]) each.observe(event);
  }
  assert.deepEqual(copy.snapshot(), paced.snapshot());
});

Deno.test("[SG113] a lasting signal says the least of its last answers, nothing at first, and null where there is none", () => {
  const answers = [null, 0.9, 0.8, 0.9, 0.1, 0.9, 0.9, 0.9, null];
  class Answering extends Counting {
    override score(): number {
      return answers[this.asked++] as number;
    }
  }
  const paced = new Paced(new Answering(), 3);
  const said = answers.map(() => {
    paced.observe(event);
    return paced.score();
  });
  assert.deepEqual(said, [null, 0, 0, 0.8, 0.1, 0.1, 0.1, 0.9, null]);
  const copy = new Paced(new Answering(), 3);
  copy.restore(JSON.parse(JSON.stringify(paced.snapshot())));
  assert.equal(copy.score(), null);
});
