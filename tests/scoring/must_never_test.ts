import assert from "node:assert/strict";
import fc from "fast-check";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { createState, fold, type ScoreState } from "../../scoring/fold.ts";
import { ExternalText } from "../../scoring/signals/external_text.ts";
import type { SignalLimit, SignalTracker } from "../../scoring/signals/signal.ts";
import { CONTRIBUTORS, type SignalName, SIGNALS } from "../../scoring/weights.ts";
import { arbitraryEvents } from "./support/arbitrary_events.ts";
import { contextWith, lastReport, paste, reportsOf, sittingOf, woven } from "./support/sitting.ts";

// Shared by the properties: half an hour of one steady simulated student.
const STEADY = sittingOf("steady", 7, 30);
const LAST_T = STEADY.at(-1)!.t;

const moment = fc.integer({ min: 1_000, max: LAST_T - 20_000 });
const weights = fc.dictionary(
  fc.constantFrom(...CONTRIBUTORS.map(({ name }) => name), "mouse", "keyboard", "window", "signal"),
  fc.double({ min: 0, max: 3, noNaN: true }),
  { maxKeys: 8 },
);

/** A signal that says what it is told, under the limit of the one whose place it takes. */
class Loud extends ExternalText {
  readonly #score: number | null;
  readonly #limited: SignalTracker;

  constructor(score: number | null, limited: SignalTracker) {
    super();
    this.#score = score;
    this.#limited = limited;
  }

  override score(): number | null {
    return this.#score;
  }

  override get limit(): SignalLimit | null {
    return this.#limited.limit ?? null;
  }
}

function stateWith(signal: SignalName, score: number | null): ScoreState {
  const state = createState();
  Object.assign(state.signals, { [signal]: new Loud(score, state.signals[signal]) });
  return state;
}

function highest(events: readonly ScorableEvent[], context?: ScoringContext, state?: ScoreState): number {
  return Math.max(...reportsOf(events, context, state).map(({ risk }) => risk));
}

Deno.test("[SC20] one paste alone is never High, however long, whenever it comes, whatever the policy's weights", () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 200_000 }), weights, fc.boolean(), (t, length, weights, isWhole) => {
      // In the middle of typing, or as the whole answer.
      const around = isWhole ? STEADY.filter(({ type }) => type === "mouse_data" || type === "idle") : STEADY;
      const events = woven(around, paste(t, length, "outside"));
      assert.ok(highest(events, contextWith({ policy: { weights } })) <= 70);
    }),
    { numRuns: 30 },
  );
});

Deno.test("[SC20] one insert that nobody called a paste is never High either, and still shows as a signal", () => {
  const insert: ScorableEvent = { type: "answer_edit", question: "q1", at: 0, removed: 0, inserted: 9_000, t: 700_000 };
  const report = lastReport(woven(STEADY, [insert]));
  assert.notEqual(report.level, "high");
  assert.ok(report.signals.external_text! > 0.3);
  assert.equal(report.contributions[0].name, "external_text");
});

Deno.test("[SC20] one paste does not carry into High what others left below", () => {
  for (const score of [0.5, 0.7, 0.9, 1]) {
    for (const weight of [1, 1.5, 3]) {
      const context = contextWith({ policy: { weights: { external_text: weight } } });
      const others = highest(STEADY, context, stateWith("takeover", score));
      assert.ok(others <= 70 && others > 10);
      assert.ok(highest(woven(STEADY, paste(700_000, 9_000, "outside")), context, stateWith("takeover", score)) <= 70);
    }
  }
});

Deno.test("[SC21] a blur or a hidden tab below a second adds no risk", () => {
  const glances = fc.array(fc.tuple(moment, fc.integer({ min: 1, max: 999 }), fc.boolean()), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(glances, (glances) => {
      const events = glances.flatMap(([t, ms, isTab]): ScorableEvent[] =>
        isTab
          ? [{ type: "tab_switch", visible: false, t }, { type: "tab_switch", visible: true, t: t + ms }]
          : [{ type: "focus_change", focused: false, t }, { type: "focus_change", focused: true, t: t + ms }]
      );
      // Glances that touch are longer ones: keep those that stand alone.
      const alone = events.filter((event, index) => {
        const first = index - index % 2;
        return events.every((other, place) =>
          place - place % 2 === first || other.t < events[first].t - 1 || other.t > events[first + 1].t + 1
        ) && event;
      });
      const report = lastReport(woven(STEADY, alone));
      const without = lastReport(STEADY);
      assert.equal(report.signals.away, 0);
      assert.equal(report.categories.window, 0);
      assert.ok(report.risk <= without.risk + 0.01, `${report.risk} without, ${without.risk} with`);
    }),
    { numRuns: 30 },
  );
});

