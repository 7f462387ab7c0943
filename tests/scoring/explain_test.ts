import assert from "node:assert/strict";
import fc from "fast-check";
import { PERSONAS } from "../../lab/simulation/persona.ts";
import { Reason } from "../../protocol/risk.ts";
import { explain, incomparableSignals } from "../../scoring/explain.ts";
import { FEATURES } from "../../scoring/features/catalogue.ts";
import { createState, defaultContext, fold } from "../../scoring/fold.ts";
import { arbitraryEvents } from "./support/arbitrary_events.ts";
import { contextWith, reportsOf, sittingOf } from "./support/sitting.ts";

const cohort = {
  attempts: 30,
  features: Object.fromEntries(FEATURES.map(({ name }) => [name, { median: 0, mad: 0, n: 30 }])),
};

Deno.test("[SC60] every contribution is explained by a code with its numbers and the events' time", () => {
  const contexts = [defaultContext(), contextWith({ cohort })];
  for (const persona of PERSONAS) {
    for (const context of contexts) {
      const state = createState();
      const report = reportsOf(sittingOf(persona, 21, 30), context, state).at(-1)!;
      const reasons = explain(state, report, context, 99);
      assert.equal(reasons.length, report.contributions.length);
      reasons.forEach((reason, index) => {
        Reason.parse(reason);
        const { name, category, points } = report.contributions[index];
        assert.deepEqual({ name: reason.name, category: reason.category, points: reason.points }, {
          name,
          category,
          points,
        });
        assert.notEqual(reason.code, "contributed", name);
        assert.ok(reason.from === null || (reason.from >= 0 && reason.from <= report.t), `${name} ${reason.from}`);
        assert.ok(reason.to === null || (reason.to <= report.t && reason.to >= (reason.from ?? 0)), `${name}`);
      });
    }
  }
});

Deno.test("[SC60] explanations hold for whatever happens, and explaining changes nothing", () => {
  fc.assert(fc.property(arbitraryEvents, (events) => {
    const context = contextWith({ cohort });
    const state = createState();
    const report = reportsOf(events, context, state).at(-1)!;
    for (const reason of explain(state, report, context, 99)) {
      Reason.parse(reason);
    }
    const again = fold(state, { kind: "noticed" }, context);
    assert.equal(again.risk, report.risk);
  }));
});

Deno.test("[SC61] what is usual for the exam is said where it is known", () => {
  const context = contextWith({ cohort });
  const state = createState();
  const report = reportsOf(sittingOf("away", 5, 20), context, state).at(-1)!;
  const reasons = explain(state, report, context, 99);
  assert.ok(reasons.some(({ name }) => name === "cohort"));
  assert.equal(reasons.find(({ category }) => category === "window")?.numbers.usual, 0);
});

Deno.test("[SC62] explain() gives the largest few", () => {
  const state = createState();
  const report = reportsOf(sittingOf("pasting", 5, 20), defaultContext(), state).at(-1)!;
  assert.equal(explain(state, report, defaultContext(), 2).length, 2);
  assert.ok(explain(state, report, defaultContext()).length <= 5);
});

Deno.test("[CC4] what cannot be compared is named, what is too little is not", () => {
  const swiped = (words: number) =>
    Array.from({ length: words }, (_, index) => ({
      type: "answer_edit" as const,
      question: "q1",
      at: index * 6,
      removed: 0,
      inserted: 6,
      input: "composition" as const,
      t: 2_000 + index * 900,
    }));
  const start = { type: "capture_start" as const, by: "page" as const, signals: ["pointer"], t: 0 };
  const touch = { type: "mouse_data" as const, kind: "down" as const, pointer: "touch" as const, t: 1_000 };
  const named = (words: number) => {
    const state = createState();
    const events = [start, { ...touch, points: [[0, 0.5, 0.5]] as [number, number, number][] }, ...swiped(words)];
    return incomparableSignals(state, fold(state, { kind: "batch", events, late: false }, defaultContext()));
  };
  assert.deepEqual(named(200), ["transcription", "capture"]);
  assert.deepEqual(named(10), []);
});
