import assert from "node:assert/strict";
import { ExamDocument } from "../../protocol/exam_document.ts";
import { CloseCode } from "../../protocol/close_codes.ts";
import { SYSTEM } from "../../server/audit/audit_log.ts";
import { publishExam } from "../../server/exams/publish_exam.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { proctorSocket } from "../support/socket_client.ts";

/** Everything in the exam that no student may ever see, each with a mark of its own. */
const SECRETS = {
  shortAnswer: "SECRET-SHORT-ANSWER",
  guidance: "SECRET-GUIDANCE",
  number: "918273645.25",
  tolerance: "0.4567891",
  correctChoice: '"correct"',
  otherName: "SECRET-OTHER-STUDENT",
  otherNumber: "SECRET-OTHER-NUMBER",
  otherAnswer: "SECRET-OTHER-ANSWER",
  rosterToken: "SECRET-ROSTER-TOKEN",
  staffName: "secret-proctor-name",
  flagNote: "SECRET-FLAG-NOTE",
  weight: "2.718281",
};

const DOCUMENT = {
  code: "MARKED",
  title: "Marked",
  duration_minutes: 60,
  questions: [
    {
      id: "q1",
      type: "single_choice",
      text: "One?",
      choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
      correct: "b",
    },
    {
      id: "q2",
      type: "multiple_choice",
      text: "Many?",
      choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
      correct: ["a"],
    },
    { id: "q3", type: "true_false", text: "True?", correct: true },
    { id: "q4", type: "numeric", text: "How much?", correct: 918_273_645.25, tolerance: 0.456_789_1 },
    { id: "q5", type: "short_text", text: "Word?", correct: [SECRETS.shortAnswer] },
    { id: "q6", type: "essay", text: "Write.", guidance: SECRETS.guidance },
  ],
  policy: { scoring: { weights: { away: 2.718_281 } }, at_hundred: "lock_and_submit" },
  roster: [{ name: SECRETS.otherName, number: SECRETS.otherNumber, token: SECRETS.rosterToken }],
  staff: [{ username: SECRETS.staffName, role: "proctor", password: "proctor-password-1" }],
};

const edit = (t: number, inserted: string) => ({ type: "answer_edit", t, at: 0, removed: 0, inserted, question: "q6" });
const batch = (seq: number, events: unknown[]) => ({ seq, sentAt: 0, events });

