import assert from "node:assert/strict";
import { AttemptLink } from "../../islands/link/attempt_link.ts";
import { browserWorld } from "../../islands/link/browser_world.ts";
import { HeldBatches } from "../../islands/link/held_batches.ts";
import { MemoryOutboxStore } from "../../islands/link/memory_outbox_store.ts";
import { Outbox } from "../../islands/link/outbox.ts";
import { AttemptAnswer } from "../../protocol/attempt.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { errorOf, LiveServer, liveTest } from "../support/live_server.ts";
import { NoSocketsProxy } from "../support/no_sockets_proxy.ts";
import { proctorSocket, studentSocket } from "../support/socket_client.ts";

const proctors = [{ username: "pat", password: "a-long-password-of-pat", role: "proctor" }];
const document = {
  code: "ADMIT",
  title: "By a proctor",
  instructions: "Read each question twice.",
  duration_minutes: 60,
  questions: [{ id: "q1", type: "essay", text: "What nobody may read before." }],
  policy: { admission: "proctor" },
  staff: proctors,
};

/** An exam whose students wait, and its proctor's socket. */
async function room(server: LiveServer, fields: object = {}, url = server.url) {
  const { examId } = await server.publish({ ...document, ...fields });
  const token = await server.signIn("pat", "a-long-password-of-pat");
  const proctor = proctorSocket(url, token, examId);
  await proctor.next("room");
  const admit = async (id: string, whom: object) => {
    await proctor.say({ type: "admit", id, ...whom });
    return await proctor.until((message) => "id" in message && message.id === id);
  };
  return { examId, token, proctor, admit };
}

async function attemptOf(server: Pick<LiveServer, "call">, token: string): Promise<AttemptAnswer> {
  return AttemptAnswer.parse((await server.call("GET", "/api/attempt", token)).body);
}

liveTest("[EX50] while a student waits no question leaves the server, and nothing comes in", async (server) => {
  await room(server);
  const joined = await server.call("POST", "/start_exam", null, { code: "ADMIT", student: { name: "Ada" } });
  const { session_token, exam } = StartExamAnswer.parse(joined.body);
  assert.deepEqual([exam.questions, exam.instructions], [[], "Read each question twice."]);
  const own = await server.call("GET", "/api/attempt", session_token);
  const { state, waits_until } = AttemptAnswer.parse(own.body);
  assert.deepEqual([state, waits_until], ["waiting", undefined]);
  for (const { body } of [joined, own]) assert.ok(!JSON.stringify(body).includes("What nobody may read"));
  const events = [{ type: "answer_edit", question: "q1", at: 0, removed: 0, inserted: "early", t: 5 }];
  for (const [path, body] of Object.entries({ "/log_activity": { seq: 1, sentAt: 0, events }, "/submit_exam": {} })) {
    const answer = await server.call("POST", path, session_token, body);
    assert.deepEqual([answer.status, errorOf(answer).code], [409, "wrong_state"], path);
  }
});

liveTest("[EX51] [EX52] [EX53] one is let in and hears it; then all who wait, and only they", async (server) => {
  const { proctor, admit } = await room(server);
  const [ada, bo, cy] = [
    await server.join("Ada", "ADMIT"),
    await server.join("Bo", "ADMIT"),
    await server.join("Cy", "ADMIT"),
  ];
  const student = studentSocket(server.url, ada.session_token);
  assert.equal((await student.next("welcome")).state, "waiting");
  await proctor.until((message) =>
    message.type === "frame" &&
    message.students.some(({ attempt_id, state }) => attempt_id === ada.attempt_id && state === "waiting")
  );
  const done = await admit("1", { attempt_id: ada.attempt_id });
  assert.deepEqual(done, { type: "done", id: "1", count: 1, refused: [] });
  const { deadline } = await student.next("admitted");
  assert.ok(deadline > Date.now() + 59 * 60_000);
  const { state, exam, deadline: told } = await attemptOf(server, ada.session_token);
  assert.deepEqual([state, exam.questions.length, told], ["active", 1, deadline]);
  assert.deepEqual(await admit("1", { attempt_id: ada.attempt_id }), done, "a repeated one is done once");
  const again = await admit("2", { attempt_id: ada.attempt_id });
  assert.ok(again.type === "refused" && again.code === "wrong_state");
  assert.deepEqual(await admit("3", { attempt_ids: "all" }), { type: "done", id: "3", count: 2, refused: [] });
  for (const one of [bo, cy]) assert.equal((await attemptOf(server, one.session_token)).state, "active");
  const late = await server.join("Di", "ADMIT");
  assert.equal((await attemptOf(server, late.session_token)).state, "waiting", "whoever comes late waits as well");
  student.close();
  proctor.close();
});

