import assert from "node:assert/strict";
import fc from "fast-check";
import { PackedRows } from "../../../scoring/windows/packed_rows.ts";

const COLUMNS = 9;

const value = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -100, max: 100 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 }),
  fc.integer({ min: -(2 ** 51), max: 2 ** 51 }),
);
const row = fc.array(value, { minLength: COLUMNS, maxLength: COLUMNS });
const step = fc.oneof(
  row.map((values) => ({ does: "push" as const, values })),
  fc.constant({ does: "shift" as const }),
  fc.record({ does: fc.constant("add" as const), at: fc.nat(), column: fc.nat({ max: COLUMNS - 1 }), value: fc.nat() }),
);

Deno.test("PackedRows holds what rows of numbers hold, whatever is put in, added and taken away", () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
    const packed = new PackedRows(COLUMNS);
    const rows: number[][] = [];
    for (const each of steps) {
      if (each.does === "push") {
        packed.push(Float64Array.from(each.values));
        rows.push(each.values);
      } else if (rows.length === 0) continue;
      else if (each.does === "shift") {
        packed.shift();
        rows.shift();
      } else {
        const index = each.at % rows.length;
        packed.add(index, each.column, each.value);
        rows[index] = rows[index].with(each.column, rows[index][each.column] + each.value);
      }
      const read = rows.map((_, index) => [...packed.read(index, new Float64Array(COLUMNS))]);
      assert.deepEqual(read, rows);
      assert.equal(packed.length, rows.length);
    }
  }));
});

Deno.test("PackedRows has room for 32 columns and throws for more", () => {
  const wide = Float64Array.from({ length: 32 }, (_, column) => column * 1e13);
  const packed = new PackedRows(32);
  packed.push(wide);
  assert.deepEqual(packed.read(0, new Float64Array(32)), wide);
  assert.throws(() => new PackedRows(33), RangeError);
});
