import assert from "node:assert/strict";
import { z } from "zod";
import { hashToken } from "../../server/auth/tokens.ts";
import { rosterHash } from "../../server/exams/personal_token.ts";
import { CloseCode } from "../../protocol/close_codes.ts";
import { ErrorBody } from "../../protocol/errors.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { SocketClient, studentSocket } from "../support/socket_client.ts";

const essay = { id: "q1", type: "essay", text: "Write." };
const event = { type: "focus_change", t: 100, focused: true };
const batch = (seq: number, events: unknown[] = [event]) => ({ seq, sentAt: 0, events });

/** Entries of an attempt's log: a refusal must leave them as they were. */
async function logLength(server: LiveServer, attemptId: string): Promise<number> {
  return (await Array.fromAsync(server.services.attempts.log.read(attemptId))).length;
}

liveTest("[RE1] who may not join is told why, and nothing is begun", async (server) => {
  const join = (body: unknown) => server.call("POST", "/start_exam", null, body);
  assert.equal(errorOf(await join({ code: "NOPE", student: { name: "Ada" } })).code, "unknown_exam");
  assert.equal(errorOf(await join({ code: "DEMO", student: { name: "" } })).code, "invalid");
  assert.equal(errorOf(await join({ token: "invented-token-0000" })).code, "unauthorized");
  assert.equal(errorOf(await join("{")).code, "bad_request");

  const { examId } = await server.publish({
    code: "ONE",
    title: "One place",
    duration_minutes: 5,
    capacity: 1,
    questions: [essay],
  });
  assert.equal((await join({ code: "one", student: { name: "Ada" } })).status, 201);
  assert.equal(errorOf(await join({ code: "ONE", student: { name: "Bo" } })).code, "exam_full");
  await server.call("POST", `/api/exams/${examId}/close`, await server.signIn());
  const closed = await join({ code: "ONE", student: { name: "Cy" } });
  assert.equal(closed.status, 403);
  assert.equal(errorOf(closed).code, "exam_closed");
});

liveTest("[RE2] a personal token works once", async (server) => {
  const { tokens } = await server.publish({
    code: "ROLL",
    title: "Roster",
    duration_minutes: 5,
    join: "roster",
    questions: [essay],
    roster: [{ name: "Ada", number: "1" }],
  });
  const first = await server.call("POST", "/start_exam", null, { token: tokens[0] });
  assert.equal(first.status, 201);
  const second = await server.call("POST", "/start_exam", null, { token: tokens[0] });
  assert.equal(second.status, 409);
  assert.equal(errorOf(second).code, "token_used");
  const byCode = await server.call("POST", "/start_exam", null, { code: "ROLL", student: { name: "Eve" } });
  assert.equal(errorOf(byCode).code, "unauthorized");
});

liveTest("[RE3] each wrong batch has its answer, and leaves the log as it was", async (server) => {
  const { attempt_id, session_token } = await server.join();
  const log = (body: unknown) => server.call("POST", "/log_activity", session_token, body);
  assert.deepEqual((await log(batch(1))).body, { ack: 1, risk_score: 0, risk_level: "low" });
  const before = await logLength(server, attempt_id);
  const unsorted = [{ ...event, t: 9_000 }, { ...event, t: 8_999 }];
  const cases: [string, unknown, number, string, string?][] = [
    ["malformed JSON", "{", 400, "bad_request"],
    ["unknown event type", batch(2, [{ type: "screen", t: 1 }]), 422, "invalid", "events.0.type"],
    ["wrong type", batch(2, [{ ...event, focused: "yes" }]), 422, "invalid", "events.0.focused"],
    ["unknown field", { ...batch(2), extra: 1 }, 422, "invalid", "extra"],
    ["out of order", batch(2, unsorted), 422, "out_of_order", "events.1.t"],
    ["seq 0", batch(0), 422, "invalid", "seq"],
    ["seq negative", batch(-1), 422, "invalid", "seq"],
    ["seq of a half", batch(1.5), 422, "invalid", "seq"],
    ["seq skipped", batch(3), 409, "gap", "seq"],
    ["other content", batch(1, [{ ...event, t: 101 }]), 409, "conflict", "seq"],
    ["no events", batch(2, []), 422, "invalid", "events"],
    ["10,000 events", batch(2, Array(10_000).fill(event)), 413, "too_large"],
    ["10 MB", `"${"x".repeat(10_000_000)}"`, 413, "too_large"],
  ];
  for (const [name, body, status, code, path] of cases) {
    const answer = await log(body);
    assert.equal(answer.status, status, name);
    assert.equal(errorOf(answer).code, code, name);
    if (path !== undefined) assert.equal(errorOf(answer).path, path, name);
  }
  assert.equal(ErrorBody.parse((await log(batch(3))).body).expected, 2);
  const { seq, last_seq } = ErrorBody.parse((await log(batch(1, [{ ...event, t: 101 }]))).body);
  assert.deepEqual([seq, last_seq], [1, 1]);
  await log(batch(2, [{ ...event, t: 60_000 }]));
  const backwards = await log(batch(3, [{ ...event, t: 54_999 }]));
  assert.equal(errorOf(backwards).code, "out_of_order");
  assert.equal((await log(batch(3, [{ ...event, t: 55_000 }]))).status, 200);
  assert.equal(await logLength(server, attempt_id), before + 2);
});