/** A raw socket that keeps every byte as it came. */
async function rawSocket(server: LiveServer, token: string, received: string[]): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/ws/student`);
  socket.onmessage = (event) => void received.push(String(event.data));
  socket.onclose = (event) => void received.push(event.reason);
  await new Promise((resolve) => socket.onopen = resolve);
  socket.send(JSON.stringify({ type: "hello", protocol: 1, token }));
  return socket;
}

async function until(check: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!check()) {
    if (Date.now() > end) throw new Error("It never came");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

liveTest(
  "[TR33] no byte that a student's browser receives holds a correct answer, guidance, another student or staff",
  async (server) => {
    const { services } = server;
    const { exam_id: examId } = await publishExam(services, ExamDocument.parse(DOCUMENT), null, SYSTEM);
    const received: string[] = [];
    const ask = async (method: string, path: string, token: string | null, body?: unknown) => {
      const answer = await fetch(server.url + path, {
        method,
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      received.push(JSON.stringify([...answer.headers]), await answer.text());
      return received[received.length - 1];
    };

    // Another student, with an answer, a number and a flag.
    const otherJoin = await server.call("POST", "/start_exam", null, { token: SECRETS.rosterToken });
    assert.equal(otherJoin.status, 201);
    const other = otherJoin.body as { attempt_id: string; session_token: string };
    await server.call("POST", "/log_activity", other.session_token, batch(1, [edit(1, SECRETS.otherAnswer)]));

    for (
      const path of ["/", "/join", "/join/MARKED", "/exam", "/declined", "/privacy", "/openapi.json", "/asyncapi.json"]
    ) {
      await ask("GET", path, null);
    }
    const joined = JSON.parse(await ask("POST", "/start_exam", null, { code: "MARKED", student: { name: "Ada" } }));
    const token: string = joined.session_token;
    const socket = await rawSocket(server, token, received);
    await until(() => received.some((text) => text.includes('"welcome"')));

    // A proctor does everything that a student may be told of, and some that they may not.
    const staffToken = await server.signIn(SECRETS.staffName, "proctor-password-1");
    await server.call("POST", "/api/password", staffToken, {
      current: "proctor-password-1",
      next: "proctor-password-2",
    });
    const room = proctorSocket(server.url, staffToken, examId);
    await room.next("room");
    const { attempt_id } = joined;
    let count = 0;
    const act = async (action: Record<string, unknown>) => {
      const id = `a${count++}`;
      await room.say({ ...action, id, attempt_id });
      const answer = await room.until((message) => "id" in message && message.id === id);
      assert.equal(answer.type, "done", JSON.stringify([action, answer]));
    };
    await act({ type: "flag", note: SECRETS.flagNote });
    await act({ type: "message", text: "hello" });
    await act({ type: "warn", text: "careful" });
    await act({ type: "pause", reason: "pause" });
    await act({ type: "resume" });
    await act({ type: "lock", reason: "lock" });
    await act({ type: "release" });
    await act({ type: "extend", minutes: 5 });

    // Good and bad batches, by socket and by REST; risk goes up on the way.
    const long = "outside ".repeat(200);
    socket.send(JSON.stringify({
      type: "batch",
      ...batch(1, [
        { type: "tab_switch", t: 1_000, visible: false },
        { type: "tab_switch", t: 300_000, visible: true },
        { type: "paste_event", t: 300_100, length: long.length, origin: "outside" },
        { ...edit(300_100, long), input: "paste" },
      ]),
    }));
    await until(() => received.some((text) => text.includes('"ack"')));
    socket.send(JSON.stringify({ type: "batch", ...batch(5, [edit(300_200, "x")]) }));
    socket.send(JSON.stringify({ type: "batch", ...batch(1, [edit(2, "x")]) }));
    socket.send(JSON.stringify({ type: "ping" }));
    await until(() => received.some((text) => text.includes('"pong"')));
    await ask("POST", "/log_activity", token, batch(2, [edit(300_300, "y")]));
    await ask("POST", "/log_activity", token, batch(9, [edit(300_400, "y")]));
    await ask("POST", "/log_activity", token, { ...batch(3, [{ type: "x" }]), extra: 1 });
    for (
      const path of [
        "/risk_score",
        `/risk_score?attempt_id=${other.attempt_id}`,
        "/api/attempt",
        "/api/attempt/captured",
        "/api/exams",
        `/api/exams/${examId}/attempts/${attempt_id}`,
        `/scoring/summary/${examId}`,
        `/exams/${examId}/room`,
      ]
    ) await ask("GET", path, token);
    await ask("POST", "/start_exam", null, { token: "SECRET-NOT-A-TOKEN" });
    await ask("POST", "/submit_exam", token, { answers: { q4: "3" } });
    await until(() => received.some((text) => text.includes('"submitted"')));
    await ask("POST", "/submit_exam", token, {});
    await ask("GET", "/api/attempt", token);
    await ask("GET", "/api/attempt/captured", token);
    socket.close();
    room.close();

    const stored = await Array.fromAsync(services.stores.whole.read());
    const internal: [string, string][] = [
      ...Object.entries(SECRETS),
      ["another attempt's id", other.attempt_id],
      ["another student's session", other.session_token],
      ["this instance", services.attempts.instance],
      ...stored.filter(({ key }) => key[0] === "staff").map((
        { key },
      ): [string, string] => ["an account", String(key[1])]),
      ...stored.filter(({ key }) => key[0] === "attempt_by_token")
        .map(({ key }): [string, string] => ["a token's hash", String(key[1])]),
    ];
    // What the test itself asked for stands in no answer, except its address.
    const bytes = received.join("\n");
    assert.ok(bytes.length > 20_000 && bytes.includes("high_risk_alert"));
    for (const [what, mark] of internal) {
      const at = bytes.indexOf(mark);
      // The descriptions of the interfaces name fields, not any exam's content.
      const isOnlySchema = what === "correctChoice" && received.filter((text) => text.includes(mark))
        .every((text) => text.includes('"openapi"') || text.includes('"asyncapi"'));
      assert.ok(at === -1 || isOnlySchema, `${what}: …${bytes.slice(Math.max(0, at - 120), at + 60)}…`);
    }
    console.log(
      `student's bytes: ${bytes.length} characters of ${received.length} answers and messages searched for ${internal.length} marks`,
    );
  },
);

liveTest("[TR33] why a socket was closed names nothing but the field", async (server) => {
  const received: string[] = [];
  const { session_token } = await server.join();
  const socket = await rawSocket(server, session_token, received);
  await until(() => received.length > 0);
  socket.send(
    JSON.stringify({ type: "batch", seq: 1, sentAt: 0, events: [{ type: "tab_switch", t: 1, visible: "SECRET" }] }),
  );
  await until(() => socket.readyState === WebSocket.CLOSED && received.length > 1);
  assert.equal(received[received.length - 1], "invalid: events.0.visible");
  assert.ok(CloseCode.invalid);
});
