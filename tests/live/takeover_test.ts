import assert from "node:assert/strict";
import { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { CloseCode } from "../../protocol/close_codes.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { proctorSocket, studentSocket } from "../support/socket_client.ts";

const batch = (seq: number) => ({ seq, sentAt: 0, events: [{ type: "question_view", question: "q1", t: seq }] });

async function rostered(server: LiveServer) {
  const { examId, tokens } = await server.publish({
    code: "TOKEN",
    title: "T",
    duration_minutes: 60,
    join: "roster",
    questions: [{ id: "q1", type: "essay", text: "Write." }],
    roster: [{ name: "Ada", number: "1" }],
  });
  const start = async () => {
    const answer = await server.call("POST", "/start_exam", null, { token: tokens[0] });
    return StartExamAnswer.parse(answer.body);
  };
  return { examId, start };
}

async function detailOf(server: LiveServer, examId: string, attemptId: string): Promise<AttemptDetail> {
  const answer = await server.call("GET", `/api/exams/${examId}/attempts/${attemptId}`, await server.signIn());
  return AttemptDetail.parse(answer.body);
}

liveTest(
  "[RM29] from the moment a device is released, what it has opens nothing: no socket, no call",
  async (server) => {
    const { examId, start } = await rostered(server);
    const first = await start();
    const student = studentSocket(server.url, first.session_token);
    await student.next("welcome");
    await student.say({ type: "batch", ...batch(1) });
    await student.next("ack");
    const proctor = proctorSocket(server.url, await server.signIn(), examId);
    await proctor.next("room");
    await proctor.say({ type: "release_device", id: "r", attempt_id: first.attempt_id });
    await proctor.next("done");
    assert.equal((await student.end()).code, CloseCode.taken_over);
    const { session_token } = first;
    assert.equal((await server.call("POST", "/log_activity", session_token, batch(2))).status, 401);
    assert.equal((await server.call("POST", "/submit_exam", session_token, {})).status, 401);
    assert.equal((await server.call("GET", "/api/attempt", session_token)).status, 401);
    assert.equal((await studentSocket(server.url, session_token).end()).code, CloseCode.unauthorized);

    const again = await start();
    const other = studentSocket(server.url, again.session_token);
    assert.equal((await other.next("welcome")).last_seq, 1);
    await proctor.until(({ type }) => type === "frame");
    const { takeovers, actions } = await detailOf(server, examId, first.attempt_id);
    assert.equal(takeovers.length, 1);
    assert.equal(takeovers[0].address, "127.0.0.1");
    assert.equal(actions.filter(({ kind }) => kind === "taken_over").length, 1);
    other.close();
    proctor.close();
  },
);

liveTest(
  "[RM30] a second connection leaves a trace; a page that comes back leaves none; many alert",
  async (server) => {
    const { examId } = await server.publish({
      code: "OPEN",
      title: "T",
      duration_minutes: 60,
      questions: [{ id: "q1", type: "essay", text: "Write." }],
    });
    const { attempt_id, session_token } = await server.join("Ada", "OPEN");
    const proctor = proctorSocket(server.url, await server.signIn(), examId);
    await proctor.next("room");
    let socket = studentSocket(server.url, session_token);
    await socket.next("welcome");
    socket.close();
    await proctor.until((message) => message.type === "frame" && message.students[0]?.connected === false);
    socket = studentSocket(server.url, session_token);
    await socket.next("welcome");
    assert.deepEqual((await detailOf(server, examId, attempt_id)).takeovers, []);

    for (let times = 1; times <= 3; times++) {
      const older = socket;
      socket = studentSocket(server.url, session_token);
      await socket.next("welcome");
      assert.equal((await older.end()).code, CloseCode.taken_over);
      await new Promise((resolve) => setTimeout(resolve, 2_050));
      await socket.say({ type: "ping" });
      assert.equal((await detailOf(server, examId, attempt_id)).takeovers.length, times);
    }
    await proctor.until((message) => message.type === "alert" && message.code === "takeovers");
    const log = await Array.fromAsync(server.services.attempts.log.read(attempt_id));
    assert.equal(log.filter(({ entry }) => entry.kind === "taken_over").length, 3);
    socket.close();
    proctor.close();
  },
);
