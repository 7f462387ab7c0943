import assert from "node:assert/strict";
import fc from "fast-check";
import { CLOSE, PING, PONG, TEXT } from "../../../lab/load/client_frame.ts";
import { FrameReader } from "../../../lab/load/frame_reader.ts";
import { serverFrame } from "./server_frame.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Reads bytes in pieces, and says what was heard. */
function heard(bytes: Uint8Array, pieces: readonly number[]): string[] {
  const told: string[] = [];
  const reader = new FrameReader({
    text: (chunk, start, end) => told.push(decoder.decode(chunk.subarray(start, end))),
    ping: (payload) => told.push(`ping ${payload.length}`),
    close: (code, reason) => told.push(`close ${code} ${reason}`),
  });
  // One buffer for everything, as a connection has it: what was read is written over.
  const buffer = new Uint8Array(bytes.length);
  let at = 0;
  for (const piece of [...pieces, bytes.length]) {
    const chunk = bytes.subarray(at, at + piece);
    buffer.set(chunk);
    reader.take(buffer.subarray(0, chunk.length));
    buffer.fill(0);
    at += piece;
  }
  return told;
}

function joined(frames: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(frames.flatMap((frame) => [...frame]));
}

Deno.test("[SI17] FrameReader hears every text once and in order, however the bytes are cut", () => {
  const text = fc.oneof(fc.string({ maxLength: 20 }), fc.nat({ max: 700 }).map((length) => "é".repeat(length)));
  fc.assert(fc.property(
    fc.array(text, { maxLength: 12 }),
    fc.array(fc.nat({ max: 90 }), { maxLength: 60 }),
    (texts, pieces) => {
      const bytes = joined(texts.map((one) => serverFrame(TEXT, encoder.encode(one))));
      assert.deepEqual(heard(bytes, pieces), texts);
    },
  ));
});

Deno.test("FrameReader hears long texts, pings and the end, and passes over pongs", () => {
  const long = "x".repeat(70_000);
  const bytes = joined([
    serverFrame(TEXT, encoder.encode(long)),
    serverFrame(PING, encoder.encode("abc")),
    serverFrame(PONG, new Uint8Array()),
    serverFrame(CLOSE, Uint8Array.of(4429 >> 8, 4429 & 255, ...encoder.encode("rate_limited"))),
    serverFrame(CLOSE, new Uint8Array()),
  ]);
  const told = [long, "ping 3", "close 4429 rate_limited", "close 1005 "];
  assert.deepEqual(heard(bytes, []), told);
  assert.deepEqual(heard(bytes, [1, 1, 1, 5, 40_000]), told);
});

Deno.test("FrameReader refuses what no server sends", () => {
  assert.throws(() => heard(Uint8Array.of(TEXT, 0x81, 0, 0, 0, 0, 65), []), /masked/);
  assert.throws(() => heard(serverFrame(0x01, encoder.encode("a")), []), /0x1/);
  assert.throws(() => heard(encoder.encode("HTTP/1.1 400 Bad Request"), []), RangeError);
});
