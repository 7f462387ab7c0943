import assert from "node:assert/strict";
import { AttemptAnswer } from "../../protocol/attempt.ts";
import { liveTest } from "../support/live_server.ts";

liveTest("[EX36] an attempt that is over gives no paper, but what was received and what comes next", async (server) => {
  await server.publish({
    code: "CLOSING",
    title: "Closing",
    duration_minutes: 60,
    instructions: "Read me.",
    questions: [
      { id: "q1", type: "essay", text: "Write.", points: 1 },
      {
        id: "q2",
        type: "single_choice",
        text: "Choose.",
        choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
        correct: "a",
      },
      { id: "q3", type: "essay", text: "Or not.", points: 1 },
    ],
    policy: { results: { release: "after_close" } },
    retention: { events_days: 30, reports_days: 400 },
  });
  const { session_token: token } = await server.join("Ada", "CLOSING");
  const own = async () => AttemptAnswer.parse((await server.call("GET", "/api/attempt", token)).body);
  const before = await own();
  assert.equal(before.exam.questions.length, 3);
  assert.equal(before.exam.instructions, "Read me.");
  assert.equal(before.closing, undefined);

  await server.call("POST", "/submit_exam", token, { answers: { q1: "Twelve chars", q2: ["b"] } });
  const { exam, answers, receipt, closing } = await own();
  assert.deepEqual(exam.questions, []);
  assert.equal(exam.instructions, undefined);
  assert.equal(exam.title, "Closing");
  assert.deepEqual(answers, { q1: "Twelve chars", q2: ["b"] });
  assert.notEqual(receipt, "");
  const { handed_in, saved: _, ...rest } = closing ?? assert.fail("closing is missing");
  assert.ok(handed_in !== null && Math.abs(handed_in - Date.now()) < 60_000);
  assert.deepEqual(rest, {
    questions: 3,
    answered: 2,
    characters: 12,
    results: "after_close",
    statements: true,
    events_days: 30,
    reports_days: 400,
  });
});

liveTest("[EX36] release and retention are said as the exam has them now", async (server) => {
  const first = {
    code: "LATER",
    title: "Later",
    duration_minutes: 60,
    questions: [{ id: "q1", type: "essay", text: "Write.", points: 1 }],
    retention: { events_days: 30, reports_days: 400 },
  };
  const { examId } = await server.publish(first);
  const { session_token: token } = await server.join("Ada", "LATER");
  await server.call("POST", "/submit_exam", token, { answers: { q1: "Here" } });
  const document = {
    ...first,
    questions: [...first.questions, { id: "q2", type: "essay", text: "More.", points: 1 }],
    policy: { results: { release: "after_close" } },
    retention: { events_days: 10, reports_days: 200 },
  };
  const staff = await server.signIn();
  assert.equal((await server.call("PUT", `/api/exams/${examId}`, staff, { revision: 1, document })).status, 200);
  const { closing } = AttemptAnswer.parse((await server.call("GET", "/api/attempt", token)).body);
  const { questions, results, events_days, reports_days } = closing ?? assert.fail("closing is missing");
  assert.deepEqual([questions, results, events_days, reports_days], [1, "after_close", 10, 200]);
});
