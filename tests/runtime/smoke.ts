/**
 * The server's smoke test, for whatever runtime it is started under: an instance starts, a student joins by REST,
 * opens the socket, and a batch is acknowledged and counts.
 *
 * @module
 */
import assert from "node:assert/strict";
import { startServer } from "../../server/start_server.ts";

const folder = await Deno.makeTempDir({ prefix: "invigil-smoke-" });
const server = await startServer({ PORT: "0", INVIGIL_KV: `${folder}/smoke.kv`, INVIGIL_DEMO: "on" });

async function call(path: string, body?: unknown): Promise<Response> {
  return await fetch(server.url + path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** Resolves with the next message of a type. */
function heard(socket: WebSocket, type: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    socket.addEventListener("message", (event) => {
      const message = JSON.parse(event.data);
      if (message.type === type) resolve(message);
    });
    socket.addEventListener("close", (event) => reject(new Error(`Closed with ${event.code} before ${type}`)));
  });
}

const ready = await call("/readyz");
assert.equal(ready.status, 200);
await ready.body?.cancel();
const page = await call("/join/DEMO");
assert.match(await page.text(), /<html/);
const joined = await (await call("/start_exam", { code: "DEMO", student: { name: "Smoke" } })).json();
const socket = new WebSocket(`${server.url.replace("http", "ws")}/ws/student`);
await new Promise((resolve) => socket.onopen = resolve);
const welcomed = heard(socket, "welcome");
socket.send(JSON.stringify({ type: "hello", protocol: 1, token: joined.session_token }));
assert.equal((await welcomed).last_seq, 0);
const acked = heard(socket, "ack");
const events = [{ at: 0, inserted: "Hello", question: "q1", removed: 0, t: 10, type: "answer_edit" }];
socket.send(JSON.stringify({ type: "batch", seq: 1, sentAt: Date.now(), events }));
assert.equal((await acked).seq, 1);
socket.close();
await server.stop();
await Deno.remove(folder, { recursive: true });
console.log(`smoke test passed under Deno ${Deno.version.deno}`);
