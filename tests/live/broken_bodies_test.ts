import assert from "node:assert/strict";
import fc from "fast-check";
import { ErrorBody, ERRORS } from "../../protocol/errors.ts";
import { createRandom, type Random } from "../../scoring/models/random.ts";
import { end } from "../../server/attempts/interventions.ts";
import { readRoster } from "../../server/exams/roster/roster_lines.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { revisionOf } from "../../server/store/exam_store.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { digest } from "../support/permission_world.ts";
import { mutateText, pick, spoil, type Wire } from "../fuzz/mutate.ts";

/** Broken bodies of each call. */
const RUNS = 40;

const SEED = Number(Deno.env.get("INVIGIL_FUZZ_SEED") ?? Math.floor(Math.random() * 2 ** 31));

const STATUSES = new Set<number>(Object.values(ERRORS).map(({ status }) => status));

/** Words that a parameter may be given. */
const WORDS = [
  "",
  "true",
  "false",
  "TRUE",
  "1",
  "null",
  "Europe/Berlin",
  "Mars/Phobos",
  "../..",
  "\u0000",
  "x".repeat(2_000),
  "💣",
  "%",
  "__proto__",
];

/** Ids that a path may be given. */
const IDS = ["x".repeat(22), "x".repeat(1_000), "%00", "..%2f..", "%ff", "__proto__", "%F0%9F%98%80", "a%20b"];

/** A call, and a body with which it does something. */
interface Target {
  method: string;
  path: string;
  body?: unknown | (() => Promise<unknown>);
  /** Parameters that are given words, some of them none of theirs. */
  query?: readonly string[];
}

const essay = (id: string) => ({ id, type: "essay", text: "Why?", points: 2 });

const choice = {
  id: "q2",
  type: "multiple_choice",
  text: "Which?",
  choices: [{ id: "a", text: "A", feedback: "No." }, { id: "b", text: "B" }],
  correct: ["b"],
  pool: "p",
};

const DOCUMENT = {
  code: "BROKEN",
  title: "Broken",
  duration_minutes: 60,
  time_zone: "Europe/Berlin",
  opens_at: "2026-01-01T08:00:00Z",
  closes_at: "2036-01-01T08:00:00Z",
  pools: [{ id: "p", take: 1 }],
  sections: [{ id: "s", title: "Part" }],
  policy: { show_risk: "after", results: { release: "after_close", show: { key: true } } },
  questions: [essay("q1"), { ...choice, section: "s" }],
};

const CSV = "name;number;extra time;begin\nAda;1;25 %;2030-01-01 09:00\nBo;2;10 min;\n";
const GIFT = "::Q1:: Two plus two? {=4 ~3 ~5}\n\n::Q2:: Rome is old. {T}\n";