Deno.test("[SC21] losing the network and coming back adds no risk, and late batches score as others", () => {
  const cuts = fc.array(fc.tuple(moment, fc.integer({ min: 0, max: 300_000 })), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(cuts, (cuts) => {
      const events = cuts.flatMap(([t, ms]): ScorableEvent[] => [
        { type: "connection_change", online: false, t },
        { type: "connection_change", online: true, t: Math.min(t + ms, LAST_T - 1) },
      ]);
      const report = lastReport(woven(STEADY, events));
      const without = lastReport(STEADY);
      assert.deepEqual(report, without);
    }),
    { numRuns: 20 },
  );
});

Deno.test("[SC22] own text moved within the exam adds no risk", () => {
  const moves = fc.array(
    fc.record({
      t: fc.integer({ min: 600_000, max: LAST_T - 20_000 }),
      length: fc.integer({ min: 1, max: 400 }),
      how: fc.constantFrom("cut", "copy", "drag", "retype", "undo"),
    }),
    { minLength: 1, maxLength: 25 },
  );
  fc.assert(
    fc.property(moves, (moves) => {
      // One after the other, as hands do it.
      const apart = moves.map((move, index) => ({ ...move, t: move.t % 10_000 + 600_000 + index * 20_000 }));
      const events = woven(STEADY, apart.flatMap(moveOf));
      // Models read rhythm and pauses, which the keys of a move belong to: they may waver, not more.
      assert.ok(highest(events) <= 30);
      const context = contextWith({ policy: { muted: ["takeover", "transcription", "automation"] } });
      const report = lastReport(events, context);
      assert.equal(report.signals.external_text, 0);
      assert.equal(report.categories.keyboard, 0);
      assert.equal(report.risk, lastReport(STEADY, context).risk);
    }),
    { numRuns: 30 },
  );
});

/** Text that goes elsewhere, as capture reports each way of it. */
function moveOf({ t, length, how }: { t: number; length: number; how: string }): ScorableEvent[] {
  const edit = (
    removed: number,
    inserted: number,
    input: "typing" | "drop" | "history" | undefined,
    at: number,
  ): ScorableEvent => ({
    type: "answer_edit",
    question: "q1",
    at: 0,
    removed,
    inserted,
    input,
    t: at,
  });
  const shortcut = (at: number): ScorableEvent => ({
    type: "keystroke_data",
    key: "shortcut",
    dwell: 80,
    flight: null,
    t: at,
  });
  switch (how) {
    case "cut":
      return [
        shortcut(t),
        { type: "cut_event", length, t: t + 5 },
        edit(length, 0, "typing", t + 5),
        shortcut(t + 2_000),
        ...paste(t + 2_005, length, "exam"),
      ];
    case "copy":
      return [
        shortcut(t),
        { type: "copy_event", length, t: t + 5 },
        shortcut(t + 2_000),
        ...paste(t + 2_005, length, "exam"),
      ];
    case "drag":
      return [edit(length, 0, "drop", t), edit(0, length, "drop", t + 2)];
    case "retype":
      return [edit(length, 0, undefined, t), edit(0, length, undefined, t + 4_000)];
    default:
      return [edit(length, 0, "history", t), edit(0, length, "history", t + 1_500)];
  }
}

/** Nothing is typed: whose hands these are, the pointer alone says. */
const POINTING = STEADY.filter(({ type }) => type !== "keystroke_data" && type !== "answer_edit");

