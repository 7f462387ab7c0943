import assert from "node:assert/strict";
import { AttemptAnswers, ExamMarks, ExamStatistics, Mark } from "../../protocol/marks.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { permissionWorld } from "../support/permission_world.ts";

const QUESTIONS = [
  { id: "q1", type: "essay", text: "Write.", points: 5 },
  {
    id: "q2",
    type: "single_choice",
    text: "?",
    points: 2,
    choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
    correct: "a",
  },
];

/** A student who wrote an essay, chose wrongly, then rightly, and handed in. */
async function sat(server: LiveServer, name = "Ada") {
  const { attempt_id, session_token } = await server.join(name, "MARKS");
  const edit = (t: number, inserted: string, at: number) => ({
    type: "answer_edit",
    question: "q1",
    at,
    removed: 0,
    inserted,
    t,
  });
  const chosen = (t: number, id: string) => ({ type: "answer_select", question: "q2", choices: [id], t });
  const viewed = (t: number, question: string) => ({ type: "question_view", question, t });
  const events = [viewed(0, "q1"), edit(100, "An es", 0), edit(200, "say", 5), viewed(500, "q2"), chosen(600, "b")];
  await server.call("POST", "/log_activity", session_token, { seq: 1, sentAt: 0, events });
  await server.call("POST", "/log_activity", session_token, { seq: 2, sentAt: 0, events: [chosen(1_500, "a")] });
  return { attempt_id, session_token };
}

async function exam(server: LiveServer) {
  const { examId } = await server.publish({
    code: "MARKS",
    title: "Marks",
    duration_minutes: 60,
    questions: QUESTIONS,
  });
  return { base: `/api/exams/${examId}`, token: await server.signIn() };
}

liveTest("[MK1] [MK2] [MK5] [MK6] [MK7] an exam is marked by REST: answers, marks, CSV, statistics", async (server) => {
  const { base, token } = await exam(server);
  const { attempt_id, session_token } = await sat(server);
  const answersOf = async (query = "") =>
    AttemptAnswers.parse((await server.call("GET", `${base}/attempts/${attempt_id}/answers${query}`, token)).body);
  const marksOf = async () => ExamMarks.parse((await server.call("GET", `${base}/marks`, token)).body);
  const put = (question: string, body: unknown) =>
    server.call("PUT", `${base}/attempts/${attempt_id}/marks/${question}`, token, body);

  assert.deepEqual((await marksOf()).attempts[0].marks.q2, { points: 2, max: 2, by: "auto" });
  const early = await put("q1", { points: 1 });
  assert.deepEqual([early.status, errorOf(early).code], [409, "wrong_state"]);
  await server.call("POST", "/submit_exam", session_token, {});

  const marks = { q1: { points: null, max: 5, by: null }, q2: { points: 2, max: 2, by: "auto" } };
  const end = await answersOf();
  assert.deepEqual([end.answers, end.marks], [{ q1: "An essay", q2: ["a"] }, marks]);
  assert.ok(end.t >= 1_500);
  assert.deepEqual(await answersOf("?t=100"), { t: 100, answers: { q1: "An es" }, marks });
  assert.deepEqual((await answersOf("?t=1499")).answers, { q1: "An essay", q2: ["b"] });
  const wrongTime = await server.call("GET", `${base}/attempts/${attempt_id}/answers?t=-1`, token);
  assert.deepEqual([wrongTime.status, errorOf(wrongTime).path], [422, "t"]);

  const [before] = (await marksOf()).attempts;
  assert.deepEqual(before, {
    attempt_id,
    name: "Ada",
    number: null,
    state: "submitted",
    total: 2,
    complete: false,
    verdict: null,
    marks,
  });
  const given = await put("q1", { points: 3.5, comment: "Clear." });
  assert.deepEqual([given.status, Mark.parse(given.body)], [200, {
    points: 3.5,
    max: 5,
    by: "admin",
    comment: "Clear.",
  }]);
  const { max, attempts: [after] } = await marksOf();
  assert.deepEqual([max, after.total, after.complete, after.marks.q1], [7, 5.5, true, given.body]);
  const overruled = await put("q2", { points: 0 });
  assert.deepEqual(overruled.body, { points: 0, max: 2, by: "admin" });

  const csv = await server.call("GET", `${base}/marks?format=csv`, token);
  assert.equal(csv.headers.get("content-type"), "text/csv; charset=utf-8");
  assert.equal(csv.headers.get("cache-control"), "no-store");
  assert.equal(
    csv.body,
    "attempt_id,name,number,state,total,max,complete,verdict,q1,q2\r\n" +
      `${/^[-]/.test(attempt_id) ? "'" : ""}${attempt_id},Ada,,submitted,3.5,7,true,,3.5,0\r\n`,
  );
  const other = await server.call("GET", `${base}/marks?format=xml`, token);
  assert.deepEqual([other.status, errorOf(other).path], [422, "format"]);

  const { n, mean, sd, items } = ExamStatistics.parse((await server.call("GET", `${base}/statistics`, token)).body);
  assert.deepEqual([n, mean, sd], [1, 3.5, null]);
  assert.deepEqual(items, [
    { question: "q1", n: 1, difficulty: 0.7, discrimination: null, median_seconds: 0.5 },
    { question: "q2", n: 1, difficulty: 0, discrimination: null, choices: { a: 1, b: 0 }, median_seconds: 1 },
  ]);
});

