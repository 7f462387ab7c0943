import assert from "node:assert/strict";
import { z } from "zod";
import { ExamDocumentAnswer } from "../../protocol/exam_document.ts";
import { ExamStateAnswer, ExamSummary } from "../../protocol/exam_list.ts";
import { CreateExamAnswer } from "../../protocol/staff.ts";
import { keepPicture } from "../../server/exams/media/keep_picture.ts";
import { raiseFlag } from "../../server/review/flags.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { PICTURE } from "../support/pictures.ts";

const DOCUMENT = {
  code: "LISTED",
  title: "Listed",
  duration_minutes: 5,
  join: "roster",
  questions: [{ id: "q1", type: "essay", text: "Why?" }],
  roster: [{ name: "Ada" }, { name: "Bo" }],
};

const move = async (server: LiveServer, admin: string, examId: string, deed: string) =>
  ExamStateAnswer.parse((await server.call("POST", `/api/exams/${examId}/${deed}`, admin)).body);

async function listed(server: LiveServer, token: string, examId: string, query = "") {
  const { body } = await server.call("GET", `/api/exams${query}`, token);
  return z.array(ExamSummary).parse(body).find(({ exam_id }) => exam_id === examId);
}

liveTest(
  "[OP69] a duplicate is a draft of the same document with a code of its own, and its maker's",
  async (server) => {
    const admin = await server.signIn();
    const { examId } = await server.publish({ ...DOCUMENT, text_format: "markdown" });
    const { stores } = server.services;
    const mediaId = await keepPicture(stores, examId, PICTURE, 1);
    const read = async (id: string) =>
      ExamDocumentAnswer.parse((await server.call("GET", `/api/exams/${id}`, admin)).body);
    const first = await move(server, admin, examId, "duplicate");
    const again = await move(server, admin, examId, "duplicate");
    const ofCopy = await move(server, admin, first.exam_id, "duplicate");
    const { document } = await read(examId);
    for (
      const [{ exam_id, state }, code] of [[first, "LISTED-2"], [again, "LISTED-3"], [ofCopy, "LISTED-4"]] as const
    ) {
      assert.equal(state, "draft");
      assert.deepEqual((await stores.media.read(exam_id, mediaId))?.content, PICTURE);
      assert.deepEqual(await read(exam_id), { exam_id, state, revision: 1, document: { ...document, code } });
      assert.equal((await listed(server, admin, exam_id))?.attempts, 0);
    }
    // It has nobody in its roster yet.
    const refused = await server.call("POST", `/api/exams/${first.exam_id}/publish`, admin);
    assert.deepEqual([refused.status, errorOf(refused).path], [422, "roster"]);
    const { code } = (await read(first.exam_id)).document;
    assert.equal(
      errorOf(await server.call("POST", "/start_exam", null, { code, student: { name: "Ada" } })).code,
      "unknown_exam",
    );
  },
);

liveTest(
  "[OP70] an archived exam leaves the list and lets nobody begin, and reopening brings it back",
  async (server) => {
    const admin = await server.signIn();
    const { examId, tokens: [ada, bo] } = await server.publish(DOCUMENT);
    const begun = await server.call("POST", "/start_exam", null, { token: ada });
    assert.equal(begun.status, 201);
    for (let times = 0; times < 2; times++) {
      assert.deepEqual(await move(server, admin, examId, "archive"), { exam_id: examId, state: "closed" });
    }
    assert.equal(await listed(server, admin, examId), undefined);
    assert.equal((await listed(server, admin, examId, "?archived=true"))?.archived, true);
    assert.equal(errorOf(await server.call("POST", "/start_exam", null, { token: bo })).code, "exam_closed");
    const { session_token } = begun.body as { session_token: string };
    assert.equal((await server.call("POST", "/submit_exam", session_token, {})).status, 200);
    assert.equal((await move(server, admin, examId, "reopen")).state, "published");
    assert.equal((await listed(server, admin, examId))?.archived, undefined);
    assert.equal((await server.call("POST", "/start_exam", null, { token: bo })).status, 201);

    const made = await server.call("POST", "/api/exams", admin, {
      ...DOCUMENT,
      code: "DRAFTED",
      roster: [],
      state: "draft",
    });
    const { exam_id } = CreateExamAnswer.parse(made.body);
    for (const deed of ["archive", "reopen"]) assert.equal((await move(server, admin, exam_id, deed)).state, "draft");
    assert.equal((await listed(server, admin, exam_id))?.state, "draft");
    const { entries } = await server.services.auth.audit.page(undefined, 200);
    const lines = entries.filter(({ about }) => about === `exam:${examId}`).map(({ what }) => what);
    assert.deepEqual(lines, ["reopen_exam", "archive_exam", "create_exam"]);
  },
);

liveTest("[OP71] the list says what is under way and what waits for a reviewer", async (server) => {
  const { attempts, stores } = server.services;
  const admin = await server.signIn();
  const { examId } = await server.publish({ ...DOCUMENT, join: "open", roster: [] });
  const ada = await server.join("Ada", "LISTED");
  await server.join("Bo", "LISTED");
  const attempt = await attempts.open(ada.attempt_id);
  await raiseFlag(attempt, stores.flags, { t: 0, at: 0, by: "rule", note: "" });
  assert.equal((await server.call("POST", "/submit_exam", ada.session_token, {})).status, 200);
  const { live, open_flags, to_review, attempts: begun, duration_minutes } = await listed(server, admin, examId) ?? {};
  assert.deepEqual([begun, live, open_flags, to_review, duration_minutes], [2, 1, 1, 1, 5]);
  const given = { verdict: "satisfactory", reasons: [], note: "" };
  const path = `/api/exams/${examId}/attempts/${ada.attempt_id}/verdict`;
  assert.equal((await server.call("PUT", path, admin, given)).status, 200);
  assert.equal((await listed(server, admin, examId))?.to_review, 0, "a verdict shows at once, its flag open or not");
});
