import assert from "node:assert/strict";
import fc from "fast-check";
import { pack, unpack } from "../../../server/store/packed.ts";
import { jsonBytes } from "../../../server/store/parts.ts";

Deno.test("[EL12] what is packed at rest comes back to the last byte, and what lies there as plain text, too", () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(200), (value, times) => {
    const text = jsonBytes(Array.from({ length: times }, () => value));
    assert.deepEqual(unpack(pack(text)), text);
    assert.deepEqual(unpack(text), text);
  }));
});

Deno.test("[EL12] a batch of the event log takes a third of its bytes, a short text stays as it is", () => {
  const keys = Array.from(
    { length: 20 },
    (_, index) => ({ dwell: 80 + index * 7 % 31, flight: null, key: "letter", t: index * 173 }),
  );
  const text = jsonBytes({ kind: "batch", events: keys });
  assert.ok(pack(text).length * 3 < text.length, `${pack(text).length} of ${text.length} bytes`);
  const short = jsonBytes({ kind: "paused" });
  assert.equal(pack(short), short);
});

Deno.test("[EL13] a packed text with a changed byte is refused, never read as another", () => {
  const text = jsonBytes(Array.from({ length: 100 }, (_, index) => ({ index, name: "value" })));
  const packed = pack(text);
  fc.assert(fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
    const changed = Uint8Array.from(packed);
    changed[place] ^= change;
    let read: Uint8Array;
    try {
      read = unpack(changed);
    } catch (error) {
      assert.ok(error instanceof RangeError);
      return;
    }
    // Without its mark it counts as plain text, which is no JSON.
    assert.equal(place, 0);
    assert.throws(() => JSON.parse(new TextDecoder().decode(read)));
  }));
});