Deno.test("[SC23] the pointer alone never lifts anybody above Low by takeover, whatever the policy's weights", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), weights, (score, weights) => {
      const context = contextWith({ policy: { weights } });
      const others = highest(POINTING, context);
      if (others > 30) return;
      assert.ok(highest(POINTING, context, stateWith("takeover", score)) <= 30);
    }),
    { numRuns: 20 },
  );
});

Deno.test("[SC23] the pointer's takeover does not carry a risk over Low that others left within it", () => {
  const glances: ScorableEvent[] = Array.from({ length: 8 }, (_, index): ScorableEvent[] => {
    const t = 60_000 + index * 60_000;
    return [{ type: "tab_switch", visible: false, t }, { type: "tab_switch", visible: true, t: t + 9_000 }];
  }).flat();
  const events = woven(POINTING, glances);
  const others = highest(events);
  assert.ok(others > 2 && others <= 30, `${others}`);
  const both = highest(events, undefined, stateWith("takeover", 1));
  assert.ok(both > others && both <= 30, `${both}`);
});

Deno.test("[SC29] no signal alone is High, and the points of any two but display are", () => {
  for (const { name } of SIGNALS) assert.ok(highest(STEADY, undefined, stateWith(name, 1)) <= 70, name);
  const strong = SIGNALS.filter(({ name }) => name !== "display");
  const [least, next] = strong.map(({ points }) => points).toSorted((one, other) => one - other);
  assert.ok(least + next > 70);
});

Deno.test("[SC25] a muted signal never changes the score: reports are the same to the last bit, whatever it saw", () => {
  const score = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(arbitraryEvents, fc.constantFrom(...SIGNALS.map(({ name }) => name)), score, (events, name, score) => {
      for (
        const context of [
          contextWith({ policy: { muted: [name] } }),
          contextWith({ accommodations: { weights: { [name]: 0 } } }),
        ]
      ) {
        const reports = reportsOf(events, context, stateWith(name, score));
        const others = reportsOf(events, context, stateWith(name, null));
        assert.deepEqual(reports, others);
        assert.deepEqual(reports[0].muted, [name]);
        assert.equal(reports[0].signals[name], null);
        assert.equal(reports[0].insufficient.includes(name), false);
      }
    }),
  );
});

Deno.test("[SC25] muting what said nothing changes only the list of what is muted", () => {
  fc.assert(fc.property(arbitraryEvents, fc.constantFrom(...SIGNALS.map(({ name }) => name)), (events, name) => {
    const reports = reportsOf(events, contextWith({ policy: { muted: [name] } }), stateWith(name, null));
    const others = reportsOf(events, contextWith({}), stateWith(name, null));
    const bare = (list: typeof reports) =>
      list.map((report) => ({
        ...report,
        muted: [],
        insufficient: report.insufficient.filter((each) => each !== name),
      }));
    assert.deepEqual(bare(reports), bare(others));
  }));
});

Deno.test("[SC25] a signal that is muted in the middle of an attempt takes what is left of it along", () => {
  const state = createState();
  const pasted = woven(STEADY.slice(0, 400), [...paste(5_000, 900, "outside"), ...paste(20_000, 900, "outside")]);
  const others = ["takeover", "transcription", "automation"];
  const before = reportsOf(pasted, contextWith({ policy: { muted: others } }), state).at(-1)!;
  assert.ok(before.risk > 20);
  const after = fold(state, { kind: "noticed" }, contextWith({ policy: { muted: [...others, "external_text"] } }));
  assert.ok(after.risk < 5, JSON.stringify(after.contributions));
});

Deno.test("[SC25] muted features and categories cannot raise a risk", () => {
  const names = fc.subarray([...CONTRIBUTORS.map(({ name }) => name), "mouse", "keyboard", "window"]);
  fc.assert(fc.property(arbitraryEvents, names, (events, muted) => {
    const all = lastReport(events);
    // Automation may rise where what it was limited by falls away; it is another test's.
    const report = lastReport(events, contextWith({ policy: { muted: [...muted, "automation"] } }));
    assert.ok(report.risk <= all.risk + 0.05, `${report.risk} muted, ${all.risk} not`);
    for (const { name, category } of report.contributions) {
      assert.equal(muted.includes(name) || muted.includes(category), false);
    }
  }));
});
