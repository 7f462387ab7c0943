import assert from "node:assert/strict";
import { simulate } from "../../../lab/simulation/simulate.ts";
import type { AssistiveTechnology } from "../../../protocol/exam.ts";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { AgentHand } from "../../../scoring/agents/agent_hand.ts";
import { createRandom } from "../../../scoring/models/random.ts";

type Pointer = "mouse" | "touch" | "pen";

/** How somebody answers choice questions, one after the other. */
interface Answering {
  questions: number;
  /** From a question's first view to its choice, ms. */
  afterMs: number;
  pointer: Pointer | "keys";
  /** Points of the way to each press; 0 for none. */
  wayPoints: number;
  centre?: number;
  /** What comes before each question besides. */
  between?: (t: number) => ScorableEvent[];
}

const AGENT: Answering = { questions: 60, afterMs: 2_000, pointer: "mouse", wayPoints: 0 };
const PERSON: Answering = { questions: 60, afterMs: 2_500, pointer: "mouse", wayPoints: 20 };

function eventsOf({ questions, afterMs, pointer, wayPoints, centre, between }: Answering): ScorableEvent[] {
  const random = createRandom(questions + afterMs);
  const events: ScorableEvent[] = [];
  let t = 1_000;
  let [x, y] = [0.5, 0.5];
  const press = (toX: number, toY: number) => {
    if (pointer === "keys") return;
    if (wayPoints > 0) {
      const points = Array.from({ length: wayPoints }, (_, index): [number, number, number] => {
        const share = (index + 1) / wayPoints;
        return [index * 20, x + (toX - x) * share, y + (toY - y) * share];
      });
      events.push({ type: "mouse_data", kind: "move", pointer, points, t: t - wayPoints * 20 });
    }
    [x, y] = [toX, toY];
    const point: [number, number, number][] = [[0, x, y]];
    events.push({
      type: "mouse_data",
      kind: "down",
      pointer,
      points: point,
      t,
      ...(centre !== undefined && { centre }),
    });
    events.push({ type: "mouse_data", kind: "up", pointer, points: point, t: t + 90 });
  };
  for (let index = 0; index < questions; index++) {
    if (between !== undefined) events.push(...between(t));
    events.push({ type: "question_view", question: `q${index}`, t });
    t += afterMs;
    press(0.3, 0.35 + 0.2 * random());
    events.push({ type: "answer_select", question: `q${index}`, choices: ["b"], t: t + 95 });
    t += 600;
    press(0.7, 0.9);
    t += 100;
  }
  return events;
}

function handOf(events: readonly ScorableEvent[], words?: number, declared: AssistiveTechnology[] = []): AgentHand {
  const hand = new AgentHand();
  const question_words = words === undefined
    ? undefined
    : Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`q${index}`, words]));
  hand.useContext({ declared, question_words });
  for (const event of events) hand.observe(event);
  return hand;
}

Deno.test("[SG163] quick choices by presses that no way leads to are a program's", () => {
  const hand = handOf(eventsOf(AGENT));
  assert.ok(hand.score()! >= 0.5);
  assert.equal(hand.evidence()?.code, "clicks_without_a_way");
  // A driver that first puts the pointer where it presses: one point is no way.
  assert.ok(handOf(eventsOf({ ...AGENT, wayPoints: 1 })).score()! >= 0.5);
  // With long questions two seconds are not needed to be quick.
  assert.ok(handOf(eventsOf({ ...AGENT, afterMs: 6_000 }), 150).score()! >= 0.5);
});

Deno.test("[SG163] a handful of odd presses says nothing", () => {
  assert.equal(handOf(eventsOf({ ...AGENT, questions: 5 })).score(), null);
  const person = eventsOf(PERSON);
  const last = person[person.length - 1].t;
  const odd = eventsOf({ ...AGENT, questions: 6 }).map((event) => ({ ...event, t: last + event.t }));
  assert.equal(handOf([...person, ...odd]).score(), 0);
});

Deno.test("[SG163] presses without a way stay below one half where answers take their time, as by voice or switch", () => {
  const score = handOf(eventsOf({ ...AGENT, afterMs: 12_000 }), 40).score()!;
  assert.ok(score < 0.5, `score ${score}`);
});

Deno.test("[SG163] keys, fingers and pens have no way, and quick choices after a way are nothing", () => {
  for (const pointer of ["keys", "touch", "pen"] as const) {
    assert.equal(handOf(eventsOf({ ...AGENT, pointer })).score(), 0, pointer);
  }
  assert.equal(handOf(eventsOf(PERSON)).score(), 0);
  assert.equal(handOf(eventsOf(PERSON), 10).score(), 0);
});