liveTest("[EX52] without a socket, the page's link hears of the admission by asking", async (server) => {
  const { proctor, admit } = await room(server);
  const { attempt_id, session_token } = await server.join("Ada", "ADMIT");
  const proxy = await NoSocketsProxy.start(server.url);
  const after = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const heard: ServerToStudent[] = [];
  const held = new HeldBatches(new MemoryOutboxStore(), attempt_id, new Outbox(), after, () => {});
  const link = new AttemptLink(browserWorld(proxy.origin, after), session_token, held, {
    settle: () => {},
    message: (message) => heard.push(message),
    status: () => {},
    changed: () => {},
    overtaken: () => Promise.resolve(null),
    shifted: () => {},
  }, 0);
  const until = async (check: () => boolean) => {
    const end = Date.now() + 10_000;
    while (!check()) {
      assert.ok(Date.now() < end, JSON.stringify(heard));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  try {
    link.start();
    await until(() => heard.length > 0);
    assert.ok(heard[0].type === "welcome" && heard[0].state === "waiting");
    await until(() => server.services.rooms.links.presence(attempt_id).connected);
    assert.equal((await admit("1", { attempt_id })).type, "done");
    await until(() => heard.some(({ type }) => type === "admitted"));
  } finally {
    link.stop();
    await proxy.stop();
    proctor.close();
  }
});

liveTest("[EX52] a proctor on one instance lets in who waits on another", async (server) => {
  const other = await LiveServer.start({ INVIGIL_KV: `${server.folder}/test.kv` });
  try {
    const { proctor, admit } = await room(server, {}, other.url);
    const { attempt_id, session_token } = await server.join("Ada", "ADMIT");
    const student = studentSocket(server.url, session_token);
    await student.next("welcome");
    assert.equal((await admit("1", { attempt_id })).type, "done");
    await student.next("admitted");
    assert.equal((await attemptOf(other, session_token)).state, "active");
    student.close();
    proctor.close();
  } finally {
    await other.stop();
  }
});

liveTest("[EX52] a personal token that was released goes on waiting on another device", async (server) => {
  const roster = [{ name: "Ada", token: "a-token-of-ada-0123" }];
  const { proctor, admit } = await room(server, { join: "roster", roster });
  const begin = async () => {
    const answer = await server.call("POST", "/start_exam", null, { token: "a-token-of-ada-0123" });
    return StartExamAnswer.parse(answer.body);
  };
  const first = await begin();
  await proctor.say({ type: "release_device", id: "r", attempt_id: first.attempt_id });
  await proctor.until((message) => message.type === "done" && message.id === "r");
  const second = await begin();
  assert.deepEqual([second.attempt_id, second.exam.questions], [first.attempt_id, []]);
  await admit("1", { attempt_id: first.attempt_id });
  assert.equal((await attemptOf(server, second.session_token)).exam.questions.length, 1);
  proctor.close();
});

liveTest("[EX54] where the exam closes first, the student is told, and how", async (server) => {
  // Far enough for a slow machine to publish and join before.
  const closes_at = new Date(Date.now() + 7_000).toISOString();
  const { proctor } = await room(server, { closes_at });
  const { session_token } = await server.join("Ada", "ADMIT");
  const student = studentSocket(server.url, session_token);
  await student.next("welcome");
  assert.equal((await attemptOf(server, session_token)).waits_until, Date.parse(closes_at));
  const ended = await student.until(({ type }) => type === "submitted", 12_000);
  assert.ok(ended.type === "submitted" && ended.state === "expired" && ended.reason === "deadline");
  const { closing } = await attemptOf(server, session_token);
  assert.equal(closing?.admitted, false);
  student.close();
  proctor.close();
});
