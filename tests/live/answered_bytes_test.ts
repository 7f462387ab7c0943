import assert from "node:assert/strict";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { rawFrame, TEXT } from "../support/raw_frame.ts";
import { rawUpgrade } from "../support/raw_upgrade.ts";
import { proctorSocket } from "../support/socket_client.ts";

const LONG = 160_000;
const edit = (t: number, inserted: string) => ({ type: "answer_edit", question: "q1", at: 0, removed: 0, inserted, t });

/** A student who has written a very long answer. */
async function written(server: LiveServer) {
  const { examId } = await server.publish({
    code: "LONG",
    title: "Long",
    duration_minutes: 60,
    questions: [{ id: "q1", type: "essay", text: "Write." }],
  });
  const { attempt_id, session_token: token } = await server.join("Eve", "LONG");
  const events = Array.from({ length: LONG / 8_000 }, () => edit(1, "x".repeat(8_000)));
  assert.equal((await server.call("POST", "/log_activity", token, { seq: 1, sentAt: 0, events })).status, 200);
  return { examId, attempt_id, token };
}

liveTest(
  "[RM5] what a student is answered counts as well: short calls do not fetch long answers without end",
  async (server) => {
    const { token } = await written(server);
    const ask = () => server.call("GET", "/api/attempt", token);
    await Promise.all(Array.from({ length: 80 }, ask));
    assert.equal((await ask()).status, 429);
  },
);

liveTest("[RM8] a student who reads nothing of what is sent is sent away, and memory stays small", async (server) => {
  const { examId, attempt_id, token } = await written(server);
  const room = proctorSocket(server.url, await server.signIn(), examId);
  await room.next("room");
  await room.say({ type: "pause", id: "p", attempt_id });
  await room.next("done");
  const { connection } = await rawUpgrade(server.url);
  await connection.write(rawFrame(TEXT, JSON.stringify({ type: "hello", protocol: 1, token })));
  room.close();
  const write = async () => {
    for (let seq = 2; seq < 1_000; seq++) {
      const batch = { type: "batch", seq, sentAt: 0, events: [edit(seq, "y")] };
      await connection.write(rawFrame(TEXT, JSON.stringify(batch)));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  await assert.rejects(write());
  connection.close();
}, { INVIGIL_BYTES_PER_SECOND: "100000000" });
