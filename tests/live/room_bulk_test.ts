import assert from "node:assert/strict";
import { liveTest } from "../support/live_server.ts";
import { proctorSocket } from "../support/socket_client.ts";

liveTest("[RM60] an action on several attempts is done to each once, and says who refused", async (server) => {
  const questions = [{ id: "q1", type: "essay", text: "Write." }];
  const { examId } = await server.publish({ code: "MANY", title: "M", duration_minutes: 60, questions });
  const joined = [];
  for (const name of ["Ada", "Grace", "Edsger"]) joined.push(await server.join(name, "MANY"));
  const [ada, grace, edsger] = joined.map(({ attempt_id }) => attempt_id);
  await server.call("POST", "/submit_exam", joined[2].session_token, {});
  const elsewhere = (await server.join("Elsewhere")).attempt_id;
  const proctor = proctorSocket(server.url, await server.signIn(), examId);
  await proctor.next("room");
  const act = async (id: string, fields: object) => {
    await proctor.say({ id, ...fields });
    return await proctor.until((message) => "id" in message && message.id === id);
  };
  assert.deepEqual(await act("1", { type: "pause", attempt_ids: "all" }), {
    ...{ type: "done", id: "1", count: 2, refused: [] },
  });
  const some = await act("2", { type: "grant_break", minutes: 5, attempt_ids: [ada, ada, edsger, elsewhere] });
  assert.deepEqual(some, {
    ...{ type: "done", id: "2", count: 0 },
    refused: [
      { attempt_id: ada, code: "wrong_state" },
      { attempt_id: edsger, code: "wrong_state" },
      { attempt_id: elsewhere, code: "not_found" },
    ],
  });
  assert.equal((await act("3", { type: "resume", attempt_ids: [ada] })).type, "done");
  const again = await act("1", { type: "pause", attempt_ids: "all" });
  assert.ok(again.type === "done" && again.count === 2);
  const state = async (id: string) => (await server.services.attempts.stored(id))?.head.state;
  assert.deepEqual([await state(ada), await state(grace)], ["active", "paused"], "an id is done once");
  for (const fields of [{}, { attempt_id: ada, attempt_ids: "all" }]) {
    const refused = await act(crypto.randomUUID(), { type: "pause", ...fields });
    assert.ok(refused.type === "refused" && refused.code === "invalid");
  }
  proctor.close();
});
