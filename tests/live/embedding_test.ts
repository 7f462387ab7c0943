import assert from "node:assert/strict";
import { WebSocket } from "ws";
import { EXTENSION_ORIGIN } from "../../protocol/page_origin.ts";
import { EmbedOrigins } from "../../server/exams/embed_origins.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";

const SCHOOL = "https://lms.example.org";
const OTHER = "https://quiz.example.net";
const QUESTION = { id: "q1", type: "essay", text: "?" };

/** What a page of another site is answered. */
async function from(origin: string, server: LiveServer, method: string, path: string, body?: unknown, token?: string) {
  const response = await fetch(server.url + path, {
    method,
    headers: { origin, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, body: text === "" ? null : JSON.parse(text) };
}

function publish(server: LiveServer, code: string, more: Record<string, unknown> = {}) {
  return server.publish({ code, title: code, duration_minutes: 60, questions: [QUESTION], ...more });
}

/** Opens a student's socket from a page of another site. @returns What it is told first, or the status that refuses it. */
function hello(server: LiveServer, origin: string, token: string): Promise<string | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/ws/student`, { origin });
    socket.on("open", () => socket.send(JSON.stringify({ type: "hello", protocol: 1, token })));
    socket.on("message", (data) => {
      resolve(JSON.parse(String(data)).type);
      socket.close();
    });
    socket.on("close", (code) => resolve(code));
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => {});
  });
}

liveTest(
  "[EM1] a page that an exam names starts and reads its attempts, and those of no other exam",
  async (server) => {
    await publish(server, "MINE", { policy: { embed_origins: [SCHOOL] } });
    await publish(server, "THEIRS", { policy: { embed_origins: [OTHER] } });
    const student = { name: "Ada" };
    const joined = await from(SCHOOL, server, "POST", "/start_exam", { code: "MINE", student });
    assert.equal(joined.status, 201);
    assert.equal(joined.headers.get("access-control-allow-origin"), SCHOOL);
    assert.match(joined.headers.get("vary") ?? "", /origin/);
    assert.equal(joined.headers.get("set-cookie"), null);
    const { session_token: token } = joined.body;
    assert.equal((await from(SCHOOL, server, "GET", "/api/attempt", undefined, token)).status, 200);
    assert.equal(await hello(server, SCHOOL, token), "welcome");

    const elsewhere = await from(SCHOOL, server, "POST", "/start_exam", { code: "THEIRS", student });
    assert.equal(elsewhere.status, 403);
    // The page may read why.
    assert.equal(elsewhere.headers.get("access-control-allow-origin"), SCHOOL);
    assert.match(elsewhere.body.error.message, /does not name this page's site/);
    assert.equal((await from(OTHER, server, "GET", "/api/attempt", undefined, token)).status, 403);
    assert.equal(await hello(server, OTHER, token), 4403);
    const { attempt_id } = await server.join("Bo", "THEIRS");
    assert.equal(
      (await from(OTHER, server, "GET", `/risk_score?attempt_id=${attempt_id}`, undefined, token)).status,
      403,
    );
  },
);

liveTest("[EM1] what an exam no longer names is let in no more, and its mark goes", async (server) => {
  const { examId } = await publish(server, "MINE", { policy: { embed_origins: [SCHOOL] } });
  const { session_token: token } = await server.join("Ada", "MINE");
  const ask = async () => (await from(SCHOOL, server, "GET", "/api/attempt", undefined, token)).status;
  assert.equal(await ask(), 200);
  const admin = await server.signIn();
  const { revision, document } = (await server.call("GET", `/api/exams/${examId}`, admin)).body as {
    revision: number;
    document: { policy: Record<string, unknown> };
  };
  const { embed_origins: _, ...policy } = document.policy;
  const revised = { revision, document: { ...document, policy } };
  assert.equal((await server.call("PUT", `/api/exams/${examId}`, admin, revised)).status, 200);
  assert.equal(await ask(), 403);
  const { services } = server;
  const again = new EmbedOrigins(services.exams, services.stores, services.now);
  assert.equal(await again.has(SCHOOL), false);
  const left = [];
  for await (const id of services.stores.exams.idsOfEmbedOrigin(SCHOOL)) left.push(id);
  assert.deepEqual(left, []);
});

liveTest("[EM2] browsers may ask before they call, and anybody's page may load what watches", async (server) => {
  await publish(server, "MINE", { policy: { embed_origins: [SCHOOL] } });
  const asked = (origin: string, path: string) =>
    fetch(server.url + path, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization" },
    });
  const answer = await asked(SCHOOL, "/log_activity");
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get("access-control-allow-origin"), SCHOOL);
  assert.match(answer.headers.get("access-control-allow-headers") ?? "", /authorization/);
  assert.match(answer.headers.get("access-control-allow-methods") ?? "", /POST/);
  assert.equal((await asked(OTHER, "/log_activity")).status, 403);
  const staff = await asked(SCHOOL, "/api/exams");
  await staff.body?.cancel();
  assert.equal(staff.headers.get("access-control-allow-origin"), null);
  for (const name of ["embed.js", "embed.mjs", "embed_watch.mjs"]) {
    const script = await fetch(`${server.url}/static/${name}`, { headers: { origin: OTHER } });
    assert.equal(script.status, 200);
    assert.equal(script.headers.get("access-control-allow-origin"), "*");
    assert.equal(script.headers.get("cross-origin-resource-policy"), "cross-origin");
    await script.body?.cancel();
  }
});

liveTest("[EM3] [EM5] the extension reaches exams that are written elsewhere, and no others", async (server) => {
  await publish(server, "MINE", { watched_origin: OTHER, questions: [] });
  await publish(server, "HERE");
  const read = (code: string) => from(EXTENSION_ORIGIN, server, "POST", "/api/watched", { code });
  const told = await read("MINE");
  assert.equal(told.status, 200);
  assert.deepEqual([told.body.title, told.body.watched_origin, told.body.show_risk], ["MINE", OTHER, "live"]);
  assert.equal((await read("HERE")).status, 403);
  assert.equal((await read("NOWHERE")).status, 404);
  const start = (code: string) =>
    from(EXTENSION_ORIGIN, server, "POST", "/start_exam", { code, student: { name: "Ada" } });
  assert.equal((await start("MINE")).status, 201);
  assert.equal((await start("HERE")).status, 403);
});

liveTest("[EM4] an exam says whose pages watch it as origins, and none is taken for one", async (server) => {
  const admin = await server.signIn();
  const exam = { code: "E", title: "E", duration_minutes: 10, questions: [] };
  for (
    const origin of [
      "https://a.example/quiz",
      "http://a.example",
      "*",
      "https://*",
      "https://*.a.example",
      "https://A.example",
      "javascript:alert(1)",
    ]
  ) {
    const document = { ...exam, code: "EEE", watched_origin: origin };
    const { status, body } = await server.call("POST", "/api/exams", admin, document);
    assert.equal(status, 422, origin);
    assert.equal((body as { error: { path: string } }).error.path, "watched_origin");
  }
});
