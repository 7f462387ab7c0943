import assert from "node:assert/strict";
import { CloseCode } from "../../protocol/close_codes.ts";
import type { RoomStudent } from "../../protocol/proctor_messages.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { alarmingBatches } from "../support/alarming_session.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { proctorSocket, type SocketClient, studentSocket } from "../support/socket_client.ts";
import type { ServerToProctor } from "../../protocol/proctor_messages.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";

type Student = SocketClient<ServerToStudent>;
type Proctor = SocketClient<ServerToProctor>;

const quiet = (seq: number, t: number) => ({
  type: "batch",
  seq,
  sentAt: 0,
  events: [{ type: "question_view", question: "q1", t }],
});

async function examOf(server: LiveServer): Promise<string> {
  const exams = (await server.call("GET", "/api/exams", await server.signIn())).body as { exam_id: string }[];
  return exams[0].exam_id;
}

/** Sends everything alarming, and waits until it is stored. */
async function alarm(student: Student): Promise<void> {
  const batches = alarmingBatches();
  for (const [index, events] of batches.entries()) {
    await student.say({ type: "batch", seq: index + 1, sentAt: 0, events });
  }
}

/** What the proctor's page shows of a student, from everything it has heard. */
function shown(proctor: Proctor, attemptId: string): Partial<RoomStudent> {
  const seen: Partial<RoomStudent> = {};
  for (const message of proctor.heard) {
    if (message.type !== "room" && message.type !== "frame") continue;
    for (const student of message.students) if (student.attempt_id === attemptId) Object.assign(seen, student);
  }
  return seen;
}

async function sees(
  proctor: Proctor,
  attemptId: string,
  check: (student: Partial<RoomStudent>) => boolean,
  ms = 6_000,
) {
  await proctor.until(() => check(shown(proctor, attemptId)), ms).catch(() => {
    throw new Error(`The proctor sees ${JSON.stringify(shown(proctor, attemptId))}`);
  });
}

liveTest(
  "[RM20] what a student does is in the proctor's next frame, and every acked batch moves last_seen",
  async (server) => {
    const proctor = proctorSocket(server.url, await server.signIn(), await examOf(server));
    await proctor.next("room");
    const { attempt_id, session_token } = await server.join("Grace Hopper");
    await sees(proctor, attempt_id, (student) => student.name === "Grace Hopper" && student.connected === false);
    const student = studentSocket(server.url, session_token);
    await sees(proctor, attempt_id, (student) => student.connected === true);
    await student.say(quiet(1, 10));
    await student.next("ack");
    await sees(proctor, attempt_id, (student) => (student.last_seen ?? 0) > 0 && student.question === "q1");
    const first = shown(proctor, attempt_id).last_seen;
    await student.say(quiet(2, 20));
    await sees(proctor, attempt_id, (student) => (student.last_seen ?? 0) > (first ?? 0));
    student.close();
    proctor.close();
  },
);

liveTest("[RM21] a student who is gone shows within five seconds, by a closed socket or by silence", async (server) => {
  const proctor = proctorSocket(server.url, await server.signIn(), await examOf(server));
  await proctor.next("room");
  const leaving = await server.join("Leaves");
  const silent = await server.join("Falls silent");
  const one = studentSocket(server.url, leaving.session_token);
  const two = studentSocket(server.url, silent.session_token);
  await sees(proctor, leaving.attempt_id, (student) => student.connected === true);
  await sees(proctor, silent.attempt_id, (student) => student.connected === true);
  one.close();
  await sees(proctor, leaving.attempt_id, (student) => student.connected === false, 1_000);
  await sees(proctor, silent.attempt_id, (student) => student.connected === false, 5_000);
  await two.say({ type: "ping" });
  await two.next("pong");
  await sees(proctor, silent.attempt_id, (student) => student.connected === true, 1_000);
  two.close();
  proctor.close();
});

liveTest("[RM22] a proctor who reconnects with a version gets what was missed", async (server) => {
  const token = await server.signIn();
  const exam = await examOf(server);
  const stays = proctorSocket(server.url, token, exam);
  await stays.next("room");
  const leaves = proctorSocket(server.url, token, exam);
  const { version } = await leaves.next("room");
  leaves.close();
  const { attempt_id } = await server.join("Missed");
  await sees(stays, attempt_id, (student) => student.name === "Missed");
  const back = proctorSocket(server.url, token, exam, version);
  await sees(back, attempt_id, (student) => student.name === "Missed");
  assert.equal(back.heard[0].type, "frame");
  back.close();
  stays.close();
});

