import assert from "node:assert/strict";
import { AnswerEdges } from "../../../scoring/answers/answer_edges.ts";

/** An answer of 100 written characters. */
function written(): AnswerEdges {
  const edges = new AnswerEdges();
  edges.turnTo("q1");
  edges.write(0, 0, 100);
  return edges;
}

Deno.test("[SG111] writing on above own text that was pasted below is no going back", () => {
  const edges = written();
  edges.move(100, 0, 300, 0);
  assert.equal(edges.write(100, 0, 1), false);
  assert.equal(edges.write(101, 0, 1), false);
  assert.equal(edges.write(40, 0, 1), true);
});

Deno.test("[SG111] the leading edge moves with what is put in or taken out before it", () => {
  const edges = written();
  edges.move(0, 0, 300, 0);
  assert.equal(edges.write(399, 0, 1), true);
  assert.equal(edges.write(401, 0, 1), false);
  edges.move(0, 200, 0, 0);
  assert.equal(edges.write(202, 0, 1), false);
});

Deno.test("[SG111] text that is cut at the leading edge and put back there takes the edge with it", () => {
  const edges = written();
  edges.move(0, 100, 0, 0);
  edges.move(0, 0, 100, 100);
  assert.equal(edges.write(50, 0, 1), true);
  assert.equal(edges.write(101, 0, 1), false);
});

Deno.test("[SG111] every answer has a leading edge of its own, and a snapshot keeps them", () => {
  const edges = written();
  edges.turnTo("q2");
  edges.write(0, 0, 10);
  const copy = new AnswerEdges();
  copy.restore(JSON.parse(JSON.stringify(edges.snapshot())));
  for (const each of [edges, copy]) {
    assert.equal(each.length, 10);
    each.turnTo("q1");
    assert.deepEqual([each.length, each.write(99, 0, 1)], [100, true]);
  }
});
