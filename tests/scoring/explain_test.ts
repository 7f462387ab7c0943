import assert from "node:assert/strict";
import fc from "fast-check";
import { PERSONAS } from "../../lab/simulation/persona.ts";
import { Reason } from "../../protocol/risk.ts";
import { explain } from "../../scoring/explain.ts";
import { FEATURES } from "../../scoring/features/catalogue.ts";
import { createState, defaultContext, fold } from "../../scoring/fold.ts";
import { arbitraryEvents } from "./support/arbitrary_events.ts";
import { contextWith, reportsOf, sittingOf } from "./support/sitting.ts";

const ACCUSING = /cheat|suspect|suspicious|fraud|dishonest|guilty|caught|violat|illegal/i;

const cohort = {
  attempts: 30,
  features: Object.fromEntries(FEATURES.map(({ name }) => [name, { median: 0, mad: 0, n: 30 }])),
};

Deno.test("[SC60] every contribution has a plain sentence with its numbers and the events' time, without accusation", () => {
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
        const words = `${reason.seen} ${reason.usual ?? ""}`;
        assert.match(reason.seen, /^[A-Z0-9].*\.$/s);
        if (name !== "automation") assert.match(reason.seen, /\d|once|twice|second screen/, reason.seen);
        assert.doesNotMatch(words, ACCUSING);
        assert.doesNotMatch(words, /NaN|undefined|Infinity|null/);
        assert.ok(
          reason.from_t === null || (reason.from_t >= 0 && reason.from_t <= report.t),
          `${name} ${reason.from_t}`,
        );
        assert.ok(reason.to_t === null || (reason.to_t <= report.t && reason.to_t >= (reason.from_t ?? 0)), `${name}`);
      });
    }
  }
});

Deno.test("[SC60] sentences hold for whatever happens, and explaining changes nothing", () => {
  fc.assert(fc.property(arbitraryEvents, (events) => {
    const context = contextWith({ cohort });
    const state = createState();
    const report = reportsOf(events, context, state).at(-1)!;
    for (const reason of explain(state, report, context, 99)) {
      Reason.parse(reason);
      assert.doesNotMatch(`${reason.seen} ${reason.usual}`, /NaN|undefined|Infinity/);
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
  assert.match(
    reasons.find(({ category }) => category === "window")?.usual ?? "",
    /^In this exam, in five minutes, /,
  );
});

Deno.test("[SC62] explain() gives the largest few", () => {
  const state = createState();
  const report = reportsOf(sittingOf("pasting", 5, 20), defaultContext(), state).at(-1)!;
  assert.equal(explain(state, report, defaultContext(), 2).length, 2);
  assert.ok(explain(state, report, defaultContext()).length <= 5);
});
