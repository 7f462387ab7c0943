import assert from "node:assert/strict";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { studentSocket } from "../support/socket_client.ts";

const INSERTED = "x".repeat(7_000);

/** A batch of 7 kB. */
function batch(seq: number) {
  const event = { type: "answer_edit", t: seq, question: "q1", at: 0, removed: 7_000, inserted: INSERTED };
  return { seq, sentAt: 0, events: [event] };
}

/** Sends batches by REST until one is refused. @returns The refusal's `Retry-After`, s, and the batches that were taken. */
async function sendUntilRefused(server: LiveServer, token: string): Promise<{ waitS: number; taken: number }> {
  for (let seq = 1; seq < 200; seq++) {
    const answer = await server.call("POST", "/log_activity", token, batch(seq));
    if (answer.status !== 200) {
      assert.equal(answer.status, 429);
      return { waitS: Number(answer.headers.get("retry-after")), taken: seq - 1 };
    }
  }
  throw new Error("Nothing was refused");
}

liveTest("[RM6] a student's REST calls have the socket's limits, and the next student none of them", async (server) => {
  const { session_token: token } = await server.join("Ada");
  const began = performance.now();
  // The largest gap that a call is held for is five seconds; these come one after the other and are held ever longer.
  const [{ waitS, taken }] = await Promise.all([
    sendUntilRefused(server, token),
    ...Array.from({ length: 40 }, () => server.call("POST", "/log_activity", token, batch(1_000))),
  ]);
  const seconds = (performance.now() - began) / 1_000;
  assert.ok(waitS >= 5, `told to wait ${waitS} s`);
  const bytes = taken * INSERTED.length;
  assert.ok(bytes <= 1_000 * (16 + seconds + 6), `${bytes} bytes in ${seconds.toFixed(1)} s`);
  const other = await server.join("Bo");
  assert.equal((await server.call("POST", "/log_activity", other.session_token, batch(1))).status, 200);
}, { INVIGIL_BYTES_PER_SECOND: "1000" });

liveTest("[RM6] a student has everything that was captured ten times at once, and no more", async (server) => {
  const { session_token: token } = await server.join();
  const ask = async () => (await server.call("GET", "/api/attempt/captured", token)).status;
  for (let i = 0; i < 10; i++) assert.equal(await ask(), 200);
  assert.equal(await ask(), 429);
});

liveTest("[RM5] socket and REST share a student's rate, and what waits is stored in the end", async (server) => {
  const { session_token: token } = await server.join();
  const socket = studentSocket(server.url, token);
  await socket.next("welcome");
  for (let seq = 1; seq <= 3; seq++) await socket.say({ type: "batch", ...batch(seq) });
  // 21 kB of 16 at once are gone: five seconds until there is something again.
  await socket.until((message) => message.type === "ack" && message.seq === 3);
  await socket.say({ type: "batch", ...batch(4) });
  assert.equal((await server.call("GET", "/api/attempt", token)).status, 429);
  await socket.until((message) => message.type === "ack" && message.seq === 4, 10_000);
  assert.equal(socket.closed, null);
  socket.close();
}, { INVIGIL_BYTES_PER_SECOND: "1000" });
