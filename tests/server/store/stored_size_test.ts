import assert from "node:assert/strict";
import { serialize } from "node:v8";
import fc from "fast-check";
import { storedSize } from "../../../server/store/stored_size.ts";

Deno.test("[ST1] a value's measured size is never below what the store keeps, and little above", () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: "grapheme" }),
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.uint8Array(),
      fc.array(tie("any")),
      fc.dictionary(fc.string(), tie("any")),
    ),
  })).any;
  fc.assert(fc.property(value, (any) => {
    const kept = serialize(any).length;
    const measured = storedSize(any);
    assert.ok(measured >= kept, `${measured} < ${kept}`);
    assert.ok(measured <= 16 + 4 * kept, `${measured} is far above ${kept}`);
  }));
});

Deno.test("[ST2] an attempt's head is measured with at most half too much", () => {
  const head = {
    state: "active",
    deadline: 1_760_000_000_000,
    n: 3_611,
    chain: "a".repeat(64),
    lastSeq: 3_600,
    lastHash: "b".repeat(64),
    lastT: 3_600_123,
    risk: {
      risk: 31.5,
      level: "medium",
      peak: 40.25,
      reasons: [["transcription", 22], ["away", 9]],
      insufficient: false,
    },
    writer: { instance: "c".repeat(22), epoch: 4 },
  };
  const kept = serialize(head).length;
  assert.ok(storedSize(head) <= 1.5 * kept, `${storedSize(head)} of ${kept}`);
});
