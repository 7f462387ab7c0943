import assert from "node:assert/strict";
import { AttemptResult } from "../../protocol/results.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { PERMISSIONS } from "../../server/auth/permissions.ts";
import { drawnExam } from "../../server/exams/drawn_exam.ts";
import { liveTest } from "../support/live_server.ts";
import { bodyOf, pathOf, permissionWorld, type World } from "../support/permission_world.ts";
import { studentSocket } from "../support/socket_client.ts";

/** Stands in every text that a student may not read before the end. */
const SECRET = "quokka";

/** Names of fields that hold a key, or what leads to one. */
const KEY_FIELDS = new Set([
  ...[
    "correct",
    "feedback",
    "choice_feedback",
    "guidance",
    "rubric",
    "tolerance",
    "tolerance_percent",
    "units",
    "factor",
  ],
  ...[
    "missing_unit",
    "wrong_unit",
    "scoring",
    "match_case",
    "ignore_accents",
    "tags",
    "bank",
    "pool",
    "pools",
    "criteria",
  ],
  ...["key", "key_shown", "regraded", "marks", "roster"],
]);

const judged = (id: string) => ({ id, text: `Choice ${id}`, feedback: `${SECRET} of ${id}` });
const choice = (id: string) => ({ id, text: `Choice ${id}` });
const common = { text: "Which?", feedback: `${SECRET} feedback`, tags: [`${SECRET} tag`] };
const rubric = [{ id: "r1", text: `${SECRET} criterion`, points: 1 }];

/** One question of each type, a pool of which one is drawn, and sections. */
const QUESTIONS = [
  { ...common, id: "single", type: "single_choice", choices: ["a", "b", "c"].map(judged), correct: "b" },
  { ...common, id: "multiple", type: "multiple_choice", choices: ["a", "b", "c"].map(judged), correct: ["a", "c"] },
  { ...common, id: "truth", type: "true_false", correct: true },
  {
    ...{ ...common, id: "number", type: "numeric", unit: "m", correct: 31_415.926_5, tolerance_percent: 7.25 },
    ...{ units: [{ unit: SECRET, factor: 2 }], missing_unit: 0.375 },
  },
  { ...common, id: "short", type: "short_text", correct: [`${SECRET} one`], match_case: true, rubric },
  { ...common, id: "essay", type: "essay", guidance: `${SECRET} guidance`, rubric },
  {
    ...{ ...common, id: "match", type: "matching", left: ["l1", "l2", "l3"].map(choice) },
    ...{ right: ["r1", "r2", "r3"].map(choice), correct: { l1: "r3", l2: "r1", l3: "r2" } },
  },
  { ...common, id: "order", type: "ordering", choices: ["x", "y", "z"].map(choice), correct: ["z", "x", "y"] },
  {
    ...{ ...common, id: "gaps", type: "cloze", passage: "The [[g1]] is [[g2]]." },
    gaps: [{ id: "g1", correct: [`${SECRET} gap`] }, { id: "g2", choices: ["p", "q"].map(choice), correct: ["q"] }],
  },
  { ...common, id: "code", type: "code", starter: "def f():", guidance: `${SECRET} guidance`, rubric },
  { ...common, id: "file", type: "file", accept: ["text"], guidance: `${SECRET} guidance`, rubric },
  { ...common, id: "pool1", type: "short_text", pool: "one", correct: [`${SECRET} pool`] },
  { ...common, id: "pool2", type: "short_text", pool: "one", correct: [`${SECRET} pool`] },
];

const EXAM = {
  code: "SECRETS",
  title: "Secrets",
  duration_minutes: 60,
  join: "roster",
  pools: [{ id: "one", take: 1 }],
  shuffle: { questions: true, choices: true },
  questions: QUESTIONS,
  roster: [{ name: "Ada" }, { name: "Bo" }],
};

