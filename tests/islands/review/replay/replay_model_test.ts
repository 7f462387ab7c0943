import assert from "node:assert/strict";
import fc from "fast-check";
import { AnnotatedText, type Run } from "../../../../islands/review/replay/annotated_text.ts";
import { ReplayModel } from "../../../../islands/review/replay/replay_model.ts";
import { PlayTime } from "../../../../islands/review/replay/play_time.ts";
import type { ReplayStep } from "../../../../protocol/replay.ts";

type Edit = Extract<ReplayStep, { kind: "edit" }>;

const edit = (t: number, at: number, inserted: string, fields: Partial<Edit> = {}): Edit => ({
  kind: "edit",
  t,
  question: "q1",
  at,
  removed: 0,
  inserted,
  input: "typing",
  ...fields,
});

function runsAt(model: ReplayModel, t: number): string[] {
  const text = model.at(t).answers.get("q1");
  assert.ok(text instanceof AnnotatedText);
  return text.runs.map(({ text: piece, how, gone }: Run) => `${gone === null ? how : "gone"}: ${piece}`);
}

Deno.test("[RV21] typed, helped, moved and arrived text and what was deleted are told apart", () => {
  const model = new ReplayModel([
    edit(100, 0, "H"),
    edit(200, 1, "i"),
    edit(300, 2, " everybody", { input: "dictation" }),
    edit(400, 2, "", { removed: 10, input: "other" }),
    edit(500, 0, " everybody", { input: "paste" }),
    edit(600, 12, "A whole paragraph from elsewhere.", { input: "paste" }),
    edit(700, 45, "no one typed this", { input: undefined }),
    edit(800, 62, "あ", { input: "composition" }),
    { kind: "whole", t: 900, answers: { q1: "Handed in." } },
  ]);
  assert.deepEqual(runsAt(model, 450), ["typed: Hi", "gone:  everybody"]);
  assert.deepEqual(runsAt(model, 850), [
    "moved:  everybody",
    "typed: Hi",
    "gone:  everybody",
    "arrived: A whole paragraph from elsewhere.no one typed this",
    "typed: あ",
  ]);
  assert.deepEqual(runsAt(model, 900), ["given: Handed in."]);
  assert.deepEqual(model.arrivals(20).map(({ t, characters }) => [t, characters]), [[600, 33]]);
  assert.deepEqual(model.at(850).caret, { question: "q1", offset: 63 });
});

Deno.test("[RV21] what was deleted goes a minute later, and typing does not mix with it", () => {
  const model = new ReplayModel([
    edit(0, 0, "a"),
    edit(10, 0, "", { removed: 1 }),
    edit(20, 0, "b"),
    edit(61_000, 1, "c"),
  ]);
  assert.deepEqual(runsAt(model, 20), ["gone: a", "typed: b"]);
  assert.deepEqual(runsAt(model, 61_000), ["typed: bc"]);
});

Deno.test("[RV22] pauses are compressed, and play time and attempt time undo each other", () => {
  const times = fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 30 });
  fc.assert(fc.property(times, fc.boolean(), (moments, isCompressed) => {
    const time = new PlayTime(moments, 100_000, isCompressed);
    let before = -1;
    for (let t = 0; t <= 100_000; t += 997) {
      const play = time.toPlay(t);
      assert.ok(play > before);
      assert.ok(Math.abs(time.toAttempt(play) - t) < 1e-6);
      before = play;
    }
    assert.equal(time.toPlay(100_000), time.length);
    assert.ok(isCompressed ? time.length <= 100_000 : time.length === 100_000);
  }));
  const time = new PlayTime([1_000, 1_500, 61_500], 62_000, true);
  assert.equal(time.length, 1_000 + 500 + 700 + 500);
});
