import assert from "node:assert/strict";
import { whoMayCall } from "../../../routes/api/who_may_call.ts";
import { curlOf } from "../../../routes/reference/curl.ts";
import { prettyJson } from "../../../routes/reference/pretty_json.ts";
import { innerSchemas, limitsSaid, typeSaid } from "../../../routes/reference/schema_said.ts";
import { readCurl } from "../../support/curl.ts";

Deno.test("curlOf() writes what a shell reads back, whatever quotes stand in it", () => {
  const body = { text: 'It\'s "so": \\n and $HOME' };
  const example = { token: "{token}", query: { q: "a b&c", id: "{id}" }, request: { type: "application/json", body } };
  const command = curlOf({ server: "http://localhost:8000", method: "put", path: "/api/{id}", example });
  const call = readCurl(command);
  assert.equal(call.method, "PUT");
  assert.equal(call.url, "http://localhost:8000/api/{id}?q=a%20b%26c&id={id}");
  assert.equal(call.headers.get("authorization"), "Bearer {token}");
  assert.deepEqual(JSON.parse(call.body ?? ""), body);
  const asked = readCurl(curlOf({ server: "http://localhost:8000", method: "get", path: "/ping", example: {} }));
  assert.deepEqual([asked.method, asked.url, asked.body], ["GET", "http://localhost:8000/ping", undefined]);
});

Deno.test("prettyJson() keeps on one line what fits, and is the same JSON", () => {
  assert.equal(prettyJson({ seq: 1, events: [] }), '{ "seq": 1, "events": [] }');
  const long = { list: Array.from({ length: 30 }, (_, at) => ({ at })), empty: {}, none: null };
  assert.deepEqual(JSON.parse(prettyJson(long)), long);
  assert.ok(prettyJson(long).split("\n").every((line) => line.length <= 82));
});

Deno.test("[DR40] a schema is said in words: type, limits, and what tells alternatives apart", () => {
  assert.equal(typeSaid({ type: "array", items: { type: "integer" } }), "list of whole number");
  assert.equal(typeSaid({ anyOf: [{ type: "string" }, { type: "null" }] }), "text or null");
  assert.equal(typeSaid({ enum: ["a", "b"] }), '"a" or "b"');
  assert.equal(limitsSaid({ type: "string", minLength: 1, maxLength: 64 }), "1 to 64 characters");
  assert.equal(
    limitsSaid({ type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 3 }),
    "at least 0, 3 when absent",
  );
  assert.equal(
    limitsSaid({ type: "array", maxItems: 4, items: { type: "string", maxLength: 9 } }),
    "at most 4 parts, each at most 9 characters",
  );
  const by = (name: string) => ({ type: "object", properties: { [name]: {} }, required: [name] });
  const kind = { type: "object", properties: { type: { const: "ack" } }, required: ["type"] };
  assert.deepEqual(innerSchemas({ anyOf: [by("code"), by("token"), kind] }).map(({ label }) => label), [
    "with code",
    "with token",
    'type: "ack"',
  ]);
});

Deno.test("[DR40] who may call an operation is a sentence made of its row", () => {
  assert.equal(whoMayCall({ anyone: "all", admin: "all" }), "Open to anyone.");
  assert.equal(whoMayCall({ admin: "all" }), "For admins.");
  assert.equal(
    whoMayCall({ student: "own", proctor: "exam", admin: "all" }),
    "For the attempt's own student, proctors of the exam and admins.",
  );
});
