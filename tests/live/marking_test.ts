import assert from "node:assert/strict";
import { MarkHistory, Marking } from "../../protocol/marking.ts";
import { ExamMarks } from "../../protocol/marks.ts";
import { AttemptResult } from "../../protocol/results.ts";
import { ADMIN_PASSWORD, errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";

async function setUp(server: LiveServer, policy = {}) {
  const { examId } = await server.publish({
    ...SAT_EXAM,
    policy,
    staff: [{ username: "bea", role: "instructor", password: "a-first-password-8" }],
  });
  const base = `/api/exams/${examId}`;
  const token = await server.signIn();
  const marking = async (query = "") =>
    Marking.parse((await server.call("GET", `${base}/marking${query}`, token)).body);
  return { base, token, marking };
}

liveTest("[MK20] [MK23] a marker gets what is to be marked, one question or one attempt at a time", async (server) => {
  const { base, token, marking } = await setUp(server);
  assert.deepEqual((await marking()).attempts, []);
  const bo = (await sitExam(server, "Bo", "Two causes.\n  Indented.")).attempt_id;
  const ada = (await sitExam(server, "Ada", "")).attempt_id;
  await sitExam(server, "Cy", "Under way.", { isOver: false });

  const overview = await marking();
  assert.deepEqual([overview.under_way, overview.answers], [1, []]);
  assert.deepEqual(overview.attempts.map(({ name, open, is_kept }) => [name, open, is_kept]), [
    ["Ada", 1, true],
    ["Bo", 1, true],
  ]);
  const [q1, q2] = overview.questions;
  assert.deepEqual([q1.marked, q1.open, q1.guidance, q1.key], [0, 2, "One point for each.", []]);
  assert.deepEqual([q2.marked, q2.open, q2.key], [2, 0, ["Paris"]]);

  const mark = { points: null, max: 5, by: null };
  const { answers } = await marking("?question=q1");
  assert.deepEqual(answers, [
    { attempt_id: ada, question: "q1", lines: [], is_blank: true, mark },
    { attempt_id: bo, question: "q1", lines: ["Two causes.\n  Indented."], is_blank: false, words: 3, mark },
  ]);
  assert.deepEqual((await marking("?question=q1&texts=false")).answers[1], {
    attempt_id: bo,
    question: "q1",
    is_blank: false,
    mark,
  });
  const ofBo = (await marking(`?attempt=${bo}`)).answers;
  assert.deepEqual(ofBo.map(({ question, lines }) => [question, lines]), [
    ["q1", ["Two causes.\n  Indented."]],
    ["q2", ["Rome"]],
  ]);
  for (const query of ["?question=q9", "?attempt=nobody"]) {
    assert.equal((await server.call("GET", `${base}/marking${query}`, token)).status, 404, query);
  }

  const path = `${base}/attempts/${bo}/marks/q1`;
  await server.call("PUT", path, token, { points: 2 });
  await server.call("PUT", path, token, { points: 3, comment: "Clear." });
  assert.deepEqual((await marking()).questions[0].open, 1);
  const { marks } = MarkHistory.parse((await server.call("GET", path, token)).body);
  assert.deepEqual(marks.map(({ points, by, comment }) => [points, by, comment]), [
    [2, "admin", undefined],
    [3, "admin", "Clear."],
  ]);
});

liveTest("[MK21] names are left out where a marker or the exam's policy asks for it", async (server) => {
  const { marking } = await setUp(server, { marking: { anonymous: true } });
  await sitExam(server, "Bo Long-Name", "x");
  for (const query of ["", "?anonymous=false", "?question=q1"]) {
    const answer = await marking(query);
    assert.deepEqual([answer.anonymous, answer.must_be_anonymous], [true, true]);
    assert.ok(!JSON.stringify(answer).includes("Long-Name"), query);
  }
});

liveTest(
  "[MK90] while marking is anonymous and not done, no call names whose answers and marks they are",
  async (server) => {
    const { base, token } = await setUp(server, { marking: { anonymous: true } });
    const ids = [
      (await sitExam(server, "Bo Long-Name", "x")).attempt_id,
      (await sitExam(server, "Ada Quite-Long", "y")).attempt_id,
    ];
    const said = async () => {
      const paths = ["/marks", "/marks?format=csv", "/marking?all=true", `/attempts/${ids[0]}/result?points=true`];
      paths.push(`/attempts/${ids[0]}/answers`, `/attempts/${ids[0]}/files`);
      const answers = await Promise.all(paths.map((path) => server.call("GET", base + path, token)));
      return answers.map(({ status, body }) => [status, /Long-Name|Quite-Long/.test(JSON.stringify(body))]);
    };
    assert.deepEqual(await said(), [[200, false], [200, false], [200, false], [200, false], [200, false], [
      200,
      false,
    ]]);
    const marks = async () => ExamMarks.parse((await server.call("GET", `${base}/marks`, token)).body);
    assert.equal((await marks()).anonymous, true);
    assert.deepEqual((await marks()).attempts.map(({ attempt_id }) => attempt_id), ids.toSorted());

    for (const id of ids) await server.call("PUT", `${base}/attempts/${id}/marks/q1`, token, { points: 1 });
    assert.deepEqual((await marks()).attempts.map(({ name }) => name), ["Ada Quite-Long", "Bo Long-Name"]);
    const result = await server.call("GET", `${base}/attempts/${ids[0]}/result?points=true`, token);
    const parsed = AttemptResult.parse(result.body);
    assert.ok(parsed.released && parsed.student.name === "Bo Long-Name");
    assert.deepEqual((await said()).map(([, isNamed]) => isNamed), [true, true, false, true, false, false]);
  },
);

liveTest("[MK22] a mark that somebody else set is not put aside by who has not seen it", async (server) => {
  const { base, token } = await setUp(server);
  const first = await server.signIn("bea", "a-first-password-8");
  await server.call("POST", "/api/password", first, { current: "a-first-password-8", next: ADMIN_PASSWORD });
  const bea = await server.signIn("bea");
  const bo = (await sitExam(server, "Bo", "x")).attempt_id;
  const put = (by: string, body: unknown) => server.call("PUT", `${base}/attempts/${bo}/marks/q1`, by, body);
  const unmarked = { points: null, by: null };
  assert.equal((await put(bea, { points: 3, comment: "Good.", seen: unmarked })).status, 200);
  const refused = await put(token, { points: 1, seen: unmarked });
  assert.deepEqual([refused.status, errorOf(refused).code], [409, "conflict"]);
  assert.match(JSON.stringify(refused.body), /bea/);
  assert.equal((await put(token, { points: 1, seen: { points: 3, by: "bea" } })).status, 409);
  assert.equal((await put(bea, { points: 4, seen: unmarked })).status, 200);
  assert.equal((await put(token, { points: 1, seen: { points: 4, by: "bea" } })).status, 200);
});

liveTest("[MK27] criteria are ticked, stand with the mark and in its history, and reach no student", async (server) => {
  const rubric = [{ id: "names", text: "Names two", points: 2 }, { id: "explains", text: "Explains one", points: 3 }];
  const [essay, choice] = SAT_EXAM.questions;
  const { examId } = await server.publish({ ...SAT_EXAM, questions: [{ ...essay, rubric }, choice] });
  const base = `/api/exams/${examId}`;
  const token = await server.signIn();
  const bo = await sitExam(server, "Bo", "x");
  const paper = JSON.stringify((await server.call("GET", "/api/attempt", bo.session_token)).body);
  assert.ok(!/Names two|rubric/.test(paper));
  const path = `${base}/attempts/${bo.attempt_id}/marks/q1`;
  const given = await server.call("PUT", path, token, { points: 3, rubric: ["explains"] });
  assert.deepEqual(given.body, { points: 3, max: 5, by: "admin", rubric: ["explains"] });
  const marking = Marking.parse((await server.call("GET", `${base}/marking?question=q1`, token)).body);
  assert.deepEqual([marking.questions[0].rubric, marking.answers[0].mark], [rubric, given.body]);
  const strange = await server.call("PUT", path, token, { points: 3, rubric: ["invented"] });
  assert.deepEqual([strange.status, errorOf(strange).path], [422, "rubric"]);
  const { marks } = MarkHistory.parse((await server.call("GET", path, token)).body);
  assert.deepEqual(marks.map(({ rubric: met }) => met), [["explains"]]);
  const twice = { ...SAT_EXAM, code: "OTHER", questions: [{ ...essay, rubric: [rubric[0], rubric[0]] }] };
  const refused = await server.call("POST", "/api/exams", token, twice);
  assert.deepEqual([refused.status, errorOf(refused).path], [422, "questions.0.rubric"]);
});

liveTest("[MK64] a corrected key is told with who, when and how many marks it changed", async (server) => {
  const { base, token } = await setUp(server);
  const [ada, bo, cy] = await Promise.all(
    ["Ada", "Bo", "Cy"].map((name) => sitExam(server, name, "x", { chosen: name === "Bo" ? "a" : "b" })),
  );
  await server.call("PUT", `${base}/attempts/${cy.attempt_id}/marks/q2`, token, { points: 1 });
  const asked = async () =>
    Marking.parse((await server.call("GET", `${base}/marking?texts=false&regrades=true`, token)).body).regrades;
  assert.deepEqual(await asked(), []);
  const [essay, choice] = SAT_EXAM.questions;
  const document = { ...SAT_EXAM, questions: [essay, { ...choice, correct: "b" }] };
  const revised = await server.call("PUT", base, token, { revision: 1, document });
  assert.equal(revised.status, 200, JSON.stringify(revised.body));
  const regrades = await asked();
  assert.deepEqual(regrades?.map(({ at: _at, ...one }) => one), [
    { question: "q2", revision: 2, by: "admin", changes: 2 },
  ]);
  const { body } = await server.call("GET", `${base}/attempts/${ada.attempt_id}/marks/q2`, token);
  assert.deepEqual(MarkHistory.parse(body).keys.map(({ by, points }) => [by, points]), [[null, 0], ["admin", 2]]);
  const essays = await server.call("GET", `${base}/attempts/${bo.attempt_id}/marks/q1`, token);
  assert.deepEqual(essays.body, { marks: [], keys: [] });
});

liveTest("[MK63] a student reads which criteria are met with the comments, and no others", async (server) => {
  const rubric = [{ id: "names", text: "Names two", points: 2 }, { id: "explains", text: "Explains one", points: 3 }];
  const [essay] = SAT_EXAM.questions;
  const { examId } = await server.publish({ ...SAT_EXAM, questions: [{ ...essay, rubric }] });
  const token = await server.signIn();
  const { attempt_id, session_token } = await sitExam(server, "Ada", "x");
  const body = { points: 2, rubric: ["names"] };
  await server.call("PUT", `/api/exams/${examId}/attempts/${attempt_id}/marks/q1`, token, body);
  const read = async (comments: boolean) => {
    await server.call("POST", `/api/exams/${examId}/release`, token, { show: { comments } });
    const result = AttemptResult.parse((await server.call("GET", "/api/attempt/result", session_token)).body);
    assert.ok(result.released);
    return result;
  };
  // Somebody may still begin: what was asked for is a part of the key.
  assert.equal((await read(true)).questions[0].criteria, undefined);
  await server.call("POST", `/api/exams/${examId}/close`, token);
  for (const comments of [true, false]) {
    const result = await read(comments);
    assert.deepEqual(result.questions[0].criteria, comments ? [{ text: "Names two", points: 2 }] : undefined);
    assert.ok(!JSON.stringify(result).includes("Explains"));
  }
});
