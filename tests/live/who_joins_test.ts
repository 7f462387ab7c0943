import assert from "node:assert/strict";
import { ExamDocumentAnswer } from "../../protocol/exam_document.ts";
import { Roster, RosterUploadAnswer } from "../../protocol/roster.ts";
import { RevisedExamAnswer } from "../../protocol/revision_impact.ts";
import { end } from "../../server/attempts/interventions.ts";
import { startAttempt } from "../../server/attempts/start_attempt.ts";
import { errorOf, liveTest } from "../support/live_server.ts";

const DOCUMENT = {
  code: "WHO",
  title: "Who may come in",
  duration_minutes: 60,
  questions: [{ id: "q1", type: "essay", text: "Why?" }],
};
const CONSENT = { version: "1", language: "en" };

liveTest(
  "[PE34] a list closes an exam to everybody else in the same call, unless its code is to open it as well",
  async (server) => {
    const { examId } = await server.publish(DOCUMENT);
    const admin = await server.signIn();
    const path = `/api/exams/${examId}`;
    const upload = (query: string, list: string) => server.call("POST", `${path}/roster?${query}`, admin, list);
    const exam = async () => ExamDocumentAnswer.parse((await server.call("GET", path, admin)).body);
    const byCode = (name: string) =>
      server.call("POST", "/start_exam", null, { code: "WHO", student: { name }, consent: CONSENT });

    const seen = RosterUploadAnswer.parse((await upload("join=roster", "name\nAda\n")).body);
    assert.deepEqual(seen.exam, { join: "open", revision: 1 });
    assert.equal(RosterUploadAnswer.parse((await upload("apply=false", "name\nAda\n")).body).exam, undefined);
    const both = RosterUploadAnswer.parse((await upload("apply=true&join=open&revision=1", "name\nAda\n")).body);
    assert.deepEqual(both.exam, { join: "open", revision: 1 });
    assert.equal((await byCode("Eve")).status, 201);

    // Somebody writes the exam in between: nothing is done, neither to the list nor to who may join.
    const { revision, document } = await exam();
    const other = await server.call("PUT", path, admin, {
      revision,
      document: { ...document, title: "Another title" },
    });
    assert.equal(RevisedExamAnswer.parse(other.body).revision, 2);
    const stale = await upload("apply=true&join=roster&revision=1", "name\nBo\n");
    assert.deepEqual([stale.status, errorOf(stale).code, errorOf(stale).path], [409, "conflict", "revision"]);
    const { students } = Roster.parse((await server.call("GET", `${path}/roster`, admin)).body);
    assert.deepEqual(students.map(({ name }) => name), ["Ada"]);

    const closed = RosterUploadAnswer.parse((await upload("apply=true&join=roster&revision=2", "name\nBo\n")).body);
    assert.deepEqual(closed.exam, { join: "roster", revision: 3 });
    const after = await exam();
    assert.deepEqual([after.document.join, after.document.title], ["roster", "Another title"]);
    assert.equal((await byCode("Eve two")).status, 401);
    const token = closed.tokens?.[0].token;
    assert.equal((await server.call("POST", "/start_exam", null, { token, consent: CONSENT })).status, 201);

    // The editor's check says what its author may not have meant.
    const open = { revision: after.revision, document: { ...after.document, join: "open" } };
    const check = RevisedExamAnswer.parse((await server.call("PUT", `${path}?preview=true`, admin, open)).body);
    assert.deepEqual(check.warnings?.map(({ code, path }) => [code, path]), [["open_beside_roster", "join"]]);
  },
);

liveTest(
  "[EX90] a personal link that comes back after the end alerts nobody, and says that the exam is over",
  async (server) => {
    const { tokens: [token] } = await server.publish({ ...DOCUMENT, join: "roster", roster: [{ name: "Ada" }] });
    const { attempts } = server.services;
    const news: string[] = [];
    const come = () => startAttempt(attempts, { token }, ({ code }) => news.push(code));
    const { attempt_id } = await come();
    await assert.rejects(come(), { code: "token_used" });
    assert.deepEqual(news, ["token_reused"], "while somebody writes, proctors are told");
    const attempt = await attempts.open(attempt_id);
    await attempt.intervene(end({ by: "student", now: attempts.now(), reason: null }, "student"));
    await assert.rejects(come(), { code: "token_used" });
    assert.deepEqual(news, ["token_reused"]);
  },
);
