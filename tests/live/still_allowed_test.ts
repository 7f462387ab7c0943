import assert from "node:assert/strict";
import { CloseCode } from "../../protocol/close_codes.ts";
import { LiveServer, liveTest } from "../support/live_server.ts";
import { proctorSocket } from "../support/socket_client.ts";

const PASSWORD = "a-proctors-own-password-3";

/** An exam with a proctor, a student in it, and the proctor in its room. */
async function watched(server: LiveServer) {
  const { examId } = await server.publish({
    code: "WATCHED",
    title: "Watched",
    duration_minutes: 60,
    questions: [{ id: "q1", type: "essay", text: "Write." }],
    staff: [{ username: "amina", role: "proctor", password: PASSWORD }],
  });
  const { attempt_id } = await server.join("Ada", "WATCHED");
  const token = await server.signIn("amina", PASSWORD);
  const room = proctorSocket(server.url, token, examId);
  await room.next("room");
  const staff = (await server.services.stores.staff.byName("amina"))?.record;
  assert.ok(staff);
  return { examId, attempt_id, token, room, staffId: staff.staffId };
}

type Watched = Awaited<ReturnType<typeof watched>>;

/** Each way in which somebody loses the right to watch, and what the socket is then closed with. */
const LOST: Record<string, { code: number; lose(server: LiveServer, watched: Watched): Promise<void> }> = {
  "signed out": {
    code: CloseCode.unauthorized,
    lose: async (server, { token }) => {
      assert.equal((await server.call("DELETE", "/api/session", token)).status, 204);
    },
  },
  "disabled": {
    code: CloseCode.unauthorized,
    lose: async (server, { staffId }) => {
      assert.equal((await server.call("DELETE", `/api/staff/${staffId}`, await server.signIn())).status, 204);
    },
  },
  "taken off the exam": {
    code: CloseCode.forbidden,
    lose: async (server, { staffId, examId }) => {
      using kv = await Deno.openKv(`${server.folder}/test.kv`);
      await kv.delete(["staff_by_exam", examId, staffId]);
    },
  },
};

for (const [how, { code, lose }] of Object.entries(LOST)) {
  liveTest(`[RM28] who was ${how} does nothing more over an open socket, which is closed`, async (server) => {
    const world = await watched(server);
    const { room, attempt_id } = world;
    await lose(server, world);
    await room.say({ type: "pause", id: "p", attempt_id }).catch(() => {});
    assert.equal((await room.end()).code, code);
    assert.equal(room.heard.some(({ type }) => type === "done"), false);
    assert.equal((await server.services.attempts.stored(attempt_id))?.head.state, "active");
  });
}

liveTest("[RM28] who was signed out on one instance hears nothing more from another", async (server) => {
  const world = await watched(server);
  const other = await LiveServer.start({ INVIGIL_KV: `${server.folder}/test.kv` });
  try {
    const room = proctorSocket(other.url, world.token, world.examId);
    await room.next("room");
    await server.call("DELETE", "/api/session", world.token);
    assert.equal((await room.end()).code, CloseCode.unauthorized);
    const heard = room.heard.length;
    await server.join("Bo", "WATCHED");
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(room.heard.length, heard);
  } finally {
    await other.stop();
  }
});