liveTest("[RM23] a proctor's actions reach the student, and each id is done once", async (server) => {
  const proctor = proctorSocket(server.url, await server.signIn(), await examOf(server));
  await proctor.next("room");
  const { attempt_id, session_token, deadline } = await server.join();
  const student = studentSocket(server.url, session_token);
  await student.next("welcome");
  const act = async (id: string, type: string, fields: object = {}) => {
    await proctor.say({ type, id, attempt_id, ...fields });
    return await proctor.until((message) => "id" in message && message.id === id);
  };
  assert.equal((await act("1", "message", { text: "Please scroll down." })).type, "done");
  assert.equal((await student.next("notice")).text, "Please scroll down.");
  await act("2", "pause", { reason: "Fire alarm" });
  const { unseen, ...paused } = await student.next("paused");
  assert.deepEqual({ ...paused, deadline: 0 }, { type: "paused", paused: true, reason: "Fire alarm", deadline: 0 });
  assert.equal(unseen?.length, 1, "the page says when it has shown it");
  await sees(proctor, attempt_id, (one) => one.state === "paused");
  const refused = await act("3", "release");
  assert.ok(refused.type === "refused" && refused.code === "wrong_state");
  await act("4", "resume");
  const resumed = await student.next("paused");
  assert.ok(!resumed.paused && resumed.deadline > deadline);
  await act("5", "extend", { minutes: 10 });
  const extended = await student.next("time");
  assert.equal(extended.deadline, resumed.deadline + 600_000);
  await proctor.say({ type: "extend", id: "5", attempt_id, minutes: 10 });
  await act("6", "lock");
  assert.equal((await student.next("locked")).locked, true);
  await act("7", "release");
  assert.equal((await student.next("locked")).locked, false);
  assert.equal(student.heard.filter((message) => message.type === "time").length, 1);
  await act("8", "flag", { note: "Look here" });
  await sees(proctor, attempt_id, (one) => one.flags === 1);
  await act("9", "terminate", { reason: "Asked to" });
  const ended = await student.next("submitted");
  assert.deepEqual([ended.state, ended.reason], ["terminated", "proctor"]);
  const elsewhere = await act("10", "pause");
  assert.equal(elsewhere.type, "refused");
  student.close();
  proctor.close();
});

const essay = [{ id: "q1", type: "essay", text: "Write." }];

liveTest("[RM24] at 100 lock_and_submit locks, submits and redirects", async (server) => {
  const policy = { at_hundred: "lock_and_submit", redirect_to: "/declined" };
  const { examId } = await server.publish({ code: "LOCK", title: "L", duration_minutes: 60, questions: essay, policy });
  const proctor = proctorSocket(server.url, await server.signIn(), examId);
  await proctor.next("room");
  const { session_token, attempt_id } = await server.join("Ada", "LOCK");
  const student = studentSocket(server.url, session_token);
  await student.next("welcome");
  void alarm(student);
  await student.until((message) => message.type === "high_risk_alert");
  await student.until((message) => message.type === "locked" && message.locked);
  const submitted = await student.until((message) => message.type === "submitted");
  assert.ok(submitted.type === "submitted");
  assert.deepEqual([submitted.reason, submitted.redirect_to, submitted.state], ["risk", "/declined", "submitted"]);
  await proctor.until((message) => message.type === "alert" && message.kind === "high_risk_alert");
  await sees(proctor, attempt_id, (one) => one.state === "submitted" && (one.flags ?? 0) > 0);
  proctor.close();
});

liveTest(
  "[RM25] at 100 lock_until_released locks while a proctor is there, and gives the time back",
  async (server) => {
    const { examId } = await server.publish({ code: "WAIT", title: "W", duration_minutes: 60, questions: essay });
    const proctor = proctorSocket(server.url, await server.signIn(), examId);
    await proctor.next("room");
    const { session_token, attempt_id, deadline } = await server.join("Ada", "WAIT");
    const student = studentSocket(server.url, session_token);
    await student.next("welcome");
    void alarm(student);
    await student.until((message) => message.type === "locked" && message.locked);
    await sees(proctor, attempt_id, (one) => one.state === "locked");
    await proctor.say({ type: "release", id: "r", attempt_id });
    const released = await student.until((message) => message.type === "locked" && !message.locked);
    assert.ok(released.type === "locked" && released.deadline > deadline);
    student.close();
    proctor.close();
  },
);