liveTest("[RE4] a resend is answered with the same ack, and is stored once", async (server) => {
  const { attempt_id, session_token } = await server.join();
  const first = await server.call("POST", "/log_activity", session_token, batch(1));
  const reordered = { events: [{ focused: true, t: 100, type: "focus_change" }], sentAt: 5, seq: 1 };
  const second = await server.call("POST", "/log_activity", session_token, reordered);
  assert.deepEqual(second.body, first.body);
  assert.equal(await logLength(server, attempt_id), 2);
});

liveTest("[RE5] a socket that breaks the protocol is closed with the code of its mistake", async (server) => {
  const { session_token } = await server.join();
  const large = JSON.stringify({ type: "batch", ...batch(1, Array(10_000).fill(event)) });
  const cases: [string, (string | Uint8Array | unknown)[], number][] = [
    ["batch before hello", [{ type: "batch", ...batch(1) }], CloseCode.unauthorized],
    ["another protocol", [{ type: "hello", protocol: 2, token: session_token }], CloseCode.protocol_version],
    ["an invented token", [{ type: "hello", protocol: 1, token: "x" }], CloseCode.unauthorized],
    ["not JSON", ["{"], CloseCode.bad_request],
    ["binary", [new Uint8Array([1, 2, 3])], CloseCode.unsupported],
    ["unknown message", [{ type: "hello", protocol: 1, token: session_token }, { type: "fly" }], CloseCode.invalid],
    ["10 MB", [{ type: "hello", protocol: 1, token: session_token }, "x".repeat(10_000_000)], CloseCode.too_large],
    ["10,000 events", [{ type: "hello", protocol: 1, token: session_token }, large], CloseCode.too_large],
    [
      "seq 0",
      [{ type: "hello", protocol: 1, token: session_token }, { type: "batch", ...batch(0) }],
      CloseCode.invalid,
    ],
    [
      "events out of order",
      [{ type: "hello", protocol: 1, token: session_token }, {
        type: "batch",
        ...batch(1, [{ ...event, t: 9 }, { ...event, t: 8 }]),
      }],
      CloseCode.out_of_order,
    ],
  ];
  for (const [name, messages, code] of cases) {
    const client = studentSocket(server.url);
    for (const message of messages) await client.say(message);
    assert.equal((await client.end()).code, code, name);
  }
});

liveTest("[RE19] a field's name of any length, in any script, ends the socket and not the server", async (server) => {
  const { session_token } = await server.join();
  const strange = { ["é".repeat(100)]: 1, ["💣".repeat(300)]: 1 };
  for (const path of ["/ws/student", "/ws/proctor"]) {
    const client = new SocketClient(server.url, path, z.looseObject({ type: z.string() }));
    await client.say({ type: "hello", protocol: 1, token: session_token, exam: "any", ...strange });
    const { code, reason } = await client.end();
    assert.deepEqual([code, reason.split(":")[0]], [CloseCode.invalid, "invalid"], path);
    assert.ok(new TextEncoder().encode(reason).length <= 123);
  }
  assert.equal((await server.call("GET", "/ping", null)).status, 200);
  assert.equal(server.services.metrics.faults, 0);
});

liveTest("[RE6] on a socket a gap and a conflict are answered, and the connection goes on", async (server) => {
  const { session_token } = await server.join();
  const client = studentSocket(server.url, session_token);
  await client.next("welcome");
  await client.say({ type: "batch", ...batch(2) });
  assert.equal((await client.next("expected")).seq, 1);
  await client.say({ type: "batch", ...batch(1) });
  assert.equal((await client.next("ack")).seq, 1);
  await client.say({ type: "batch", ...batch(1) });
  assert.equal((await client.next("ack")).seq, 1);
  await client.say({ type: "batch", ...batch(1, [{ ...event, t: 5 }]) });
  assert.deepEqual(await client.next("conflict"), { type: "conflict", seq: 1, last_seq: 1 });
  client.close();
});

liveTest("[RE7] nothing is added after the student's own submission; a second one changes nothing", async (server) => {
  const { attempt_id, session_token } = await server.join();
  await server.call("POST", "/log_activity", session_token, batch(1));
  const first = await server.call("POST", "/submit_exam", session_token, { answers: { q1: "Done" } });
  const length = await logLength(server, attempt_id);
  const late = await server.call("POST", "/log_activity", session_token, batch(2));
  assert.equal(late.status, 409);
  assert.equal(errorOf(late).code, "submitted");
  const again = await server.call("POST", "/submit_exam", session_token, { answers: { q1: "Changed" } });
  assert.deepEqual(again.body, first.body);
  assert.equal(await logLength(server, attempt_id), length);
  const client = studentSocket(server.url, session_token);
  await client.next("submitted");
  await client.say({ type: "batch", ...batch(2) });
  assert.equal((await client.end()).code, CloseCode.finished);
});