/** What is wrong with what a student received, or null. */
function told(value: unknown, path = ""): string | null {
  if (typeof value === "string" && value.includes(SECRET)) return `${path}: ${value.slice(0, 200)}`;
  if (value === 31_415.926_5 || value === 7.25 || value === 0.375) return `${path}: ${value}`;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (KEY_FIELDS.has(name) && inner !== null) return `${path}.${name}`;
    const found = told(inner, `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

/** Everything that a student with a token can ask for, and what the pages of the way through an exam hold. */
async function asked(world: World, session: string, personal: string): Promise<Record<string, unknown>> {
  const received: Record<string, unknown> = {};
  const { server } = world;
  for (const [operation, { method, allow, path }] of Object.entries(PERMISSIONS)) {
    if (
      !("student" in allow) || method === "socket" ||
      ["submit_exam", "start_exam", "create_session"].includes(operation)
    ) {
      continue;
    }
    const name = operation as keyof typeof PERMISSIONS;
    const exam = await server.services.exams.getByCode(EXAM.code);
    const where = name === "risk_score"
      ? path
      : pathOf(name, { ...world, examA: exam?.examId ?? "" }).replace("ALPHA", EXAM.code);
    const body = name === "get_result_by_token" || name === "read_personal_token"
      ? { token: personal }
      : name === "log_activity"
      ? { seq: 1, sentAt: 0, events: [{ type: "question_view", t: 100, question: "single" }] }
      : bodyOf(name, world);
    const answer = await server.call(method.toUpperCase(), where, session, method === "get" ? undefined : body);
    received[operation] = answer.body;
  }
  return received;
}

function assertKept(received: Record<string, unknown>, when: string): void {
  for (const [operation, body] of Object.entries(received)) {
    // The API's own documents name every field that there is.
    if (["openapi", "asyncapi", "predict", "features_test"].includes(operation)) continue;
    assert.equal(told(body), null, `${operation} ${when}`);
  }
}

liveTest(
  "[MK76] no answer to a student has a key, feedback or criterion while anybody may still need it",
  async (server) => {
    const world = await permissionWorld(server);
    const { examId, tokens: [ada, bo] } = await server.publish(EXAM);
    const admin = await server.signIn();
    const start = async (token: string) =>
      StartExamAnswer.parse((await server.call("POST", "/start_exam", null, { token })).body);
    const [first, second] = [await start(ada), await start(bo)];
    assert.equal(told(first), null);
    const paper = new Map(first.exam.questions.map((question) => [question.id, question]));
    assert.equal(paper.size, QUESTIONS.length - 1);
    const { match, order } = { match: paper.get("match"), order: paper.get("order") };
    assert.ok(match?.type === "matching" && order?.type === "ordering");
    assert.notDeepEqual(match.right.map(({ id }) => id), ["r3", "r1", "r2"]);
    assert.notDeepEqual(order.choices.map(({ id }) => id), ["z", "x", "y"]);

    const page = String((await server.call("GET", `/join/${EXAM.code}`, null)).body);
    assert.match(page, new RegExp(`\\b${QUESTIONS.length - 1} questions`), "as many as each gets");

    const socket = studentSocket(server.url, first.session_token);
    await socket.next("welcome");
    assertKept(await asked(world, first.session_token, ada), "under way");
    const path = `/api/exams/${examId}`;
    for (
      const hidden of [
        "",
        "/marks",
        "/marking",
        "/statistics",
        "/export?format=json",
        "/release",
        `/attempts/${first.attempt_id}/answers`,
      ]
    ) {
      const answer = await server.call("GET", path + hidden, first.session_token);
      assert.deepEqual([answer.status, told(answer.body)], [403, null], hidden);
    }

    const right = { single: ["b"], truth: ["true"], number: "31415.9265", match: ["l1=r3"], essay: "Text." };
    assert.equal(told((await server.call("POST", "/submit_exam", first.session_token, { answers: right })).body), null);
    const shown = { points: true, answers: true, comments: true, key: true, feedback: true };
    const release = await server.call("POST", `${path}/release`, admin, { released: true, show: shown });
    assert.equal(release.status, 200);
    assertKept(await asked(world, first.session_token, ada), "handed in, another one writes");
    await server.call("POST", `${path}/close`, admin);
    const closed = await asked(world, first.session_token, ada);
    assertKept(closed, "closed, another one writes");
    assert.equal(told(socket.heard), null, "the socket");
    socket.close();

    // And that it is found where it is: once nobody writes any more.
    await server.call("POST", "/submit_exam", second.session_token, {});
    const result = AttemptResult.parse((await server.call("GET", "/api/attempt/result", first.session_token)).body);
    assert.ok(result.released && JSON.stringify(result).includes(SECRET));
    assert.ok(result.questions.every(({ key }) => key !== undefined));
    const exam = await server.services.exams.require(examId);
    const drawn = drawnExam(exam, first.attempt_id).document.questions.map(({ id }) => id);
    assert.deepEqual(
      result.questions.map(({ question }) => question).sort(),
      drawn.sort(),
      "nothing of what was not drawn",
    );
  },
);
