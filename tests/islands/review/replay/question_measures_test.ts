import assert from "node:assert/strict";
import { ReplayModel } from "../../../../islands/review/replay/replay_model.ts";
import { questionMeasures } from "../../../../islands/review/replay/question_measures.ts";
import type { PaperQuestion } from "../../../../protocol/items/registry.ts";
import type { ReplayStep } from "../../../../protocol/replay.ts";

const questions = ["q1", "q2", "q3"].map((id) => ({ id, type: "essay", points: 1, text: "Write." }) as PaperQuestion);

Deno.test("[RV26] each question of an attempt is told by its time in view, time away, keys a minute and text in one piece", () => {
  const steps: ReplayStep[] = [
    { kind: "view", t: 0, question: "q1" },
    { kind: "focus", t: 20_000, focused: false },
    { kind: "focus", t: 30_000, focused: true },
    { kind: "view", t: 60_000, question: "q2" },
    { kind: "edit", t: 61_000, question: "q2", at: 0, removed: 0, inserted: "Brought along.", input: "paste" },
    { kind: "view", t: 65_000, question: "q1" },
  ];
  const keys = new Map([[5, 40], [40, 60], [70, 10]]);
  const told = questionMeasures({ questions, steps, keys, endT: 125_000, model: new ReplayModel(steps) });
  assert.deepEqual(told, [
    { question: "q1", inViewMs: 120_000, awayMs: 10_000, keysPerMinute: 60, arrived: 0, written: null },
    { question: "q2", inViewMs: 5_000, awayMs: 0, keysPerMinute: null, arrived: 14, written: 14 },
    { question: "q3", inViewMs: 0, awayMs: 0, keysPerMinute: null, arrived: 0, written: null },
  ]);
});
