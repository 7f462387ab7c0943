import assert from "node:assert/strict";
import { ExamDocument, ExamDocumentAnswer } from "../../protocol/exam_document.ts";
import { CreateExamAnswer } from "../../protocol/staff.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";

const DOCUMENT = {
  code: "STATES",
  title: "States",
  duration_minutes: 5,
  questions: [{ id: "q1", type: "essay", text: "Why?" }],
  roster: [{ name: "Ada", number: "1" }],
};

const join = (server: LiveServer, name: string) =>
  server.call("POST", "/start_exam", null, { code: "STATES", student: { name } });

liveTest(
  "[OP7] a draft is unknown to students by code, by token and on its page until it is published",
  async (server) => {
    const admin = await server.signIn();
    const made = await server.call("POST", "/api/exams", admin, { ...DOCUMENT, state: "draft" });
    const { exam_id, tokens: [{ token }] } = CreateExamAnswer.parse(made.body);
    const listed = await server.call("GET", "/api/exams", admin);
    assert.equal(
      (listed.body as { exam_id: string; state: string }[]).find((one) => one.exam_id === exam_id)?.state,
      "draft",
    );
    assert.equal((await server.call("GET", "/exams", admin)).status, 200);
    assert.equal(errorOf(await join(server, "Bo")).code, "unknown_exam");
    assert.equal(errorOf(await server.call("POST", "/start_exam", null, { token })).code, "unauthorized");
    const page = async (code: string) => await (await fetch(`${server.url}/join/${code}`)).text();
    assert.ok(!(await page("STATES")).includes(DOCUMENT.title));
    assert.match(await page("STATES"), /No exam has this code/);
    assert.deepEqual((await server.call("POST", `/api/exams/${exam_id}/publish`, admin)).body, {
      exam_id,
      state: "published",
    });
    assert.equal((await join(server, "Bo")).status, 201);
    assert.equal((await server.call("POST", "/start_exam", null, { token })).status, 201);
  },
);

liveTest(
  "[OP8] an exam is closed and reopened, again changes nothing, and each change is in the audit log once",
  async (server) => {
    const admin = await server.signIn();
    const { examId: exam_id } = await server.publish(DOCUMENT);
    const move = (to: string) => server.call("POST", `/api/exams/${exam_id}/${to}`, admin);
    assert.equal(errorOf(await server.call("POST", `/api/exams/${"x".repeat(22)}/close`, admin)).code, "not_found");
    for (const to of ["publish", "reopen"]) assert.deepEqual((await move(to)).body, { exam_id, state: "published" });
    for (let times = 0; times < 2; times++) assert.deepEqual((await move("close")).body, { exam_id, state: "closed" });
    assert.equal(errorOf(await join(server, "Bo")).code, "exam_closed");
    const late = await fetch(`${server.url}/join/STATES`);
    assert.equal(late.status, 404);
    assert.match(await late.text(), /This code opens no exam now/, "not that there is none");
    assert.equal((await move("reopen")).status, 200);
    assert.equal((await join(server, "Bo")).status, 201);
    const { entries } = await server.services.auth.audit.page(undefined, 200);
    const lines = entries.filter(({ about }) => about === `exam:${exam_id}`).map(({ what }) => what);
    assert.deepEqual(lines, ["reopen_exam", "close_exam", "create_exam"]);
  },
);

liveTest("[OP8] a draft is not closed: it has to be published first, and nothing is changed", async (server) => {
  const admin = await server.signIn();
  const made = await server.call("POST", "/api/exams", admin, { ...DOCUMENT, state: "draft" });
  const { exam_id } = CreateExamAnswer.parse(made.body);
  for (const to of ["close", "reopen"]) {
    const refused = await server.call("POST", `/api/exams/${exam_id}/${to}`, admin);
    assert.deepEqual([refused.status, errorOf(refused).code], [409, "wrong_state"]);
  }
  assert.equal((await server.services.exams.get(exam_id))?.state, "draft");
});

liveTest("[OP9] an exam's document is read as it was written, without roster and staff", async (server) => {
  const admin = await server.signIn();
  const { examId } = await server.publish(DOCUMENT);
  const read = ExamDocumentAnswer.parse((await server.call("GET", `/api/exams/${examId}`, admin)).body);
  const { roster: _, staff: __, ...document } = ExamDocument.parse(DOCUMENT);
  assert.deepEqual(read, { exam_id: examId, state: "published", revision: 1, document });
  assert.equal(errorOf(await server.call("GET", `/api/exams/${"x".repeat(22)}`, admin)).code, "not_found");
});
