import assert from "node:assert/strict";
import { z } from "zod";
import { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { ExamMarks } from "../../protocol/marks.ts";
import { AttemptReview, ReviewRow, StudentStatement, Verdict } from "../../protocol/review.ts";
import { ReplayPage } from "../../protocol/replay.ts";
import { AuditPage } from "../../protocol/staff.ts";
import { ADMIN_PASSWORD, errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";

const FIRST_PASSWORD = "a-first-password-8";

async function setUp(server: LiveServer, review: Record<string, unknown> = {}) {
  const { examId } = await server.publish({
    ...SAT_EXAM,
    policy: { review },
    staff: [
      { username: "bea", role: "instructor", password: FIRST_PASSWORD },
      { username: "carl", role: "proctor", password: FIRST_PASSWORD },
    ],
  });
  const base = `/api/exams/${examId}`;
  const tokens: string[] = [];
  for (const username of ["bea", "carl"]) {
    const first = await server.signIn(username, FIRST_PASSWORD);
    await server.call("POST", "/api/password", first, { current: FIRST_PASSWORD, next: ADMIN_PASSWORD });
    tokens.push(await server.signIn(username));
  }
  const ada = await sitExam(server, "Ada", "Two causes.");
  const [bea, carl] = tokens;
  return {
    base,
    bea,
    carl,
    admin: await server.signIn(),
    ada,
    judge: (by: string, body: unknown, of = ada.attempt_id) =>
      server.call("PUT", `${base}/attempts/${of}/verdict`, by, body),
    assign: (by: string, body: unknown) =>
      server.call("PUT", `${base}/attempts/${ada.attempt_id}/assignment`, by, body),
    async queue(by: string, query = "") {
      return z.array(ReviewRow).parse((await server.call("GET", `${base}/review${query}`, by)).body);
    },
    async reviewed() {
      const { body } = await server.call("GET", `${base}/attempts/${ada.attempt_id}/review`, bea);
      return AttemptReview.parse(body);
    },
  };
}

liveTest(
  "[RV1] the queue tells every attempt's peak, flags, verdict, reviewer and state, and filters by state",
  async (server) => {
    const { queue, bea, carl, ada, judge, assign } = await setUp(server);
    const bo = await sitExam(server, "Bo", "One cause.", { isOver: false });
    const found = await queue(bea);
    assert.deepEqual(found.map(({ name, state, verdict, assigned_to }) => [name, state, verdict, assigned_to]).sort(), [
      ["Ada", "to_review", null, null],
      ["Bo", "under_way", null, null],
    ]);
    const row = found.find(({ attempt_id }) => attempt_id === ada.attempt_id);
    assert.deepEqual([row?.flags, row?.level, row?.attempt_state, row?.statements], [0, "low", "submitted", 0]);
    assert.deepEqual((await queue(carl, "?state=under_way")).map(({ attempt_id }) => attempt_id), [bo.attempt_id]);
    assert.equal((await assign(carl, { to: "bea", seen: null })).status, 200);
    assert.equal(errorOf(await assign(carl, { to: "carl", seen: null })).code, "conflict");
    assert.equal(errorOf(await assign(carl, { to: "nobody" })).code, "not_found");
    const [taken] = await queue(carl, "?state=in_progress");
    assert.deepEqual([taken.attempt_id, taken.assigned_to], [ada.attempt_id, "bea"]);
    assert.equal((await judge(bea, { verdict: "satisfactory", reasons: [], note: "" })).status, 200);
    assert.deepEqual((await queue(bea, "?state=done")).map(({ name, verdict }) => [name, verdict]), [[
      "Ada",
      "satisfactory",
    ]]);
    assert.equal((await server.call("GET", "/api/exams/none/review", bea)).status, 403);
  },
);

liveTest(
  "[RV2] a verdict answers with all verdicts, oldest first, and stands in marks, CSV and the audit log",
  async (server) => {
    const { base, judge, bea, carl, admin, ada, reviewed } = await setUp(server, { second_person: true });
    const grave = { verdict: "violation", reasons: ["external_text"], note: "Whole sentences." };
    const first = z.array(Verdict).parse((await judge(bea, grave)).body);
    assert.deepEqual(first.map(({ by, note }) => [by, note]), [["bea", "Whole sentences."]]);
    const { state, proposed_by, second_person } = await reviewed();
    assert.deepEqual([state, proposed_by, second_person], ["second", "bea", true]);
    const both = z.array(Verdict).parse((await judge(carl, { ...grave, seen: 1 })).body);
    assert.deepEqual(both.map(({ by, verdict }) => [by, verdict]), [["bea", "violation"], ["carl", "violation"]]);
    const { attempts } = ExamMarks.parse((await server.call("GET", `${base}/marks`, admin)).body);
    assert.equal(attempts[0].verdict, "violation");
    assert.match(String((await server.call("GET", `${base}/marks?format=csv`, admin)).body), /,violation,/);
    const lines = AuditPage.parse((await server.call("GET", "/api/audit", admin)).body).entries;
    const told = lines.filter(({ what }) => what === "give_verdict").map(({ who, about, why }) => [who, about, why]);
    assert.deepEqual(told, ["carl", "bea"].map((who) => [who, `attempt:${ada.attempt_id}`, "violation"]));
  },
);

liveTest("[RV10] a student states something by the own token, and hears of no verdict", async (server) => {
  const { base, judge, bea, ada, reviewed, queue } = await setUp(server);
  const token = ada.session_token;
  const say = (body: unknown, by: string | null = token) => server.call("POST", "/api/attempt/statement", by, body);
  const answer = await say({ text: " My phone rang. ", t: 40_000 });
  assert.equal(answer.status, 201);
  assert.deepEqual(z.array(StudentStatement).parse(answer.body).map(({ text, t }) => [text, t]), [
    ["My phone rang.", 40_000],
  ]);
  assert.equal((await say({ text: "Hello" }, null)).status, 401);
  assert.equal((await say({ text: "Hello" }, bea)).status, 403);
  for (const body of [{}, { text: "  " }, { text: "x".repeat(4_001) }, { text: "x", t: -1 }, { text: "x", more: 1 }]) {
    assert.equal((await say(body)).status, 422);
  }
  assert.equal((await judge(bea, { verdict: "suspicious", reasons: ["away"], note: "Secret note." })).status, 200);
  const [row] = await queue(bea);
  assert.equal(row.statements, 1);
  assert.deepEqual((await reviewed()).statements.map(({ text }) => text), ["My phone rang."]);
  const detail = await server.call("GET", `${base}/attempts/${ada.attempt_id}`, bea);
  assert.deepEqual(AttemptDetail.parse(detail.body).statements.map(({ text }) => text), ["My phone rang."]);
  const own = await server.call("GET", "/api/attempt/statement", token);
  assert.equal(z.array(StudentStatement).parse(own.body).length, 1);
  for (const path of ["/api/attempt", "/api/attempt/captured"]) {
    const { body } = await server.call("GET", path, token);
    assert.ok(!/verdict|suspicious|Secret note/.test(JSON.stringify(body)), path);
  }
  const statuses = [];
  for (let n = 0; n < 8; n++) statuses.push((await say({ text: `Word ${n}` })).status);
  assert.ok(statuses.includes(429), statuses.join());
});

liveTest(
  "[RV23] a replay is for who may read answers, page by page, and holds no key and no other student's",
  async (server) => {
    const { base, bea, carl, ada } = await setUp(server);
    await sitExam(server, "Bo", "By Bo.");
    const path = `${base}/attempts/${ada.attempt_id}/replay`;
    const page = ReplayPage.parse((await server.call("GET", path, bea)).body);
    assert.deepEqual(page.steps.map(({ kind, t }) => [kind, t]), [
      ["view", 0],
      ["edit", 100],
      ["view", 30_000],
      ["choose", 40_000],
    ]);
    assert.equal(page.next, null);
    const text = JSON.stringify(page);
    assert.ok(text.includes("Two causes.") && !/correct|guidance|By Bo/.test(text));
    assert.equal((await server.call("GET", path, carl)).status, 403);
    assert.equal((await server.call("GET", path, ada.session_token)).status, 403);
    const behind = ReplayPage.parse((await server.call("GET", `${path}?after=2`, bea)).body);
    assert.deepEqual([behind.steps, behind.questions], [[], []]);
  },
);
