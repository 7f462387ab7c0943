import assert from "node:assert/strict";
import { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { Accommodations } from "../../protocol/exam.ts";
import type { RoomStudent, ServerToProctor } from "../../protocol/proctor_messages.ts";
import { AttemptAnswer } from "../../protocol/attempt.ts";
import { RiskScoreAnswer } from "../../protocol/risk_score.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { errorOf, LiveServer, liveTest } from "../support/live_server.ts";
import { proctorSocket, type SocketClient, studentSocket } from "../support/socket_client.ts";

const essay = [{ id: "q1", type: "essay", text: "Write." }];
const proctors = [{ username: "pat", password: "a-long-password-of-pat", role: "proctor" }];
const document = { code: "ALLOW", title: "A", duration_minutes: 60, questions: essay, staff: proctors };

/** An exam with a proctor of its own in the room. */
async function room(server: Parameters<Parameters<typeof liveTest>[1]>[0]) {
  const { examId } = await server.publish(document);
  const token = await server.signIn("pat", "a-long-password-of-pat");
  const proctor = proctorSocket(server.url, token, examId);
  await proctor.next("room");
  const act = async (id: string, type: string, attempt_id: string, fields: object) => {
    await proctor.say({ type, id, attempt_id, ...fields });
    return await proctor.until((message) => "id" in message && message.id === id);
  };
  return { examId, token, proctor, act };
}

/** What the proctor's page shows of a student. */
async function sees(
  proctor: SocketClient<ServerToProctor>,
  attemptId: string,
  check: (student: Partial<RoomStudent>) => boolean,
): Promise<void> {
  await proctor.until(() => {
    const seen: Partial<RoomStudent> = {};
    for (const message of proctor.heard) {
      if (message.type !== "room" && message.type !== "frame") continue;
      for (const student of message.students) if (student.attempt_id === attemptId) Object.assign(seen, student);
    }
    return check(seen);
  }, 6_000);
}

liveTest(
  "[AD3] [AD4] a proctor allows a student something: the student hears what, and nobody hears why",
  async (server) => {
    const { examId, token, proctor, act } = await room(server);
    const { attempt_id, session_token, deadline } = await server.join("Ada", "ALLOW");
    const student = studentSocket(server.url, session_token);
    await student.next("welcome");
    const accommodations = Accommodations.parse({ extra_time_percent: 25, technologies: ["screen_reader"] });
    assert.equal((await act("1", "accommodate", attempt_id, { accommodations, reason: "Retinitis" })).type, "done");
    const time = await student.next("time");
    assert.deepEqual([time.accommodations, time.deadline], [accommodations, deadline + 15 * 60_000]);
    await sees(proctor, attempt_id, (one) => one.accommodated === true && one.deadline === time.deadline);
    const own = await server.call("GET", "/api/attempt", session_token);
    assert.deepEqual(AttemptAnswer.parse(own.body).accommodations, accommodations);
    const muting = { accommodations: { ...accommodations, muted: ["away"] } };
    const refused = await act("2", "accommodate", attempt_id, muting);
    assert.ok(refused.type === "refused" && refused.code === "forbidden", "muting needs an instructor");
    const path = `/api/exams/${examId}/attempts/${attempt_id}`;
    const detail = AttemptDetail.parse((await server.call("GET", path, token)).body);
    assert.deepEqual(detail.accommodations, accommodations);
    assert.equal(detail.actions.at(-1)?.reason, "Retinitis", "staff read why");
    const log = JSON.stringify((await server.call("GET", `${path}/log`, token)).body);
    const audit = JSON.stringify((await server.call("GET", "/api/audit", await server.signIn())).body);
    const heard = JSON.stringify([student.heard, own.body]);
    for (const text of [log, audit, heard]) assert.ok(!text.includes("Retinitis"), text);
    student.close();
    proctor.close();
  },
);

liveTest("[AD2] [AD7] a student asks for a break, gets it, and is back before it is over", async (server) => {
  const { proctor, act } = await room(server);
  const { attempt_id, session_token, deadline } = await server.join("Ada", "ALLOW");
  const student = studentSocket(server.url, session_token);
  await student.next("welcome");
  await student.say({ type: "call", text: "A break, please" });
  const alert = await proctor.next("alert");
  assert.deepEqual([alert.kind, alert.code, alert.text, alert.attempt_id], [
    "call",
    "called",
    "A break, please",
    attempt_id,
  ]);
  await student.say({ type: "call", text: "Again at once" });
  assert.equal((await act("1", "grant_break", attempt_id, { minutes: 6, reason: "Asked" })).type, "done");
  const pause = await student.next("paused");
  assert.deepEqual([pause.paused, pause.reason, pause.deadline], [true, null, deadline + 6 * 60_000]);
  const lasts = (pause.break_until ?? 0) - Date.now();
  assert.ok(lasts > 5.8 * 60_000 && lasts <= 6 * 60_000);
  await sees(proctor, attempt_id, (one) => one.state === "paused");
  const reloaded = AttemptAnswer.parse((await server.call("GET", "/api/attempt", session_token)).body);
  assert.equal(reloaded.break_until, pause.break_until);
  await student.say({ type: "back" });
  const back = await student.next("paused");
  assert.ok(!back.paused && back.deadline < deadline + 60_000);
  await sees(proctor, attempt_id, (one) => one.state === "active");
  assert.equal(proctor.heard.filter((message) => message.type === "alert").length, 1, "a held key is no alarm");
  student.close();
  proctor.close();
});

liveTest(
  "[AD6] [AD8] what a student declares is shown to proctors, and a level says when it is too early",
  async (server) => {
    const { examId, token, proctor } = await room(server);
    const body = { code: "ALLOW", student: { name: "Ada" }, declared: ["dictation", "switch_access"] };
    const started = await server.call("POST", "/start_exam", null, body);
    const { attempt_id, session_token } = StartExamAnswer.parse(started.body);
    await sees(
      proctor,
      attempt_id,
      (one) => one.declared?.join() === "dictation,switch_access" && one.insufficient === true,
    );
    const detail = AttemptDetail.parse(
      (await server.call("GET", `/api/exams/${examId}/attempts/${attempt_id}`, token)).body,
    );
    assert.deepEqual([detail.student.declared, detail.student.insufficient], [body.declared, true]);
    const score = RiskScoreAnswer.parse((await server.call("GET", "/risk_score", session_token)).body);
    assert.deepEqual([score.risk_level, score.insufficient], ["low", true]);
    const student = studentSocket(server.url, session_token);
    await student.say({ type: "batch", seq: 1, sentAt: 0, events: [{ type: "tab_switch", visible: false, t: 0 }] });
    await student.say({ type: "batch", seq: 2, sentAt: 0, events: [{ type: "tab_switch", visible: true, t: 60_000 }] });
    assert.equal(typeof (await student.next("risk")).insufficient, "boolean");
    const unknown = await server.call("POST", "/start_exam", null, { ...body, declared: ["a wand"] });
    assert.equal(unknown.status, 422);
    student.close();
    proctor.close();
  },
);

liveTest("[AD9] an exam that has not opened says when it does, on its page and in what it refuses", async (server) => {
  const opens_at = new Date(Date.now() + 3 * 3_600_000).toISOString();
  await server.publish({ ...document, code: "LATER", opens_at });
  const page = String((await server.call("GET", "/join/LATER", null)).body);
  assert.match(page, /This exam opens on .+ UTC/);
  const { status, body } = await server.call("POST", "/start_exam", null, { code: "LATER", student: { name: "Ada" } });
  assert.equal(status, 403);
  assert.equal(JSON.parse(JSON.stringify(body)).error.opens_at, opens_at);
});

liveTest("[AD20] [AD21] [AD22] a student takes a break without asking, over the socket and by REST", async (server) => {
  const breaks = { minutes: 10, by_student: true };
  const { examId } = await server.publish({ ...document, accommodations: { breaks } });
  const proctor = proctorSocket(server.url, await server.signIn("pat", "a-long-password-of-pat"), examId);
  await proctor.next("room");
  const { attempt_id, session_token } = await server.join("Ada", "ALLOW");
  const student = studentSocket(server.url, session_token);
  assert.equal((await student.next("welcome")).break_left, 600_000);
  await student.say({ type: "take_break" });
  const pause = await student.next("paused");
  assert.deepEqual([pause.paused, pause.break_left], [true, 0]);
  await sees(proctor, attempt_id, (one) => one.state === "paused" && one.break_until === pause.break_until);
  await student.say({ type: "take_break" });
  await student.say({ type: "back" });
  const back = await student.next("paused");
  assert.ok(!back.paused && back.break_left === 540_000, "a second word for it changes nothing");
  await sees(proctor, attempt_id, (one) => one.state === "active" && one.break_until === null);
  assert.equal((await server.call("POST", "/api/attempt/break", session_token, {})).status, 204);
  assert.equal((await student.next("paused")).paused, true);
  const again = await server.call("POST", "/api/attempt/break", session_token, {});
  assert.deepEqual([again.status, errorOf(again).code], [409, "wrong_state"]);
  const { state, break_until } = AttemptAnswer.parse((await server.call("GET", "/api/attempt", session_token)).body);
  assert.ok(state === "paused" && (break_until ?? 0) > Date.now());
  student.close();
  proctor.close();
});

liveTest("[AD21] a break is taken on one instance and known on the other", async (server) => {
  const breaks = { minutes: 10, by_student: true };
  await server.publish({ ...document, accommodations: { breaks } });
  const { session_token } = await server.join("Ada", "ALLOW");
  const other = await LiveServer.start({ INVIGIL_KV: `${server.folder}/test.kv` });
  try {
    assert.equal((await server.call("POST", "/api/attempt/break", session_token, {})).status, 204);
    const student = studentSocket(other.url, session_token);
    const { state, break_left, break_until } = await student.next("welcome");
    assert.deepEqual([state, break_left], ["paused", 0]);
    assert.ok((break_until ?? 0) > Date.now());
    await student.say({ type: "back" });
    assert.equal((await student.next("paused")).paused, false);
    student.close();
  } finally {
    await other.stop();
  }
});
