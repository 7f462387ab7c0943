import assert from "node:assert/strict";
import { gapsOf, makeGap } from "../../../islands/author/items/cloze_gaps.ts";

Deno.test("[WR15] a selection becomes a gap with its answer, and gaps follow the text that they stand in", () => {
  const text = "Paris lies on the Seine.";
  const made = makeGap(text, [], text.indexOf("Seine"), text.indexOf("Seine") + 5);
  assert.equal(made.passage, "Paris lies on the [[1]].");
  assert.deepEqual(made.gaps, [{ id: "1", max_characters: 50, correct: ["Seine"] }]);
  const second = makeGap(made.passage, made.gaps, 0, 5);
  assert.equal(second.passage, "[[2]] lies on the [[1]].");
  assert.deepEqual(second.gaps.map(({ id, correct }) => [id, correct]), [["2", ["Paris"]], ["1", ["Seine"]]]);
  assert.deepEqual(gapsOf("[[1]] and [[new]]", second.gaps).map(({ id, correct }) => [id, correct]), [
    ["1", ["Seine"]],
    ["new", undefined],
  ]);
});
