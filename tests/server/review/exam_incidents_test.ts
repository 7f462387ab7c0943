import assert from "node:assert/strict";
import { wilsonInterval } from "../../../scoring/wilson_interval.ts";
import {
  flagQuestions,
  type Incidents,
  lossesOf,
  signalFlags,
  type ToldFlag,
} from "../../../server/review/exam_incidents.ts";

const incidents = (fields: Partial<Incidents>): Incidents => ({
  flags: [],
  views: [],
  losses: [],
  raised: new Map(),
  ...fields,
});

const flag = (flag_id: string, t: number, fields: Partial<ToldFlag> = {}): ToldFlag => ({
  flag_id,
  t,
  state: "open",
  ...fields,
});

const rule = { code: "risk_above" as const, risk: 70 };

Deno.test("[RV75] a flag stands at the question that was in view at its moment, and no unknown one is guessed", () => {
  const views: Incidents["views"] = [[100, "q1"], [5_000, "q2"], [9_000, null], [12_000, "gone"]];
  const { questions, unknown } = flagQuestions([
    incidents({
      views,
      flags: [flag("a", 4_999), flag("b", 5_000, { state: "confirmed" }), flag("c", 8_000)],
    }),
    incidents({ views: [[0, "q2"]], flags: [flag("d", 90_000)] }),
    // Before the first question, at one that is not known, at one that the exam no longer has, and of a record without views.
    incidents({ views, flags: [flag("e", 99), flag("f", 9_500), flag("g", 13_000)] }),
    incidents({ views: null, flags: [flag("h", 1)] }),
  ], ["q1", "q2", "q3"]);
  assert.deepEqual(questions, [
    { question: "q1", flags: 1, confirmed: 0, attempts: 1 },
    { question: "q2", flags: 3, confirmed: 1, attempts: 2 },
    { question: "q3", flags: 0, confirmed: 0, attempts: 0 },
  ]);
  assert.equal(unknown, 4);
});

Deno.test("[RV76] one student's many losses and a loss of many students are told apart, in at most sixty spans", () => {
  assert.deepEqual(lossesOf([incidents({ losses: null }), incidents({})]), {
    of: 1,
    attempts: 0,
    spans: { width: 1, counts: [], attempts: [] },
  });
  const room = [1, 2, 3].map(() => incidents({ losses: [[2, 1]] }));
  const told = lossesOf([...room, incidents({ losses: [[0, 9], [2, 1]] })]);
  assert.deepEqual(told, { of: 4, attempts: 4, spans: { width: 1, counts: [9, 0, 4], attempts: [1, 0, 4] } });
  const { spans } = lossesOf([incidents({ losses: [[0, 1], [1, 2], [600, 1]] })]);
  assert.ok(spans.counts.length <= 60);
  // Twice in one span is one attempt there.
  assert.deepEqual([spans.counts[0], spans.attempts[0]], [3, 1]);
});

Deno.test("[RV77] a flag of the rule for the risk counts with all that it rested on, and by people's word", () => {
  const names = ["external_text", "away"];
  const { signals, unknown } = signalFlags([
    incidents({
      flags: [flag("a", 1, { rule, state: "confirmed" }), flag("b", 2, { rule, state: "dismissed" }), flag("c", 3)],
      raised: new Map([["a", names], ["b", ["away"]], ["c", names]]),
    }),
    incidents({ flags: [flag("d", 1, { rule })], raised: new Map([["d", ["away"]]]) }),
    incidents({ flags: [flag("e", 1, { rule })], raised: null }),
    incidents({ flags: [flag("f", 1, { rule: { code: "not_applied", characters: 3 } })] }),
  ]);
  assert.deepEqual(signals, [
    { name: "away", flags: 3, confirmed: 1, dismissed: 1, open: 1, share: wilsonInterval(1, 2) },
    { name: "external_text", flags: 1, confirmed: 1, dismissed: 0, open: 0, share: wilsonInterval(1, 1) },
  ]);
  assert.equal(unknown, 1);
});
