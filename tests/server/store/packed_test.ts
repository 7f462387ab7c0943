import assert from "node:assert/strict";
import fc from "fast-check";
import { compressBlock, decompressBlock, mostBlockBytes } from "../../../server/store/lz4_block.ts";
import { sha256Hex } from "../../../server/log/hash.ts";
import { PRIMER_BYTES } from "../../../server/store/primer.ts";
import { pack, unpack } from "../../../server/store/packed.ts";
import { jsonBytes } from "../../../server/store/json_bytes.ts";

function batchText(keys: number): Uint8Array {
  const events = Array.from({ length: keys }, (_, index) => {
    return { dwell: 80 + index * 7 % 31, flight: null, key: "letter", t: index * 173, type: "keystroke_data" };
  });
  return jsonBytes({ kind: "batch", events });
}

Deno.test("[EL12] what is packed at rest comes back to the last byte, and what lies there as plain text, too", () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(300), (value, times) => {
    const text = jsonBytes(Array.from({ length: times }, () => value));
    assert.deepEqual(unpack(pack(text)), text);
    assert.deepEqual(unpack(text), text);
  }));
  for (const keys of [20, 500, 5_000]) assert.deepEqual(unpack(pack(batchText(keys))), batchText(keys));
});

Deno.test("[EL12] a block holds any bytes, in no more room than was said", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(fc.constantFrom(7, 8), { maxLength: 70_000, size: "max" }).map((some) => Uint8Array.from(some)),
  );
  fc.assert(
    fc.property(bytes, (source) => {
      const into = new Uint8Array(mostBlockBytes(source.length));
      const end = compressBlock(source, into);
      assert.ok(end <= into.length);
      assert.deepEqual(decompressBlock(into.subarray(0, end), source.length), source);
    }),
    { numRuns: 200 },
  );
});

Deno.test("[EL12] a block of the format's own description is read: literals, a match that overlaps itself, literals", () => {
  // Token 3 literals and a match of 4 + 5, "abc", offset 3; token 5 literals, "vwxyz".
  const block = Uint8Array.of(0x35, 97, 98, 99, 3, 0, 0x50, 118, 119, 120, 121, 122);
  assert.equal(new TextDecoder().decode(decompressBlock(block, 17)), "abcabcabcabcvwxyz");
});

Deno.test("[EL12] what was packed without a primer, as in stores of before, comes back", () => {
  const text = batchText(30);
  const before = new Uint8Array(5 + mostBlockBytes(text.length));
  const end = 5 + compressBlock(text, before.subarray(5));
  before[0] = 0x01;
  new DataView(before.buffer).setUint32(1, text.length, true);
  assert.deepEqual(unpack(before.subarray(0, end)), text);
});

Deno.test("[EL12] the primer is what it was when the first text was packed behind it", () => {
  assert.equal(sha256Hex(PRIMER_BYTES), "a98b822350563927b37987379caaee4d1931be4dfc7814a6af2d27674c089d77");
  assert.ok(PRIMER_BYTES.length < 4_000);
});

Deno.test("[EL12] a batch of the event log takes half of its bytes or less, a short text stays as it is", () => {
  const text = batchText(20);
  assert.ok(pack(text).length * 2 < text.length, `${pack(text).length} of ${text.length} bytes`);
  const short = jsonBytes({ kind: "paused" });
  assert.equal(pack(short), short);
});

Deno.test("[EL13] a packed text that was changed is refused or read as some text, whose hash the chain knows; nothing breaks", () => {
  const text = batchText(40);
  const packed = pack(text);
  fc.assert(
    fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const changed = Uint8Array.from(packed);
      changed[place] ^= change;
      try {
        assert.ok(unpack(changed) instanceof Uint8Array);
      } catch (error) {
        assert.ok(error instanceof RangeError, String(error));
      }
    }),
    { numRuns: 2_000 },
  );
});
