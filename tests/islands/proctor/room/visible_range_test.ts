import assert from "node:assert/strict";
import fc from "fast-check";
import { visibleRange } from "../../../../islands/proctor/room/visible_range.ts";

Deno.test("visibleRange() holds every row that can be seen, and few others", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5_000 }),
      fc.integer({ min: -200_000, max: 2_000 }),
      (count, top) => {
        const height = 40;
        const windowHeight = 900;
        const { from, to } = visibleRange(count, height, top, windowHeight);
        assert.ok(0 <= from && from <= to && to <= count);
        assert.ok(to - from <= Math.ceil(windowHeight / height) + 1 + 16);
        for (let row = 0; row < count; row += 1) {
          const isSeen = top + row * height < windowHeight && top + (row + 1) * height > 0;
          if (isSeen) assert.ok(from <= row && row < to);
        }
      },
    ),
    { numRuns: 50 },
  );
});
