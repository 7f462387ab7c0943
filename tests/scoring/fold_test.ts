import assert from "node:assert/strict";
import fc from "fast-check";
import { CATEGORIES, riskLevel, RiskReport } from "../../protocol/risk.ts";
import { redact, type ScorableEvent } from "../../protocol/scorable_event.ts";
import { createState, defaultContext, fold, SCORER_VERSION } from "../../scoring/fold.ts";
import { restoreState, snapshotState } from "../../scoring/state_snapshot.ts";
import type { ScoringEntry } from "../../scoring/scoring_entry.ts";
import { SIGNALS } from "../../scoring/weights.ts";
import { arbitraryEvents, cut } from "./support/arbitrary_events.ts";
import { contextWith, lastReport, paste, reportsOf, sittingOf, typing, woven } from "./support/sitting.ts";

const context = defaultContext();
/** For sittings made by hand, whose even typing is nobody's. */
const byHand = contextWith({ policy: { muted: ["takeover", "transcription", "automation"] } });
const places = fc.array(fc.nat(1_000), { maxLength: 12 });
const controls = fc.array(
  fc.constantFrom("paused" as const, "resumed" as const, "locked" as const, "released" as const, "noticed" as const),
  { maxLength: 6 },
);

/** Batches with what was done to the attempt in between. */
function entriesOf(
  batches: ScorableEvent[][],
  kinds: readonly Exclude<ScoringEntry["kind"], "batch" | "practised">[],
): ScoringEntry[] {
  return batches.flatMap((events, index): ScoringEntry[] => {
    const kind = kinds[index % (kinds.length + 1)];
    return [...(kind === undefined ? [] : [{ kind }]), { kind: "batch", events, late: false }];
  });
}

Deno.test("[SC1] contributions add up to the risk, to the last bit and in any order; the level is the risk's", () => {
  fc.assert(fc.property(arbitraryEvents, places, controls, (events, at, kinds) => {
    const state = createState();
    let peak = 0;
    for (const entry of entriesOf(cut(events, at), kinds)) {
      const report = fold(state, entry, context);
      RiskReport.parse(report);
      const points = report.contributions.map((each) => each.points);
      assert.equal(points.reduce((sum, each) => sum + each, 0), report.risk);
      assert.equal(points.toReversed().reduce((sum, each) => sum + each, 0), report.risk);
      assert.deepEqual(points, points.toSorted((a, b) => b - a));
      assert.equal(report.level, riskLevel(report.risk));
      peak = Math.max(peak, report.risk);
      assert.equal(report.peak, peak);
      assert.equal(report.scorer_version, SCORER_VERSION);
    }
  }));
});

Deno.test("[SC2] a state taken from its snapshot goes on to the same reports, to the last bit", () => {
  fc.assert(fc.property(arbitraryEvents, places, controls, fc.nat(), (events, at, kinds, stop) => {
    const entries = entriesOf(cut(events, at), kinds);
    const state = createState();
    const before = stop % entries.length;
    for (const entry of entries.slice(0, before)) fold(state, entry, context);
    const copy = restoreState(JSON.parse(JSON.stringify(snapshotState(state))));
    assert.deepEqual(snapshotState(copy), snapshotState(state));
    for (const entry of entries.slice(before)) {
      assert.deepEqual(fold(copy, entry, context), fold(state, entry, context));
    }
    assert.deepEqual(snapshotState(copy), snapshotState(state));
  }));
});

Deno.test("[SC2] a long sitting's snapshot is exact after every batch, and below 32 kB", () => {
  const events = sittingOf("pasting", 3, 30);
  const state = createState();
  let copy = createState();
  for (let at = 0; at < events.length; at += 97) {
    const entry: ScoringEntry = { kind: "batch", events: events.slice(at, at + 97), late: false };
    assert.deepEqual(fold(copy, entry, context), fold(state, entry, context));
    const json = JSON.stringify(snapshotState(copy));
    assert.ok(json.length < 32_000, `${json.length} bytes`);
    copy = restoreState(JSON.parse(json));
  }
});