Deno.test("[SG163] where the pointer may have been elsewhere, a press says nothing", () => {
  const reload = (t: number): ScorableEvent[] => [{ type: "capture_start", by: "page", signals: [], t }];
  const window = (t: number): ScorableEvent[] => [
    { type: "focus_change", focused: false, t },
    { type: "focus_change", focused: true, t },
  ];
  // What is pressed next on the same page has a way; only the first press after a return has none.
  for (const between of [reload, window]) {
    const events = eventsOf({ ...PERSON, between });
    let isFirst = false;
    const cut = events.filter((event) => {
      if (event.type === "capture_start" || event.type === "focus_change") isFirst = true;
      if (event.type !== "mouse_data" || !isFirst) return true;
      if (event.kind === "down") isFirst = false;
      return event.kind !== "move";
    });
    assert.equal(handOf(cut).score(), 0);
  }
  // A magnifier moves the page under the pointer: it presses in one place again and again.
  const still = eventsOf(AGENT).map((event): ScorableEvent =>
    event.type === "mouse_data" ? { ...event, points: [[0, 0.5, 0.5]] } : event
  );
  assert.equal(handOf(still).score(), 0);
});

Deno.test("[SG164] presses in the exact middle again and again are a program's, at any pace and after any way", () => {
  const hand = handOf(eventsOf({ ...AGENT, afterMs: 15_000, wayPoints: 25, centre: 0 }));
  assert.ok(hand.score()! >= 0.5);
  assert.equal(hand.evidence()?.code, "clicks_in_the_middle");
  const beside = handOf(eventsOf({ ...PERSON, centre: 0.3 }));
  assert.equal(beside.score(), 0);
  assert.equal(handOf(eventsOf({ ...PERSON, questions: 7, centre: 0 })).score(), null);
  // The same hit pressed twenty times is one hit; a finger's middle is the browser's.
  const same: ScorableEvent = {
    type: "mouse_data",
    kind: "down",
    pointer: "mouse",
    points: [[0, 0.7, 0.9]],
    centre: 0,
    t: 1,
  };
  assert.equal(handOf(Array.from({ length: 20 }, () => same)).score(), null);
  assert.equal(handOf(eventsOf({ ...PERSON, pointer: "touch", centre: 0 })).score(), 0);
});

Deno.test("[SG165] answers before reading confirm other evidence and carry no points alone, for people guess", () => {
  const guessing = handOf(eventsOf(PERSON), 120);
  assert.ok(guessing.score()! <= 0.25);
  assert.equal(guessing.evidence()?.code, "answers_before_reading");
  assert.equal(handOf(eventsOf({ ...PERSON, questions: 9 }), 120).score(), 0);
});

Deno.test("[SG165] only the first choice on the first view counts: who comes back has read", () => {
  const views = Array.from({ length: 30 }, (_, index): ScorableEvent[] => [
    { type: "question_view", question: `q${index}`, t: index * 20_000 },
  ]).flat();
  const answers = Array.from({ length: 30 }, (_, index): ScorableEvent[] => {
    const t = 700_000 + index * 2_000;
    return [
      { type: "question_view", question: `q${index}`, t },
      { type: "answer_select", question: `q${index}`, choices: ["a"], t: t + 900 },
    ];
  }).flat();
  assert.equal(handOf([...views, ...answers], 120).score(), null);
});

Deno.test("[SG166] the browser's own word that a program drives it is the plainest", () => {
  const start: ScorableEvent = { type: "capture_start", by: "page", driven: true, signals: [], t: 3 };
  const hand = handOf([start]);
  assert.equal(hand.score(), 1);
  assert.deepEqual(hand.evidence(), { code: "browser_driven", numbers: {}, from: 3, to: 3 });
  assert.equal(handOf([{ ...start, driven: false }]).score(), null);
});

Deno.test("[SG167] where a student says that they use assistive technology, presses come to 0.3 at most", () => {
  const hand = handOf(eventsOf({ ...AGENT, centre: 0 }), 40, ["screen_reader"]);
  assert.equal(hand.score(), 0.3);
  assert.equal(hand.evidence()?.code, "clicks_in_the_middle_declared");
});

Deno.test("[SG163] simulated people who answer sixty choices stay at 0", () => {
  const choices = ["a", "b", "c", "d"].map((id) => ({ id, text: `Choice ${id}` }));
  const questions = Array.from({ length: 60 }, (_, index) => (
    { id: `q${index}`, type: "single_choice" as const, points: 1, text: "Which one is it?", choices, shuffle: false }
  ));
  for (const persona of ["steady", "fast", "hesitant", "away"] as const) {
    for (let seed = 0; seed < 5; seed++) {
      const events = [...simulate(persona, seed, { questions, durationMs: 15 * 60_000 })];
      const score = handOf(events, 8).score();
      assert.ok(score === null || score < 0.1, `${persona} ${seed}: ${score}`);
    }
  }
});

Deno.test("[SG105] what presses and answers left is in the snapshot, to the last bit", () => {
  const events = eventsOf({ ...AGENT, centre: 0.01 });
  const whole = handOf([], 40);
  const restored = handOf([], 40);
  for (const event of events) {
    whole.observe(event);
    const next = handOf([], 40);
    next.restore(JSON.parse(JSON.stringify(restored.snapshot())));
    next.observe(event);
    restored.restore(JSON.parse(JSON.stringify(next.snapshot())));
    assert.equal(restored.score(), whole.score());
  }
  assert.deepEqual(restored.snapshot(), whole.snapshot());
});
