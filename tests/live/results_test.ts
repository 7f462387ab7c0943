import assert from "node:assert/strict";
import { AttemptResult, Release } from "../../protocol/results.ts";
import { Roster, RosterToken } from "../../protocol/roster.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { permissionWorld } from "../support/permission_world.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";

const ALL = { points: true, answers: true, comments: true, key: true, feedback: true };

async function setUp(server: LiveServer, fields: Record<string, unknown> = {}) {
  const { examId, tokens } = await server.publish({ ...SAT_EXAM, ...fields });
  const base = `/api/exams/${examId}`;
  const token = await server.signIn();
  return {
    base,
    token,
    tokens,
    async release(body: unknown) {
      return Release.parse((await server.call("POST", `${base}/release`, token, body)).body);
    },
    async resultOf(session_token: string) {
      return AttemptResult.parse((await server.call("GET", "/api/attempt/result", session_token)).body);
    },
    mark: (attempt: string, body: unknown) => server.call("PUT", `${base}/attempts/${attempt}/marks/q1`, token, body),
    close: () => server.call("POST", `${base}/close`, token),
  };
}

liveTest(
  "[MK30] [MK31] [MK32] a student reads the own result once it is released, and the key once all is over",
  async (server) => {
    const { base, token, release, resultOf, mark, close } = await setUp(server);
    const ada = await sitExam(server, "Ada", "Two causes.");
    const bo = await sitExam(server, "Bo", "One.", { isOver: false });
    await mark(ada.attempt_id, { points: 3.5, comment: "Clear." });
    assert.deepEqual(await resultOf(ada.session_token), { released: false, exam: "Marks" });

    const released = await release({ show: ALL });
    assert.deepEqual([released.released, released.by, released.waits_for, released.under_way], [
      true,
      "admin",
      "end",
      1,
    ]);
    // Bo still writes: nobody is told anything.
    assert.deepEqual(await resultOf(ada.session_token), { released: false, exam: "Marks" });
    await server.call("POST", "/submit_exam", bo.session_token, {});

    const open = await resultOf(ada.session_token);
    assert.ok(open.released);
    assert.deepEqual([open.total, open.max, open.complete, open.student.name], [3.5, 7, true, "Ada"]);
    assert.deepEqual(open.questions[0], {
      question: "q1",
      type: "essay",
      text: "Name two causes.",
      max: 5,
      points: 3.5,
      answer: ["Two causes."],
      comment: "Clear.",
    });
    // Somebody may still begin.
    assert.ok(open.questions.every(({ key, feedback }) => key === undefined && feedback === undefined));
    assert.ok(!JSON.stringify(open).includes("admin"));
    await close();
    const closed = await resultOf(ada.session_token);
    assert.ok(closed.released);
    assert.deepEqual([closed.questions[1].answer, closed.questions[1].key], [["Rome"], ["Paris"]]);
    const half = await resultOf(bo.session_token);
    assert.ok(half.released);
    assert.deepEqual([half.complete, half.questions[0].points], [false, null]);

    const again = await release({ show: ALL });
    assert.equal(again.at, released.at);
    const { at: _at, ...less } = await release({
      show: { ...ALL, points: false, answers: false, comments: false, key: false },
    });
    assert.equal(less.show.points, false);
    const bare = await resultOf(ada.session_token);
    assert.ok(bare.released);
    assert.deepEqual([bare.total, bare.questions[1]], [undefined, {
      question: "q2",
      type: "single_choice",
      text: "Where does it stand?",
      max: 2,
      feedback: [],
    }]);
    await release({ released: false });
    assert.deepEqual(await resultOf(ada.session_token), { released: false, exam: "Marks" });
    const { body } = await server.call("GET", "/api/audit", token);
    const lines = JSON.stringify(body).match(/release_results|take_results_back/g);
    assert.deepEqual(lines?.sort(), ["release_results", "release_results", "take_results_back"]);
    const wrong = await server.call("POST", `${base}/release`, token, { show: { names: true } });
    assert.deepEqual([wrong.status, errorOf(wrong).path], [422, "show.names"]);
  },
);

liveTest("[MK30] [MK31] results come by themselves after the close, and by the personal token", async (server) => {
  const { tokens, resultOf, close } = await setUp(server, {
    join: "roster",
    roster: [{ name: "Ada" }, { name: "Bo" }],
    policy: { results: { release: "after_close", show: { comments: false } } },
  });
  const { body } = await server.call("POST", "/start_exam", null, { token: tokens[0] });
  const { session_token } = body as { session_token: string };
  const byToken = (token: string) => server.call("POST", "/api/result", null, { token });
  assert.equal((await byToken(tokens[1])).status, 401);
  assert.equal((await byToken("ABCDE-FGHJK-MNPQR-STVWX")).status, 401);
  await server.call("POST", "/submit_exam", session_token, {});
  assert.equal((await resultOf(session_token)).released, false);
  await close();
  assert.equal((await resultOf(session_token)).released, true);
  const result = AttemptResult.parse((await byToken(tokens[0].toLowerCase().replaceAll("-", ""))).body);
  assert.ok(result.released);
  assert.equal(result.student.name, "Ada");
});

liveTest("[MK31] [MK70] a token that was renewed opens the result, and the one of before no longer", async (server) => {
  const { base, token, tokens: [first], release, close } = await setUp(server, {
    join: "roster",
    roster: [{ name: "Ada" }],
  });
  const { body } = await server.call("POST", "/start_exam", null, { token: first });
  const { session_token } = body as { session_token: string };
  await server.call("POST", "/submit_exam", session_token, {});
  await close();
  await release({});
  const { students: [ada] } = Roster.parse((await server.call("GET", `${base}/roster`, token)).body);
  const renewed = await server.call("POST", `${base}/roster/${ada.student_id}/token`, token);
  const { token: second } = RosterToken.parse(renewed.body);
  const byToken = (typed: string) => server.call("POST", "/api/result", null, { token: typed });
  assert.equal((await byToken(first)).status, 401);
  const result = AttemptResult.parse((await byToken(second.toLowerCase())).body);
  assert.ok(result.released);
  assert.equal(result.student.name, "Ada");
});

liveTest(
  "[MK33] a preview is for the exam's instructors and for admins, and shows what it is asked for",
  async (server) => {
    const world = await permissionWorld(server);
    await server.call("POST", "/submit_exam", world.one.session_token, {});
    const path = `/api/exams/${world.examA}/attempts/${world.one.attempt_id}/result`;
    for (const { who, role, token, isTheirs } of world.comers) {
      const may = role === "admin" || (role === "instructor" && isTheirs);
      assert.equal((await server.call("GET", `${path}?answers=true`, token)).status === 200, may, who);
    }
    const admin = world.comers.find(({ role }) => role === "admin")?.token ?? "";
    const preview = AttemptResult.parse((await server.call("GET", `${path}?answers=true`, admin)).body);
    assert.ok(preview.released);
    assert.deepEqual([preview.total, preview.questions[0].answer], [undefined, []]);
  },
);
