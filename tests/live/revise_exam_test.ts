import assert from "node:assert/strict";
import { AttemptAnswers } from "../../protocol/marks.ts";
import { RevisedExamAnswer } from "../../protocol/revision_impact.ts";
import { CreateExamAnswer } from "../../protocol/staff.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";

const DOCUMENT = {
  code: "REVISED",
  title: "First",
  duration_minutes: 5,
  questions: [{ id: "q1", type: "essay", text: "Why?" }],
};

async function makeDraft(server: LiveServer, admin: string, document: Record<string, unknown>): Promise<string> {
  const made = await server.call("POST", "/api/exams", admin, { ...document, state: "draft" });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return CreateExamAnswer.parse(made.body).exam_id;
}

const put = (server: LiveServer, admin: string, examId: string, revision: number, document: unknown) =>
  server.call("PUT", `/api/exams/${examId}`, admin, { revision, document });

liveTest(
  "[OP60] a document takes the place of the one that was read, once, and the log has each change",
  async (server) => {
    const admin = await server.signIn();
    const { examId } = await server.publish(DOCUMENT);
    const answer = RevisedExamAnswer.parse(
      (await put(server, admin, examId, 1, { ...DOCUMENT, title: "Second" })).body,
    );
    assert.deepEqual([answer.revision, answer.state, answer.document.title], [2, "published", "Second"]);
    const { affected: _, kept: __, ...told } = answer;
    assert.deepEqual((await server.call("GET", `/api/exams/${examId}`, admin)).body, told);
    const stale = await put(server, admin, examId, 1, { ...DOCUMENT, title: "Third" });
    assert.deepEqual([stale.status, errorOf(stale).code, errorOf(stale).path], [409, "conflict", "revision"]);
    const same = RevisedExamAnswer.parse((await put(server, admin, examId, 2, answer.document)).body);
    assert.equal(same.revision, 2);
    const both = await Promise.all(["A", "B"].map((title) => put(server, admin, examId, 2, { ...DOCUMENT, title })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    const { entries } = await server.services.auth.audit.page(undefined, 200);
    const lines = entries.filter(({ about }) => about === `exam:${examId}`).map(({ what }) => what);
    assert.deepEqual(lines, ["revise_exam", "revise_exam", "create_exam"]);
  },
);

liveTest("[OP61] a draft may be unfinished, and is told what it lacks when it is published", async (server) => {
  const admin = await server.signIn();
  const empty = { ...DOCUMENT, questions: [], join: "roster" };
  const examId = await makeDraft(server, admin, empty);
  const publish = () => server.call("POST", `/api/exams/${examId}/publish`, admin);
  const refused = await publish();
  assert.deepEqual([refused.status, errorOf(refused).code, errorOf(refused).path], [422, "invalid", "questions"]);
  assert.equal((await put(server, admin, examId, 1, { ...empty, questions: DOCUMENT.questions })).status, 200);
  assert.equal(errorOf(await publish()).path, "roster");
  assert.equal((await put(server, admin, examId, 2, DOCUMENT)).status, 200);
  assert.equal((await publish()).status, 200);
  const emptied = await put(server, admin, examId, 3, { ...DOCUMENT, questions: [] });
  assert.deepEqual([emptied.status, errorOf(emptied).path], [422, "document.questions"]);
  assert.equal(errorOf(await put(server, admin, examId, 3, { ...DOCUMENT, join: "roster" })).path, "document.roster");
  const made = await server.call("POST", "/api/exams", admin, { ...empty, code: "OTHER" });
  assert.deepEqual([made.status, errorOf(made).path], [422, "questions"]);
});

liveTest("[OP60] what contradicts itself is refused with its field, in drafts too", async (server) => {
  const admin = await server.signIn();
  const examId = await makeDraft(server, admin, DOCUMENT);
  const twice = await put(server, admin, examId, 1, {
    ...DOCUMENT,
    questions: [...DOCUMENT.questions, ...DOCUMENT.questions],
  });
  assert.deepEqual([twice.status, errorOf(twice).path], [422, "document.questions.1.id"]);
  const times = { opens_at: "2030-01-02T00:00:00Z", closes_at: "2030-01-01T00:00:00Z" };
  assert.equal(errorOf(await put(server, admin, examId, 1, { ...DOCUMENT, ...times })).path, "document.closes_at");
  assert.equal(errorOf(await put(server, admin, examId, 1, { ...DOCUMENT, roster: [] })).path, "document.roster");
  assert.equal(errorOf(await put(server, admin, "x".repeat(22), 1, DOCUMENT)).code, "not_found");
});

liveTest(
  "[OP62] a changed code finds the exam, the one of before is free, and a taken one is refused",
  async (server) => {
    const admin = await server.signIn();
    const { examId } = await server.publish(DOCUMENT);
    await server.publish({ ...DOCUMENT, code: "TAKEN" });
    const refused = await put(server, admin, examId, 1, { ...DOCUMENT, code: "taken" });
    assert.deepEqual([refused.status, errorOf(refused).code, errorOf(refused).path], [
      409,
      "conflict",
      "document.code",
    ]);
    assert.equal((await put(server, admin, examId, 1, { ...DOCUMENT, code: "LATER" })).status, 200);
    const join = (code: string) => server.call("POST", "/start_exam", null, { code, student: { name: "Ada" } });
    assert.equal(errorOf(await join("REVISED")).code, "unknown_exam");
    assert.equal((await join("LATER")).status, 201);
    assert.equal((await server.call("POST", "/api/exams", admin, DOCUMENT)).status, 201);
  },
);

liveTest("[OP66] a preview is asked for by the same call, and changes nothing", async (server) => {
  const admin = await server.signIn();
  const question = { id: "q1", type: "true_false", text: "So?", correct: true };
  const { examId } = await server.publish({ ...DOCUMENT, questions: [question] });
  const { session_token } = await server.join("Ada", "REVISED");
  assert.equal((await server.call("POST", "/submit_exam", session_token, { answers: { q1: ["false"] } })).status, 200);
  const body = { revision: 1, document: { ...DOCUMENT, questions: [{ ...question, correct: false }] } };
  const before = (await server.call("GET", `/api/exams/${examId}`, admin)).body;
  const asked = await server.call("PUT", `/api/exams/${examId}?preview=true`, admin, body);
  const { revision, affected } = RevisedExamAnswer.parse(asked.body);
  assert.deepEqual([revision, affected.marks.map((mark) => [mark.name, mark.before, mark.after])], [1, [[
    "Ada",
    0,
    1,
  ]]]);
  assert.deepEqual((await server.call("GET", `/api/exams/${examId}`, admin)).body, before);
  assert.deepEqual(
    RevisedExamAnswer.parse((await server.call("PUT", `/api/exams/${examId}`, admin, body)).body).affected,
    affected,
  );
  const { attempt_id } = affected.marks[0];
  const { body: answers } = await server.call("GET", `/api/exams/${examId}/attempts/${attempt_id}/answers`, admin);
  const { marks, regraded } = AttemptAnswers.parse(answers);
  assert.deepEqual([marks.q1.points, regraded?.q1.map(({ by, points }) => [by, points])], [1, [[null, 0], [
    "admin",
    1,
  ]]]);
});
