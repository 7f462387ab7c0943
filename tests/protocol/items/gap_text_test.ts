import assert from "node:assert/strict";
import fc from "fast-check";
import { GapText } from "../../../protocol/items/gap_text.ts";

const edit = fc.record({
  at: fc.oneof(fc.nat(40), fc.nat(3_000)),
  removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(700)),
  inserted: fc.oneof(fc.constant("a"), fc.string({ maxLength: 5 }), fc.constant("long ".repeat(150))),
});

Deno.test("[EL11] an answer that is edited in pieces is the text that plain edits make", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(edit, { maxLength: 60 }), (begun, edits) => {
      const text = new GapText(begun);
      let plain = begun;
      for (const { at, removed, inserted } of edits) {
        const begin = Math.min(at, plain.length);
        const end = Math.min(begin + removed, plain.length);
        plain = (plain.slice(0, begin) + inserted + plain.slice(end)).slice(0, 2_000);
        text.edit(at, removed, inserted, 2_000);
        assert.equal(text.length, plain.length);
      }
      assert.equal(text.toString(), plain);
    }),
  );
});

Deno.test("[EL11] a long text takes thousands of letters at its end", () => {
  const text = new GapText("x".repeat(150_000));
  for (let letter = 0; letter < 20_000; letter++) text.edit(200_000, 0, "y", 200_000);
  assert.equal(text.toString(), "x".repeat(150_000) + "y".repeat(20_000));
});
