import assert from "node:assert/strict";
import fc from "fast-check";
import { PATH_SPAN_MS, type PointerPath, PointerSampler, share } from "../../../islands/capture/pointer_path.ts";
import { MouseData } from "../../../protocol/events.ts";

Deno.test("[CA05] a path is sampled fifty times a second, ends where the pointer did, and breaks where it stood", () => {
  const paths: PointerPath[] = [];
  const sampler = new PointerSampler((path) => paths.push(path));
  for (let at = 0; at <= 105; at += 5) sampler.add("move", "mouse", at, at / 1_000, 0.5);
  sampler.add("move", "mouse", 900, 0.9, 0.5);
  sampler.flush();
  assert.deepEqual(paths.map((path) => path.points.map(([dt]) => dt)), [[0, 20, 40, 60, 80, 100, 105], [0]]);
});

Deno.test("[CA05] whatever a pointer does, its paths are short, in order, and as the protocol takes them", () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const move = fc.record({ ms: fc.double({ min: 0, max: 500, noNaN: true }), x: number, y: number });
  fc.assert(fc.property(fc.array(move, { minLength: 1, maxLength: 200 }), (moves) => {
    const paths: PointerPath[] = [];
    const sampler = new PointerSampler((path) => paths.push(path));
    let at = 0;
    for (const { ms, x, y } of moves) sampler.add("move", "touch", at += ms, x, y);
    sampler.flush();
    assert.ok(paths.length > 0);
    for (const { at, isScripted: _, ...path } of paths) {
      MouseData.parse({ ...path, t: Math.round(at), type: "mouse_data" });
      const offsets = path.points.map(([dt]) => dt);
      assert.deepEqual(offsets, offsets.toSorted((a, b) => a - b));
      assert.ok(offsets.at(-1)! <= PATH_SPAN_MS + 0.1);
    }
  }));
});

Deno.test("[CA92] what a script moves is a path of its own", () => {
  const paths: PointerPath[] = [];
  const sampler = new PointerSampler((path) => paths.push(path));
  for (let at = 0; at < 200; at += 20) sampler.add("move", "mouse", at, at / 1_000, 0.5, at >= 100);
  sampler.flush();
  assert.deepEqual(paths.map(({ at, isScripted, points }) => [at, isScripted, points.length]), [
    [0, false, 5],
    [100, true, 5],
  ]);
});

Deno.test("[CA05] a share of a viewport that has no size is a number all the same", () => {
  assert.deepEqual([share(NaN), share(Infinity), share(-0), share(1e9)], [0, 0, 0, 100]);
});
