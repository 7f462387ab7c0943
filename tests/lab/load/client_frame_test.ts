import assert from "node:assert/strict";
import { clientFrame, payloadOf, PONG, TEXT } from "../../../lab/load/client_frame.ts";

Deno.test("clientFrame() masks what it carries, and says its length as RFC 6455 has it", () => {
  for (const length of [0, 1, 125, 126, 700, 65_535]) {
    const payload = Uint8Array.from({ length }, (_, at) => at * 7 & 255);
    const frame = clientFrame(TEXT, payload);
    const isLong = length >= 126;
    assert.equal(frame[0], 0x81);
    assert.equal(frame[1], 0x80 | (isLong ? 126 : length));
    if (isLong) assert.equal(frame[2] << 8 | frame[3], length);
    const mask = frame.subarray(isLong ? 4 : 2, isLong ? 8 : 6);
    assert.ok(mask.every((byte) => byte !== 0));
    assert.deepEqual(frame.slice(isLong ? 8 : 6).map((byte, at) => byte ^ mask[at % 4]), payload);
    assert.deepEqual(payloadOf(frame), payload);
  }
  assert.equal(clientFrame(PONG, new Uint8Array())[0], 0x8a);
  assert.throws(() => clientFrame(TEXT, new Uint8Array(65_536)), RangeError);
});