liveTest(
  "[RE50] a personal token is taken as people type it, and two that are typed alike are refused",
  async (server) => {
    const exam = (code: string, tokens: string[]) => ({
      code,
      title: "T",
      duration_minutes: 5,
      join: "roster",
      questions: [{ id: "q1", type: "essay", text: "?" }],
      roster: tokens.map((token, index) => ({ name: `Student ${index}`, ...(token !== "" && { token }) })),
    });
    const { tokens } = await server.publish(exam("TYPED", ["", "", "", "Ada-Lovelace-1815"]));
    const start = (token: string) => server.call("POST", "/start_exam", null, { token });
    assert.equal((await start(tokens[0])).status, 201, "as it was given");
    assert.equal((await start(` ${tokens[1].toLowerCase()} `)).status, 201);
    assert.equal((await start(tokens[2].replaceAll("-", " "))).status, 201);
    assert.equal((await start("adalovelace1815")).status, 201);
    assert.equal(errorOf(await start("ADA LOVELACE 1815")).code, "token_used", "it is the same token");
    assert.equal(errorOf(await start("ada-lovelace-1816")).code, "unauthorized");

    const admin = await server.signIn();
    const publish = (code: string, given: string[]) => server.call("POST", "/api/exams", admin, exam(code, given));
    const twice = await publish("TWICE", ["grace-hopper-1906", "Grace Hopper 1906"]);
    assert.deepEqual([twice.status, errorOf(twice).path], [422, "roster.1.token"]);
    const elsewhere = await publish("ELSEWHERE", ["ADALOVELACE1815"]);
    assert.equal(elsewhere.status, 409);
    assert.equal((await publish("TWICE", ["grace-hopper-1906"])).status, 201, "nothing of the refused one was stored");
  },
);

liveTest("[RE50] a token of a roster from before plain forms opens in capitals or not", async (server) => {
  const { examId, tokens } = await server.publish({
    code: "BEFORE",
    title: "T",
    duration_minutes: 5,
    join: "roster",
    questions: [{ id: "q1", type: "essay", text: "?" }],
    roster: [{ name: "Ada" }, { name: "Grace" }],
  });
  // As the lines stood then: under the hash of the token as it was given.
  const { roster, commit } = server.services.stores;
  for (const token of tokens) {
    const stored = await roster.get(rosterHash(token));
    assert.ok(stored !== null);
    await commit([...roster.remove(examId, rosterHash(token)), ...roster.insert(hashToken(token), stored.value)]);
  }
  for (const typed of [tokens[0], tokens[1].toLowerCase().replaceAll("-", "")]) {
    assert.equal((await server.call("POST", "/start_exam", null, { token: typed })).status, 201, typed);
  }
});

liveTest("[RE10] a submission larger than the log takes is refused, and the attempt goes on", async (server) => {
  const { attempt_id, session_token } = await server.join();
  const length = await logLength(server, attempt_id);
  const answers = { q1: "x".repeat(199_000), q2: "x".repeat(199_000), q3: "x".repeat(199_000) };
  const large = await server.call("POST", "/submit_exam", session_token, { answers });
  assert.equal(errorOf(large).code, "too_large");
  assert.equal(await logLength(server, attempt_id), length);
  const two = { q1: answers.q1, q5: answers.q2 };
  assert.equal((await server.call("POST", "/submit_exam", session_token, { answers: two })).status, 200);
});

liveTest(
  "[RE11] an exam larger than the store takes at once is refused, and nothing of it is stored",
  async (server) => {
    const questions = Array.from(
      { length: 45 },
      (_, index) => ({ ...essay, id: `q${index}`, text: "x".repeat(19_000) }),
    );
    const document = { code: "HUGE", title: "Huge", duration_minutes: 5, questions };
    const refused = await server.call("POST", "/api/exams", await server.signIn(), document);
    assert.equal(errorOf(refused).code, "too_large");
    const join = await server.call("POST", "/start_exam", null, { code: "HUGE", student: { name: "Ada" } });
    assert.equal(errorOf(join).code, "unknown_exam");
  },
);

liveTest("[RE8] a newer connection takes an attempt over, and the older one is told", async (server) => {
  const { session_token } = await server.join();
  const older = studentSocket(server.url, session_token);
  await older.next("welcome");
  const newer = studentSocket(server.url, session_token);
  await newer.next("welcome");
  assert.equal((await older.end()).code, CloseCode.taken_over);
  await newer.say({ type: "batch", ...batch(1) });
  await newer.next("ack");
  newer.close();
});

liveTest("[RE9] a page of another site gets nothing, neither by REST nor by socket", async (server) => {
  const headers = { origin: "https://elsewhere.example" };
  assert.equal((await fetch(`${server.url}/ping`, { headers })).status, 403);
  const upgrade = await fetch(`${server.url}/ws/student`, { headers });
  assert.equal(upgrade.status, 403);
  await upgrade.body?.cancel();
});