Deno.test("[SC2] a snapshot of another scorer, or of nothing, is refused", () => {
  assert.throws(() => restoreState({ ...snapshotState(createState()), scorer_version: "0" }), RangeError);
  assert.throws(() => restoreState(null), RangeError);
  assert.throws(() => restoreState({ ...snapshotState(createState()), features: {} }), RangeError);
});

Deno.test("[SC3] lengths in place of texts score the same, to the last bit", () => {
  fc.assert(fc.property(arbitraryEvents, (events) => {
    assert.deepEqual(reportsOf(events.map(redact)), reportsOf(events));
  }));
});

Deno.test("[SC4] where the network cuts batches changes neither signals nor categories", () => {
  fc.assert(fc.property(arbitraryEvents, places, (events, at) => {
    const whole = createState();
    const pieces = createState();
    const report = fold(whole, { kind: "batch", events, late: false }, context);
    let last = report;
    for (const batch of cut(events, at)) last = fold(pieces, { kind: "batch", events: batch, late: true }, context);
    assert.deepEqual(last.signals, report.signals);
    assert.deepEqual(last.categories, report.categories);
    assert.deepEqual(last.insufficient, report.insufficient);
    assert.ok(last.risk >= report.risk - 0.05, "what was seen on the way is still held");
  }));
});