liveTest("[MK3] a mark that cannot be names its field and the limit, and changes nothing", async (server) => {
  const { base, token } = await exam(server);
  const { attempt_id, session_token } = await sat(server);
  await server.call("POST", "/submit_exam", session_token, {});
  const put = (question: string, body: unknown) =>
    server.call("PUT", `${base}/attempts/${attempt_id}/marks/${question}`, token, body);
  for (
    const [body, path, limit] of [
      [{ points: 5.01 }, "points", /\b5\b/],
      [{ points: -1 }, "points", /\b0\b/],
      [{ points: "3" }, "points", /number/],
      [{}, "points", /number/],
      [{ points: 1, comment: "x".repeat(2_001) }, "comment", /2000/],
      [{ points: 1, by: "auto" }, "by", /known/],
    ] as const
  ) {
    const refused = await put("q1", body);
    assert.deepEqual([refused.status, errorOf(refused).path], [422, path], JSON.stringify(refused.body));
    assert.match(JSON.stringify(refused.body), limit);
  }
  assert.equal((await put("q9", { points: 1 })).status, 404);
  const { attempts } = ExamMarks.parse((await server.call("GET", `${base}/marks`, token)).body);
  assert.equal(attempts[0].marks.q1.by, null);
});

liveTest("[MK4] a student takes home no mark", async (server) => {
  const { base, token } = await exam(server);
  const { attempt_id, session_token } = await sat(server);
  await server.call("POST", "/submit_exam", session_token, {});
  await server.call("PUT", `${base}/attempts/${attempt_id}/marks/q1`, token, { points: 3, comment: "Clear." });
  for (const path of ["/api/attempt/captured", "/api/attempt"]) {
    const text = JSON.stringify((await server.call("GET", path, session_token)).body);
    assert.ok(!/marked|Clear/.test(text), path);
  }
});

liveTest("[MK10] answers, marks and statistics are for the exam's instructors and for admins", async (server) => {
  const all = await permissionWorld(server);
  const base = `/api/exams/${all.examA}`;
  for (const { who, role, token, isTheirs } of all.comers) {
    const may = role === "admin" || (role === "instructor" && isTheirs);
    for (const path of ["/marks", "/marks?format=csv", "/statistics"]) {
      const { status } = await server.call("GET", base + path, token);
      assert.equal(status === 200, may, `${path} by ${who}: ${status}`);
    }
  }
  const answers = `/attempts/${all.one.attempt_id}/answers`;
  for (const { who, role, token, isTheirs } of all.comers) {
    // This exam's policy lets its proctors read answers: MK60.
    const may = role === "admin" || (isTheirs && (role === "proctor" || role === "instructor"));
    const { status } = await server.call("GET", base + answers, token);
    assert.equal(status === 200, may, `${answers} by ${who}: ${status}`);
  }
  // An attempt is looked for in the exam that is named.
  const admin = all.comers.find(({ role }) => role === "admin")?.token ?? "";
  const elsewhere = `/api/exams/${all.examB}/attempts/${all.one.attempt_id}/answers`;
  assert.equal((await server.call("GET", elsewhere, admin)).status, 404);
});

liveTest(
  "[MK60] proctors read answers where the exam's policy says so, without marks, and else how far somebody is",
  async (server) => {
    const admin = await server.signIn();
    const proctor = "proctor-of-both-exams";
    const answersFor = async (code: string, proctors_see?: string) => {
      const { examId } = await server.publish({
        code,
        title: code,
        duration_minutes: 60,
        questions: QUESTIONS,
        policy: { ...(proctors_see && { proctors_see }) },
        staff: [{ username: "pia", role: "proctor", password: proctor }],
      });
      const { attempt_id, session_token } = await server.join("Ada", code);
      await server.call("POST", "/submit_exam", session_token, { answers: { q2: ["a"] } });
      const path = `/api/exams/${examId}/attempts/${attempt_id}/answers`;
      assert.deepEqual(Object.keys(AttemptAnswers.parse((await server.call("GET", path, admin)).body).marks), [
        "q1",
        "q2",
      ]);
      return await server.call("GET", path, await server.signIn("pia", proctor));
    };
    for (const [code, policy] of [["NONE", undefined], ["LITTLE", "progress"]]) {
      assert.deepEqual(errorOf(await answersFor(code ?? "", policy)).code, "forbidden");
    }
    const read = AttemptAnswers.parse((await answersFor("ALL", "answers")).body);
    assert.deepEqual([read.answers, read.marks], [{ q2: ["a"] }, {}]);
  },
);

liveTest(
  "[MK60] what proctors may read follows the exam as it is now, for earlier attempts as well",
  async (server) => {
    const admin = await server.signIn();
    const document = { code: "NOW", title: "Now", duration_minutes: 60, questions: QUESTIONS };
    const { examId } = await server.publish({
      ...document,
      policy: { proctors_see: "answers" },
      staff: [{ username: "pia", role: "proctor", password: "proctor-of-this-exam" }],
    });
    const { attempt_id, session_token } = await server.join("Ada", "NOW");
    await server.call("POST", "/submit_exam", session_token, { answers: { q2: ["a"] } });
    const pia = await server.signIn("pia", "proctor-of-this-exam");
    const statuses = async () => {
      const paths = ["answers", "answers?t=1000", "replay"];
      const of = `/api/exams/${examId}/attempts/${attempt_id}`;
      const told = await Promise.all(paths.map((path) => server.call("GET", `${of}/${path}`, pia)));
      return told.map(({ status }) => status);
    };
    assert.deepEqual(await statuses(), [200, 200, 200]);
    for (const [revision, proctors_see, status] of [[1, "progress", 403], [2, "answers", 200]] as const) {
      const body = { revision, document: { ...document, policy: { proctors_see } } };
      const revised = await server.call("PUT", `/api/exams/${examId}`, admin, body);
      assert.equal(revised.status, 200, JSON.stringify(revised.body));
      assert.deepEqual(await statuses(), [status, status, status], proctors_see);
    }
  },
);
