import assert from "node:assert/strict";
import { readBody } from "../../../routes/edge/body.ts";
import type { BodyPolicy } from "../../../routes/edge/policy.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** A request whose body comes in pieces, and whose length nobody says. */
function inPieces(...pieces: Uint8Array<ArrayBuffer>[]): Request {
  return new Request("http://localhost/", { method: "POST", body: ReadableStream.from(pieces) });
}

function policy(kind: "json" | "text" | "bytes", mayBeEmpty = false): BodyPolicy {
  return { kind, maxBytes: 8, mayBeEmpty };
}

Deno.test("[ED4] a body is JSON, a text or bytes as its policy says", async () => {
  const [start, end] = [bytes('["ä').slice(0, 3), bytes('["ä"]').slice(3)]; // cut within a character
  assert.deepEqual(await readBody(inPieces(start, end), policy("json")), ["ä"]);
  assert.equal(await readBody(inPieces(start, end), policy("text")), '["ä"]');
  assert.deepEqual(await readBody(inPieces(start, end), policy("bytes")), bytes('["ä"]'));
  await assert.rejects(readBody(inPieces(bytes("{")), policy("json")), { code: "bad_request" });
});

Deno.test("[ED4] where none is read, the body is left alone", async () => {
  const request = inPieces(bytes("anything at all"));
  assert.equal(await readBody(request, { kind: "none" }), undefined);
  assert.equal(request.bodyUsed, false);
});

Deno.test("[ED4] a body is refused at its first byte over the limit, told or counted", async () => {
  for (const kind of ["json", "text", "bytes"] as const) {
    assert.ok(await readBody(inPieces(bytes('"1234'), bytes('56"')), policy(kind)));
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(bytes("12345"));
      },
    }, { highWaterMark: 0 });
    const request = new Request("http://localhost/", { method: "POST", body: endless });
    await assert.rejects(readBody(request, policy(kind)), { code: "too_large" });
    assert.equal(pulled, 2);
    const told = new Request("http://localhost/", { method: "POST", headers: { "content-length": "9" }, body: "1" });
    await assert.rejects(readBody(told, policy(kind)), { code: "too_large" });
  }
});

Deno.test("[ED4] an empty body is taken where it may be empty: as {} where it is JSON", async () => {
  for (const [kind, value] of [["json", {}], ["text", ""], ["bytes", bytes("")]] as const) {
    assert.deepEqual(await readBody(inPieces(), policy(kind, true)), value);
    await assert.rejects(readBody(inPieces(), policy(kind)), { code: "bad_request" });
  }
});
