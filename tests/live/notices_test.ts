import assert from "node:assert/strict";
import { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { AttemptAnswer } from "../../protocol/attempt.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { proctorSocket, studentSocket } from "../support/socket_client.ts";

async function stage(server: LiveServer) {
  const staff = await server.signIn();
  const student = await server.join("Grace Hopper");
  const proctor = proctorSocket(server.url, staff, student.exam.exam_id);
  await proctor.next("room");
  let ids = 0;
  const act = async (action: Record<string, unknown>) => {
    await proctor.say({ id: `act-${++ids}`, attempt_id: student.attempt_id, ...action });
    await proctor.next("done");
  };
  const path = `/api/exams/${student.exam.exam_id}/attempts/${student.attempt_id}`;
  const noticed = async () => {
    const { actions } = AttemptDetail.parse((await server.call("GET", path, staff)).body);
    return actions.filter(({ kind }) => kind === "noticed");
  };
  const until = async (check: (notice: Awaited<ReturnType<typeof noticed>>[number]) => boolean, what: string) => {
    const end = Date.now() + 5_000;
    while (!(await noticed()).some(check)) {
      if (Date.now() > end) assert.fail(`It never came: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const close = () => proctor.close();
  return { student, act, noticed, until, close };
}

liveTest(
  "[RM40] what proctors write to a student who is away waits, is in the next welcome, and is told as sent, delivered, seen",
  async (server) => {
    const { student, act, noticed, until, close } = await stage(server);
    await act({ type: "message", text: "Please speak up." });
    await act({ type: "warn", text: "Stay in the window." });
    await act({ type: "pause", reason: "The fire alarm." });
    const sent = await noticed();
    assert.deepEqual(sent.map(({ notice, delivered_at, seen_at }) => [notice, delivered_at, seen_at]), [
      ["message", undefined, undefined],
      ["warning", undefined, undefined],
    ]);

    const first = studentSocket(server.url, student.session_token);
    const welcome = await first.next("welcome");
    assert.deepEqual(welcome.notices?.map(({ kind, text }) => [kind, text]), [
      ["message", "Please speak up."],
      ["warning", "Stay in the window."],
    ]);
    assert.deepEqual([welcome.state, welcome.reason], ["paused", "The fire alarm."]);
    await until(({ delivered_at }) => delivered_at !== undefined, "delivered");
    await first.say({ type: "seen", id: welcome.notices?.[0].id });
    await first.say({ type: "seen", id: "no such notice" });
    await until(({ notice, seen_at }) => notice === "message" && seen_at !== undefined, "seen");
    await act({ type: "message", text: "One more." });
    const live = await first.next("notice");
    assert.equal(live.text, "One more.");
    first.close();
    await first.end();

    const { notices, reason } = AttemptAnswer.parse(
      (await server.call("GET", "/api/attempt", student.session_token)).body,
    );
    assert.deepEqual(notices?.map(({ text }) => text), ["Stay in the window.", "One more."]);
    assert.equal(reason, "The fire alarm.");
    for (const { id } of notices ?? []) {
      const answer = await server.call("POST", "/api/attempt/seen", student.session_token, { id });
      assert.equal(answer.status, 204);
    }
    const again = studentSocket(server.url, student.session_token);
    assert.deepEqual((await again.next("welcome")).notices, [], "nothing is left to be seen");
    again.close();
    assert.ok((await noticed()).every(({ seen_at }) => seen_at !== undefined));
    close();
  },
);

liveTest(
  "[RM41] a student without a socket is there while the page polls, and what is written reaches it",
  async (server) => {
    const { student, act, until, close } = await stage(server);
    const { attempts, rooms } = server.services;
    const isThere = () => rooms.links.presence(student.attempt_id).connected;
    assert.equal(isThere(), false);
    await act({ type: "message", text: "By whichever way." });
    const polled = await server.call("GET", "/api/attempt?polled=true", student.session_token);
    assert.deepEqual(AttemptAnswer.parse(polled.body).notices?.map(({ text }) => text), ["By whichever way."]);
    assert.equal(isThere(), true);
    await until(({ delivered_at }) => delivered_at !== undefined, "delivered");
    rooms.links.sweep(attempts.now() + 60_000);
    assert.equal(isThere(), false);
    const batch = { seq: 1, sentAt: 0, events: [{ type: "question_view", question: "q1", t: 5 }] };
    assert.equal((await server.call("POST", "/log_activity", student.session_token, batch)).status, 200);
    assert.equal(isThere(), true, "a batch by REST is heard as well");
    close();
  },
);
