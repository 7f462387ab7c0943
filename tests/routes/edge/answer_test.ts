import assert from "node:assert/strict";
import { answer } from "../../../routes/edge/answer.ts";
import { type AnswerPolicy, CLOSED, type Policy } from "../../../routes/edge/policy.ts";
import type { Reply, ServedFile } from "../../../routes/edge/route.ts";

const ROUTE = { operation: "ping" } as const;
const FILE: ServedFile = { content: new Uint8Array([1, 2]), type: "image/png", isHashed: false };

const POLICY_OF: Record<Exclude<AnswerPolicy["kind"], "socket">, AnswerPolicy> = {
  json: { kind: "json" },
  nothing: { kind: "nothing" },
  html: { kind: "html" },
  file: { kind: "file", types: ["image/png"], isPrivate: false },
};
const REPLY_OF: Record<keyof typeof POLICY_OF, Reply> = {
  json: { body: { done: true } },
  nothing: {},
  html: { html: "<!doctype html>" },
  file: { file: FILE },
};
const KINDS = Object.keys(POLICY_OF) as (keyof typeof POLICY_OF)[];

function answered(policy: Partial<Policy>, reply: Reply): Response {
  return answer(ROUTE, { ...CLOSED, ...policy }, reply);
}

Deno.test("[ED5] a reply of the policy's kind is answered, any other one is a fault", () => {
  for (const kind of KINDS) {
    for (const other of KINDS) {
      const send = () => answered({ answer: POLICY_OF[kind] }, REPLY_OF[other]);
      if (kind === other) assert.equal(send().status, kind === "nothing" ? 204 : 200);
      else assert.throws(send, TypeError, `${other} for ${kind}`);
    }
  }
  for (const kind of KINDS) assert.throws(() => answered({ answer: { kind: "socket" } }, REPLY_OF[kind]), TypeError);
});

Deno.test("[ED5] a file has one of the types that the policy names", async () => {
  const sent = answered({ answer: POLICY_OF.file }, { file: FILE });
  assert.equal(sent.headers.get("content-type"), "image/png");
  assert.deepEqual(new Uint8Array(await sent.arrayBuffer()), FILE.content);
  const page: ServedFile = { ...FILE, type: "text/html" };
  assert.throws(() => answered({ answer: POLICY_OF.file }, { file: page }), TypeError);
});

Deno.test("[ED5] a file stands in the place of JSON where the policy names its type, and nobody keeps a copy", () => {
  const orFile: AnswerPolicy = { kind: "json", orFile: ["image/png"] };
  const sent = answered({ answer: orFile }, { file: { ...FILE, isHashed: true } });
  assert.equal(sent.headers.get("content-type"), "image/png");
  assert.equal(sent.headers.get("cache-control"), "no-store");
  assert.equal(answered({ answer: orFile }, REPLY_OF.json).status, 200);
  assert.throws(() => answered({ answer: orFile }, { file: { ...FILE, type: "text/html" } }), TypeError);
});

Deno.test("[ED5] a cookie is set only where the policy does not ignore cookies", () => {
  const reply: Reply = { headers: { "set-cookie": "a=b" } };
  assert.throws(() => answered({}, reply), TypeError);
  for (const cookie of ["counts", "replaced"] as const) {
    assert.equal(answered({ cookie }, reply).headers.get("set-cookie"), "a=b");
  }
});

Deno.test("[ED6] nobody keeps a copy but of files: for ever with a hashed address, never of private ones", () => {
  for (const kind of ["json", "nothing", "html"] as const) {
    assert.equal(answered({ answer: POLICY_OF[kind] }, REPLY_OF[kind]).headers.get("cache-control"), "no-store");
  }
  const caching = (isPrivate: boolean, isHashed: boolean) =>
    answered({ answer: { kind: "file", types: ["image/png"], isPrivate } }, { file: { ...FILE, isHashed } })
      .headers.get("cache-control");
  assert.equal(caching(false, true), "public, max-age=31536000, immutable");
  assert.equal(caching(false, false), "no-cache");
  assert.equal(caching(true, true), "no-store");
});