Deno.test("[SC5] NaN, infinities and absurd values never reach a score", () => {
  const wild = fc.constantFrom(NaN, Infinity, -Infinity, -1, 1e300, -1e300, Number.MAX_SAFE_INTEGER, 3.6e6);
  const places = fc.array(
    fc.tuple(
      fc.nat(),
      fc.constantFrom(
        "t",
        "dwell",
        "flight",
        "length",
        "duration",
        "removed",
        "at",
        "width",
        "screenWidth",
        "points",
        "inserted",
      ),
      wild,
    ),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(fc.property(arbitraryEvents, places, (events, spoiled) => {
    const wilder: ScorableEvent[] = events.map((event) => ({ ...event }));
    for (const [at, field, value] of spoiled) {
      const index = at % wilder.length;
      if (!(field in wilder[index])) continue;
      const other = field === "points" ? [[value, value, value], [1, value, 0]] : value;
      wilder[index] = { ...wilder[index], [field]: other };
    }
    for (const report of reportsOf(wilder)) RiskReport.parse(report);
  }));
});

Deno.test("[SC5] a time that jumps a month, or runs back, gives a report all the same", () => {
  const month = 30 * 24 * 3_600_000;
  const events: ScorableEvent[] = [...typing(0, 50), ...paste(month, 500, "outside"), ...typing(1_000, 50)];
  for (const report of reportsOf(events)) RiskReport.parse(report);
});

Deno.test("[SC6] evidence raises the risk at once, and without more of it the risk falls slowly, by half in ten minutes", () => {
  const state = createState();
  const alarming = away(10_000, 12, 20_000, 10_000);
  const high = reportsOf(alarming, byHand, state).at(-1)!;
  assert.ok(high.risk > 30, `${high.risk}`);
  assert.equal(high.contributions.some(({ name }) => name === "earlier"), false);
  const calm = typing(371_000, 1_200, 1_000);
  const reports = reportsOf(calm, byHand, state);
  for (let index = 1; index < reports.length; index++) {
    assert.ok(reports[index].risk <= reports[index - 1].risk + 0.1, "nothing new, nothing more");
  }
  const afterTen = reports.find((report) => report.t >= high.t + 600_000)!;
  assert.ok(afterTen.risk > high.risk * 0.4, `${afterTen.risk} of ${high.risk}`);
  assert.ok(reports.at(-1)!.risk < high.risk / 2, `${reports.at(-1)!.risk} of ${high.risk}`);
  assert.equal(reports.at(-1)!.peak, high.risk);
});

Deno.test("[SC7] paused and locked time is neither idle nor away", () => {
  for (const [begin, end] of [["paused", "resumed"], ["locked", "released"]] as const) {
    const state = createState();
    reportsOf(typing(0, 300), byHand, state);
    fold(state, { kind: begin }, byHand);
    const left: ScorableEvent[] = [{ type: "tab_switch", visible: false, t: 61_000 }];
    fold(state, { kind: "batch", events: left, late: false }, byHand);
    fold(state, { kind: end }, byHand);
    const back: ScorableEvent[] = [
      { type: "idle", duration: 1_700_000, t: 62_000 },
      { type: "tab_switch", visible: true, t: 1_800_000 },
    ];
    fold(state, { kind: "batch", events: back, late: false }, byHand);
    const report = reportsOf(typing(1_800_100, 300), byHand, state).at(-1)!;
    assert.equal(report.signals.away, 0);
    assert.equal(report.risk, 0);
  }
});

Deno.test("[SC7] who is away when a pause ends is away from then on", () => {
  const state = createState();
  reportsOf([...typing(0, 300), { type: "tab_switch", visible: false, t: 60_500 }], context, state);
  fold(state, { kind: "paused" }, context);
  fold(state, { kind: "resumed" }, context);
  const events: ScorableEvent[] = [
    { type: "question_view", question: "q2", t: 900_000 },
    { type: "tab_switch", visible: true, t: 1_000_000 },
  ];
  const report = fold(state, { kind: "batch", events, late: false }, context);
  assert.deepEqual(state.signals.away.evidence()?.numbers, { spells: 1, away_ms: 100_000, longest_ms: 100_000 });
  assert.ok(report.signals.away! > 0.3);
});

Deno.test("[SC8] below its minimum of evidence everything is null and named, and the risk is a number all the same", () => {
  const report = fold(createState(), { kind: "started" }, context);
  assert.equal(report.risk, 0);
  assert.equal(report.level, "low");
  const signals = SIGNALS.map(({ name }) => name);
  assert.deepEqual(report.signals, Object.fromEntries(signals.map((name) => [name, null])));
  assert.deepEqual(Object.values(report.categories), [null, null, null]);
  assert.deepEqual(report.insufficient, [...signals, ...CATEGORIES]);
});

Deno.test("[SC9] who does everything at once comes to 100: away half of the time, the whole answer from outside, again and again", () => {
  const state = createState();
  const pastes = Array.from({ length: 10 }, (_, index) => paste(25_000 + index * 40_000, 2_000, "outside")).flat();
  const copies = Array.from(
    { length: 10 },
    (_, index): ScorableEvent => ({ type: "copy_event", length: 400, t: 26_000 + index * 40_000 }),
  );
  const events = woven(woven(away(10_000, 40, 6_000, 4_000), woven(pastes, copies)), [
    { type: "display_change", extended: true, t: 30_000 },
  ]);
  const reports = reportsOf(events, context, state);
  assert.equal(reports.at(-1)!.level, "high");
  assert.equal(Math.max(...reports.map(({ risk }) => risk)), 100);
});

Deno.test("[SC24] honest simulated people stay Low", () => {
  for (const persona of ["steady", "fast", "hesitant", "offline"] as const) {
    for (const seed of [11, 12]) {
      const highest = Math.max(...reportsOf(sittingOf(persona, seed, 20)).map(({ risk }) => risk));
      assert.ok(highest <= 30, `${persona} ${seed}: ${highest}`);
    }
  }
});

Deno.test("[SC24] simulated people with assistive technology stay Low with their accommodation", () => {
  for (const technology of ["dictation", "screen_reader", "switch_access"] as const) {
    const accommodated = contextWith({ accommodations: { technologies: [technology] } });
    for (const seed of [11, 12]) {
      const reports = reportsOf(sittingOf(technology, seed, 20), accommodated);
      const highest = Math.max(...reports.map(({ risk }) => risk));
      assert.ok(highest <= 30, `${technology} ${seed}: ${highest}`);
    }
  }
});

Deno.test("fold() gives the same report for the same log, twice", () => {
  const events = sittingOf("away", 5, 10);
  assert.deepEqual(reportsOf(events), reportsOf(events));
  assert.deepEqual(lastReport(events), lastReport(events));
});

/** `count` spells away of `awayMs`, each followed by `hereMs` at the exam. */
function away(fromT: number, count: number, awayMs: number, hereMs: number): ScorableEvent[] {
  return Array.from({ length: count }, (_, index): ScorableEvent[] => {
    const t = fromT + index * (awayMs + hereMs);
    return [{ type: "tab_switch", visible: false, t }, { type: "tab_switch", visible: true, t: t + awayMs }];
  }).flat();
}
