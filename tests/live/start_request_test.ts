import assert from "node:assert/strict";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { studentSocket } from "../support/socket_client.ts";

const QUESTIONS = [{ id: "q1", type: "essay", text: "Write." }];
const newRequest = () => crypto.randomUUID().replaceAll("-", "");

function start(server: LiveServer, body: Record<string, unknown>) {
  return server.call("POST", "/start_exam", null, body);
}

liveTest(
  "[RE20] a join whose answer got lost is answered again: same attempt, same token, no second place",
  async (server) => {
    const { tokens } = await server.publish({
      code: "ROSTER",
      title: "Roster",
      duration_minutes: 10,
      join: "roster",
      roster: [{ name: "Ada" }],
      questions: QUESTIONS,
    });
    await server.publish({
      code: "ONE-PLACE",
      title: "One place",
      duration_minutes: 10,
      join: "open",
      capacity: 1,
      questions: QUESTIONS,
    });
    for (const who of [{ token: tokens[0] }, { code: "ONE-PLACE", student: { name: "Ada", number: "7" } }]) {
      const body = { ...who, consent: { version: "1" }, request_id: newRequest() };
      const lost = await Promise.all([start(server, body), start(server, body), start(server, body)]);
      const first = StartExamAnswer.parse(lost[0].body);
      const retyped = "token" in who ? { token: who.token?.toLowerCase().replaceAll("-", " ") } : { code: "one-place" };
      for (const answer of [...lost, await start(server, body), await start(server, { ...body, ...retyped })]) {
        assert.equal(answer.status, 201);
        assert.deepEqual(answer.body, first);
      }
      assert.equal((await server.call("GET", "/api/attempt", first.session_token)).status, 200);
    }
  },
);

liveTest(
  "[RE21] a request's answer is not given again for another body, nor once its token was used, by REST or socket",
  async (server) => {
    const body = { code: "DEMO", student: { name: "Ada" }, request_id: newRequest() };
    const first = StartExamAnswer.parse((await start(server, body)).body);
    const other = await start(server, { ...body, student: { name: "Mallory" } });
    assert.deepEqual([other.status, errorOf(other)], [409, { code: "conflict", path: "request_id" }]);
    assert.equal((await start(server, body)).status, 201);
    await server.call("GET", "/api/attempt", first.session_token);
    const late = await start(server, body);
    assert.deepEqual([late.status, errorOf(late).code], [409, "conflict"]);

    const next = { ...body, request_id: newRequest() };
    const second = StartExamAnswer.parse((await start(server, next)).body);
    assert.notEqual(second.attempt_id, first.attempt_id);
    const socket = studentSocket(server.url, second.session_token);
    await socket.next("welcome");
    assert.equal((await start(server, next)).status, 409);
    socket.close();

    const ended = { ...body, request_id: newRequest() };
    const third = StartExamAnswer.parse((await start(server, ended)).body);
    await server.services.calls.submit(third.attempt_id, null);
    assert.equal((await start(server, ended)).status, 409, "an attempt that is over is not opened again");
  },
);

liveTest("[RE22] neither a request's id nor the token that it gives stands in the store", async (server) => {
  const body = { code: "DEMO", student: { name: "Ada" }, request_id: newRequest() };
  const { session_token } = StartExamAnswer.parse((await start(server, body)).body);
  const stored = JSON.stringify(
    await Array.fromAsync(server.services.stores.whole.read()),
    (_, value) => typeof value === "bigint" ? String(value) : value,
  );
  assert.ok(!stored.includes(body.request_id) && !stored.includes(session_token));
  assert.equal((await start(server, { ...body, request_id: "too short" })).status, 422);
});
