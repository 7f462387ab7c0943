import assert from "node:assert/strict";
import fc from "fast-check";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import { contextWith, paste, reportsOf, sittingOf } from "./support/sitting.ts";

/** Own text moved at a pause, as capture reports each way of it. */
const WAYS = ["cut", "select_all", "copy", "drag", "undo", "delete_undo"] as const;

interface Move {
  t: number;
  length: number;
  way: typeof WAYS[number];
}

function edit(
  t: number,
  at: number,
  removed: number,
  inserted: number,
  input: "typing" | "drop" | "history" | "other",
): ScorableEvent {
  return { type: "answer_edit", question: "q1", at, removed, inserted, input, t };
}

function shortcut(t: number): ScorableEvent {
  return { type: "keystroke_data", key: "shortcut", dwell: 80, flight: null, t };
}

/** The events of a move in a text of `written` characters, within 900 ms. Copies aside, the text is as it was behind it. */
function moveOf({ t, length, way }: Move, written: number): ScorableEvent[] {
  const moved = way === "select_all" ? written : Math.min(length, written);
  switch (way) {
    case "cut":
    case "select_all":
      return [
        shortcut(t),
        { type: "cut_event", length: moved, t: t + 5 },
        edit(t + 5, 0, moved, 0, way === "cut" ? "other" : "typing"),
        shortcut(t + 800),
        ...paste(t + 805, moved, "exam"),
      ];
    case "copy":
      return [
        shortcut(t),
        { type: "copy_event", length: moved, t: t + 5 },
        shortcut(t + 800),
        ...paste(t + 805, moved, "exam"),
      ];
    case "drag":
      return [edit(t, 0, moved, 0, "drop"), edit(t + 1, 0, 0, moved, "drop")];
    case "undo":
      return [
        shortcut(t),
        edit(t + 2, 0, moved, 0, "history"),
        shortcut(t + 700),
        edit(t + 702, 0, 0, moved, "history"),
      ];
    case "delete_undo":
      return [edit(t + 2, 0, moved, 0, "typing"), shortcut(t + 700), edit(t + 702, 0, 0, moved, "history")];
  }
}

/**
 * A sitting with moves between its keys: each begins when its writer rests, and what comes later comes as much later as
 * the move took.
 */
function withMoves(events: readonly ScorableEvent[], moves: readonly Move[]): ScorableEvent[] {
  const sorted = moves.toSorted((a, b) => a.t - b.t);
  const result: ScorableEvent[] = [];
  let next = 0;
  let written = 0;
  let copied = 0;
  let lateMs = 0;
  let lastT = 0;
  for (const event of events) {
    // An edit follows its key at once: a move stands between two pairs.
    while (next < sorted.length && sorted[next].t <= event.t && event.type === "keystroke_data") {
      const move = sorted[next++];
      result.push(...moveOf({ ...move, t: lastT + lateMs + 20 }, written));
      // A copy is put in at the beginning: what is written later lies as much further on.
      if (move.way === "copy") copied += Math.min(move.length, written);
      lateMs += 1_000;
    }
    const shifted = { ...event, t: event.t + lateMs };
    result.push(shifted.type === "answer_edit" ? { ...shifted, at: shifted.at + copied } : shifted);
    lastT = event.t;
    if (event.type === "answer_edit" && typeof event.inserted === "string") {
      written += event.inserted.length - event.removed;
    }
  }
  return result;
}

const peakOf = (reports: readonly RiskReport[]) => reports.at(-1)!.peak;

/**
 * What measures text, against how far own text moved may change it: a model that reads pauses loses the pauses that the
 * moves stand in, and is asked at other events.
 */
const UNCHANGED = { transcription: 0.05, external_text: 0, capture: 0, takeover: 0.005 } as const;
/** The peak is the highest of the moments at which the model is asked; with moves these are others, and one may be missed. */
const PEAK_POINTS = { rises: 2, falls: 5 } as const;

for (const [name, persona, seed] of [["a writer", "steady", 7], ["a copyist", "transcribing", 3]] as const) {
  const sitting = sittingOf(persona, seed, 25).filter(({ type }) =>
    type === "keystroke_data" || type === "answer_edit"
  );
  // Between any two keys, from a fifth of the sitting on.
  const places = sitting.slice(Math.round(sitting.length / 5)).map(({ t }) => t);
  const plain = reportsOf(sitting);
  const moves = fc.array(
    fc.record({
      t: fc.constantFrom(...places),
      length: fc.integer({ min: 20, max: 400 }),
      way: fc.constantFrom(...WAYS),
    }),
    { minLength: 1, maxLength: 8 },
  );
  Deno.test(`[SC28] own text that ${name} moves changes neither transcription, external_text, capture nor takeover`, () => {
    fc.assert(
      fc.property(moves, (moves) => {
        const moved = reportsOf(withMoves(sitting, moves));
        for (const [signal, epsilon] of Object.entries(UNCHANGED)) {
          const before = plain.at(-1)!.signals[signal];
          const after = moved.at(-1)!.signals[signal];
          assert.ok(before !== null && after !== null, `${signal}: ${before} ${after}`);
          assert.ok(Math.abs(after - before) <= epsilon, `${signal}: ${before} without, ${after} with`);
        }
        const risen = peakOf(moved) - peakOf(plain);
        assert.ok(
          risen <= PEAK_POINTS.rises && risen >= -PEAK_POINTS.falls,
          `peak ${peakOf(plain)} without, ${peakOf(moved)} with`,
        );
      }),
      { numRuns: 25 },
    );
  });
}

Deno.test("[SC28] who cuts and pastes all of a copied text back, again and again, is not taken for its author", () => {
  const copied = sittingOf("transcribing", 3, 25);
  const context = contextWith({});
  const plain = reportsOf(copied, context).at(-1)!;
  const all = Array.from(
    { length: 30 },
    (_, index): Move => ({ t: 300_000 + index * 30_000, length: 1, way: "select_all" }),
  );
  const moved = reportsOf(withMoves(copied.filter(({ type }) => type !== "idle"), all), context).at(-1)!;
  assert.ok(plain.signals.transcription! > 0.5, `${plain.signals.transcription}`);
  assert.ok(moved.signals.transcription! >= plain.signals.transcription! - 0.03, `${moved.signals.transcription}`);
});
