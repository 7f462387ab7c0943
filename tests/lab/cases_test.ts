import assert from "node:assert/strict";
import { CapturedEvent } from "../../protocol/events.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { shippedModels } from "../../scoring/models/shipped_models.ts";
import { type Carrier, carriersOf, seededBy } from "../../lab/cases/carrier.ts";
import { CASES } from "../../lab/cases/case_list.ts";
import { copiedOut } from "../../lab/cases/copied_out.ts";
import type { Stroke } from "../../lab/cases/stroke.ts";
import { follow, isAsExpected } from "../../lab/evaluation/cases_protocol.ts";

/** An invented writer: letters and spaces, pauses, and words taken back. */
function writer(seed: number): Stroke[] {
  const random = createRandom(seed);
  return Array.from({ length: 1_500 }, (_, index): Stroke => {
    const gapMs = 90 + 120 * random() + (index % 60 === 0 ? 5_000 * random() : 0);
    const dwellMs = 70 + 50 * random();
    if (index % 37 === 36) return { gapMs, key: "backspace", dwellMs, removed: 1, inserted: 0 };
    return { gapMs, key: index % 6 === 5 ? "space" : "letter", dwellMs, removed: 0, inserted: 1 };
  });
}

const way = { t: Array.from({ length: 40 }, (_, index) => index * 16), x: [] as number[], y: [] as number[] };
way.x = way.t.map((t) => 0.2 + 0.5 * Math.sin(t / 500));
way.y = way.t.map((t) => 0.3 + 0.4 * Math.sin(t / 700));

const CARRIER: Carrier = {
  id: "invented",
  strokes: writer(1),
  other: writer(2),
  ways: [way],
  otherWays: [way],
  models: shippedModels(),
};

/** An event that was redacted, with some text of the length, for the schema to look at. */
function withText(event: object): unknown {
  const inserted = (event as { inserted?: unknown }).inserted;
  const choices = (event as { choices?: unknown }).choices;
  return {
    ...event,
    ...(typeof inserted === "number" ? { inserted: "a".repeat(inserted) } : {}),
    ...(typeof choices === "number" ? { choices: Array.from({ length: choices }, () => "c") } : {}),
  };
}

Deno.test("every case has a name of its own, and honest ones are expected to stay Low", () => {
  assert.equal(new Set(CASES.map(({ name }) => name)).size, CASES.length);
  for (const { name, isHonest, expected, evidence, isLimit } of CASES) {
    assert.match(name, /^[a-z_]+$/);
    if (isHonest) assert.ok(expected === "low" && evidence.length === 0);
    else if (expected === "high") assert.ok(evidence.length > 1, name);
    else assert.ok(evidence.length > 0 || isLimit === true, name);
  }
  assert.ok(CASES.filter(({ isHonest }) => !isHonest).length >= 27);
});

Deno.test("every case makes events that the protocol takes, in order, and the same for the same seed", () => {
  for (const one of CASES) {
    const { entries } = one.make(CARRIER, seededBy(one.name));
    assert.deepEqual(one.make(CARRIER, seededBy(one.name)).entries, entries, one.name);
    let lastT = 0;
    for (const entry of entries) {
      if (entry.kind !== "batch") continue;
      for (const event of entry.events) {
        const parsed = CapturedEvent.safeParse(withText(event));
        assert.ok(parsed.success, `${one.name}: ${JSON.stringify(event)} ${parsed.error?.message}`);
        assert.ok(event.t >= lastT, `${one.name}: ${event.t} after ${lastT}`);
        lastT = event.t;
      }
    }
  }
});

Deno.test("follow() keeps the highest report of a sitting, and isAsExpected() reads it for honest and other cases", () => {
  const one = CASES.find(({ name }) => name === "one_big_paste")!;
  const { peak } = follow(one.make(CARRIER, createRandom(1)), CARRIER.models);
  assert.equal(peak.level, "medium");
  assert.ok(isAsExpected(one, "medium") && isAsExpected(one, "high") && !isAsExpected(one, "low"));
  const honest = CASES.find(({ name }) => name === "plain")!;
  assert.ok(isAsExpected(honest, "low") && !isAsExpected(honest, "medium"));
});

Deno.test("copiedOut() leaves out what was thought over and taken back, and keeps the writer's own pace", () => {
  const copied = copiedOut(CARRIER.strokes, createRandom(3));
  const written = (strokes: readonly Stroke[]) => strokes.filter(({ inserted }) => inserted > 0).length;
  const erased = copied.filter(({ removed }) => removed > 0).length;
  assert.equal(written(copied) - erased, written(CARRIER.strokes));
  assert.ok(erased < 0.05 * copied.length);
});

Deno.test("carriersOf() takes each writer once, gives another of the same fold, and keeps the halves apart", () => {
  const session = (w: string) => ({ s: w, w, k: "a".repeat(1_600), dt: Array<number>(1_600).fill(150), n: {} });
  const sets = {
    essays: [],
    sessions: Array.from({ length: 24 }, (_, index) => session(`w${index}`)),
    trajectories: [],
    argumentation: [],
    problems: [],
  };
  const models = { models: shippedModels(), fold: 0 };
  const chosen = (half: "report" | "choose") =>
    carriersOf(sets, { writer: () => models, writerWithDwell: () => models }, half).writers.map(({ id }) => id);
  assert.equal(chosen("report").length, 8);
  assert.equal(new Set([...chosen("report"), ...chosen("choose")]).size, 16);
});