liveTest(
  "[RM26] at 100 an exam goes on where it is alert_only, or where nobody is there to release",
  async (server) => {
    const policy = { at_hundred: "alert_only" };
    await server.publish({ code: "ALERT", title: "A", duration_minutes: 60, questions: essay, policy });
    await server.publish({ code: "ALONE", title: "B", duration_minutes: 60, questions: essay });
    for (const code of ["ALERT", "ALONE"]) {
      const { session_token, attempt_id } = await server.join("Ada", code);
      const student = studentSocket(server.url, session_token);
      await student.next("welcome");
      void alarm(student);
      await student.until((message) => message.type === "risk" && message.risk === 100);
      await student.until((message) => message.type === "ack" && message.seq === alarmingBatches().length);
      const stored = await server.services.attempts.stored(attempt_id);
      assert.equal(stored?.head.state, "active", code);
      student.close();
    }
  },
);

liveTest(
  "[RM27] a used personal token is shown to the proctor, who can let it open the attempt on another device",
  async (server) => {
    const { examId, tokens } = await server.publish({
      code: "TOKEN",
      title: "T",
      duration_minutes: 60,
      join: "roster",
      questions: essay,
      roster: [{ name: "Ada", number: "1" }],
    });
    const proctor = proctorSocket(server.url, await server.signIn(), examId);
    await proctor.next("room");
    const first = StartExamAnswer.parse((await server.call("POST", "/start_exam", null, { token: tokens[0] })).body);
    const student = studentSocket(server.url, first.session_token);
    await student.next("welcome");
    await student.say(quiet(1, 10));
    await student.next("ack");

    assert.equal((await server.call("POST", "/start_exam", null, { token: tokens[0] })).status, 409);
    await proctor.until((message) => message.type === "alert" && message.kind === "token_reused");
    await proctor.say({ type: "release_device", id: "r", attempt_id: first.attempt_id });
    await proctor.until((message) => message.type === "done" && message.id === "r");

    const again = StartExamAnswer.parse((await server.call("POST", "/start_exam", null, { token: tokens[0] })).body);
    assert.equal(again.attempt_id, first.attempt_id);
    const other = studentSocket(server.url, again.session_token);
    assert.equal((await other.next("welcome")).last_seq, 1);
    assert.equal((await student.end()).code, CloseCode.taken_over);
    assert.equal((await studentSocket(server.url, first.session_token).end()).code, CloseCode.unauthorized);
    assert.equal((await server.call("POST", "/start_exam", null, { token: tokens[0] })).status, 409);
    other.close();
    proctor.close();
  },
);

liveTest(
  "[RM60] [RM62] [RM67] a burst of joins is told, and its ghosts are removed at once; who has written stays",
  async (server) => {
    const { examId } = await server.publish({ code: "BURST", title: "T", duration_minutes: 60, questions: essay });
    const proctor = proctorSocket(server.url, await server.signIn(), examId);
    await proctor.next("room");
    const body = (index: number) => ({ code: "BURST", student: { name: `Student ${index}` } });
    const joined = await Promise.all(
      Array.from({ length: 20 }, (_, index) => server.call("POST", "/start_exam", null, body(index))),
    );
    const attempts = joined.map((answer) => StartExamAnswer.parse(answer.body));
    await proctor.until((message) => message.type === "alert" && message.code === "join_burst" && message.count === 20);
    const [writer] = attempts;
    const events = [{ type: "answer_edit", question: "q1", at: 0, removed: 0, inserted: "a", t: 10 }];
    await server.call("POST", "/log_activity", writer.session_token, { seq: 1, sentAt: 0, events });
    const attempt_ids = attempts.map((attempt) => attempt.attempt_id);
    await proctor.say({ type: "remove", id: "r", attempt_ids });
    const done = await proctor.next("done");
    assert.deepEqual(done, {
      type: "done",
      id: "r",
      count: 19,
      refused: [{ attempt_id: writer.attempt_id, code: "wrong_state" }],
    });
    const fresh = proctorSocket(server.url, await server.signIn(), examId);
    const room = await fresh.next("room");
    assert.deepEqual(room.students.map((student) => student.attempt_id), [writer.attempt_id]);
    const open = await fresh.next("alerts");
    assert.deepEqual(open.alerts.map((alert) => alert.code), ["join_burst"]);
    await fresh.say({ type: "handle", id: "h", alert_id: open.alerts[0].alert_id });
    await proctor.until((message) => message.type === "alerts_handled" && message.by === "admin");
    await proctor.say({ type: "message", id: "m", attempt_ids: "all", text: "Ten minutes left." });
    await proctor.until((message) => message.type === "done" && message.id === "m" && message.count === 1);
    await proctor.say({ type: "pause", id: "p" });
    await proctor.until((message) => message.type === "refused" && message.id === "p" && message.code === "invalid");
    proctor.close();
    fresh.close();
  },
);
