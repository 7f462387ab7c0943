import assert from "node:assert/strict";
import fc from "fast-check";
import { centreOf } from "../../../islands/capture/press_centre.ts";
import { MouseData } from "../../../protocol/events.ts";

const button = { left: 100, top: 50, width: 200, height: 40 };

Deno.test("[CA93] a press is as far from the middle as its further share: 0 in it, 1 at the edge", () => {
  assert.equal(centreOf([button], 200, 70), 0);
  assert.equal(centreOf([button], 200.9, 69.1), 0, "less than a pixel off may be the middle");
  assert.equal(centreOf([button], 250, 72), 0.5);
  assert.equal(centreOf([button], 210, 85), 0.75);
  assert.equal(centreOf([button], 100, 50), 1);
});

Deno.test("[CA93] of a link over two lines the line that was pressed counts; of none, all of them together", () => {
  const lines = [{ left: 300, top: 0, width: 100, height: 20 }, { left: 0, top: 20, width: 60, height: 20 }];
  assert.equal(centreOf(lines, 30, 30), 0);
  assert.equal(centreOf(lines, 350, 15), 0.5);
  assert.equal(centreOf(lines, 200, 20), 0);
});

Deno.test("[CA93] nothing is said where nothing has a size", () => {
  assert.equal(centreOf([], 1, 1), undefined);
  assert.equal(centreOf([{ left: 0, top: 0, width: 0, height: 10 }], 1, 1), undefined);
  assert.equal(centreOf([button], NaN, 1), undefined);
});

Deno.test("[CA93] whatever is pressed wherever, the protocol takes it", () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const size = fc.double({ min: 0, max: 1e6, noNaN: true });
  const box = fc.record({ left: number, top: number, width: size, height: size });
  fc.assert(fc.property(fc.array(box, { maxLength: 4 }), number, number, (boxes, x, y) => {
    const centre = centreOf(boxes, x, y);
    if (centre === undefined) return;
    MouseData.parse({ centre, kind: "down", pointer: "mouse", points: [[0, 0, 0]], t: 0, type: "mouse_data" });
  }));
});