async function targets(server: LiveServer): Promise<{ all: Target[]; examId: string }> {
  const { examId, tokens } = await server.publish({
    ...DOCUMENT,
    roster: [{ name: "Ada", number: "1" }, { name: "Bo" }],
  });
  const { stores, attempts } = server.services;
  const started = StartExamAnswer.parse((await server.call("POST", "/start_exam", null, { token: tokens[0] })).body);
  const { attempt_id } = started;
  const attempt = await attempts.open(attempt_id);
  await attempt.intervene(end({ by: "student", now: attempts.now(), reason: null }, "student"));
  const lines = await readRoster(stores, examId);
  const idOf = (name: string) => lines.find(({ entry }) => entry.student.name === name)?.studentId ?? "";
  const path = `/api/exams/${examId}`;
  const all: Target[] = [
    {
      method: "POST",
      path: "/api/exams",
      body: { ...DOCUMENT, code: "OTHER", state: "draft", roster: [{ name: "Cy" }] },
    },
    {
      method: "PUT",
      path,
      body: async () => ({ revision: revisionOf(await server.services.exams.require(examId)), document: DOCUMENT }),
      query: ["preview"],
    },
    ...["publish", "close", "reopen", "archive", "duplicate"].map((move) => ({
      method: "POST",
      path: `${path}/${move}`,
      body: { state: "published" },
    })),
    {
      method: "POST",
      path: `${path}/release`,
      body: { released: true, show: { points: true, answers: true, comments: true, key: true, feedback: true } },
    },
    { method: "POST", path: "/api/import", body: GIFT, query: ["format"] },
    { method: "POST", path: `${path}/roster`, body: CSV, query: ["apply", "time_zone"] },
    {
      method: "POST",
      path: `${path}/roster`,
      body: [{ name: "Di", accommodations: { extra_time_percent: 25 } }],
      query: ["apply"],
    },
    {
      method: "PUT",
      path: `${path}/roster/${idOf("Bo")}`,
      body: {
        name: "Bo",
        number: "2",
        group: "A",
        accommodations: { extra_time_percent: 10, technologies: ["dictation"] },
        opens_at: "2030-01-01T09:00:00Z",
      },
    },
    { method: "POST", path: `${path}/roster/${idOf("Bo")}/token`, body: {} },
    {
      method: "POST",
      path: `${path}/roster/${idOf("Ada")}/sitting`,
      body: { opens_at: "2030-01-01T09:00:00Z" },
    },
    { method: "DELETE", path: `${path}/roster/${IDS[0]}`, body: {} },
    { method: "PUT", path: `${path}/staff/proctor-x`, body: { role: "proctor" } },
    { method: "POST", path: `${path}/bank`, body: { item_ids: ["x"] } },
    {
      method: "POST",
      path: `${path}/media`,
      body: "<svg xmlns='http://www.w3.org/2000/svg'><rect width='1' height='1'/></svg>",
    },
    { method: "POST", path: "/api/bank", body: { questions: [essay("q1")], shared: true } },
    { method: "POST", path: "/api/render", body: { text: "**a** $x$", texts: ["b"], lines: ["c"] } },
    { method: "PUT", path: `${path}/attempts/${attempt_id}/marks/q1`, body: { points: 1, comment: "Good.", seen: 1 } },
    { method: "GET", path: `${path}/marking`, query: ["question", "attempt", "all", "texts", "regrades", "anonymous"] },
    { method: "GET", path: `${path}/export`, query: ["format"] },
    { method: "GET", path: `${path}/attempts/${attempt_id}/answers`, query: ["t"] },
    { method: "GET", path: "/api/exams", query: ["archived"] },
  ];
  return { all, examId };
}

/** A body as the fuzz tests spoil it, any JSON, or any bytes. */
function broken(random: Random, body: unknown, json: readonly string[], raw: readonly Uint8Array[]): Wire {
  const dice = random();
  if (dice > 0.85) return pick(random, raw);
  if (dice > 0.6) return pick(random, json);
  if (typeof body !== "string") return spoil(random, body);
  return random() < 0.3 ? body : mutateText(random, body);
}

liveTest(
  `[RE58] broken bodies, parameters and ids are refused in the contract's words, and change nothing (seed ${SEED})`,
  async (server) => {
    const admin = await server.signIn();
    const { all, examId } = await targets(server);
    const random = createRandom(SEED);
    const json = fc.sample(fc.json({ maxDepth: 4 }), { numRuns: 200, seed: SEED });
    const raw = fc.sample(fc.uint8Array({ maxLength: 3_000 }), { numRuns: 100, seed: SEED });
    let refused = 0;
    let before = await digest(server);
    for (const target of all) {
      for (let run = 0; run < RUNS; run++) {
        const whole = typeof target.body === "function" ? await target.body() : target.body;
        const body = target.method === "GET" ? undefined : broken(random, whole, json, raw);
        const query = new URLSearchParams(
          (target.query ?? []).flatMap((name) => random() < 0.6 ? [[name, pick(random, WORDS)]] : []),
        );
        const path = random() < 0.1 ? target.path.replace(examId, pick(random, IDS)) : target.path;
        const answer = await fetch(`${server.url}${path}?${query}`, {
          method: target.method,
          headers: { authorization: `Bearer ${admin}` },
          body: body as BodyInit | undefined,
        });
        const text = await answer.text();
        const what = `${target.method} ${path}?${query} ${
          typeof body === "string" ? body.slice(0, 400) : `bytes ${body?.slice(0, 40)}`
        }: ${answer.status} ${text.slice(0, 300)}`;
        if (answer.ok) {
          before = await digest(server);
          continue;
        }
        refused++;
        assert.ok(STATUSES.has(answer.status) && answer.status < 500, what);
        const { error } = ErrorBody.parse(JSON.parse(text));
        assert.equal(ERRORS[error.code].status, answer.status, what);
        assert.ok(error.message.length > 0 && error.message.length < 1_000, what);
        assert.equal(await digest(server), before, `something was done: ${what}`);
      }
    }
    assert.equal(server.services.metrics.faults, 0);
    assert.ok(refused > all.length * RUNS / 4, `${refused} refused`);
    console.log(`broken bodies: ${all.length * RUNS} sent, ${refused} refused, seed ${SEED}`);
  },
);
