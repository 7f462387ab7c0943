import assert from "node:assert/strict";
import { z } from "zod";
import { AuditPage, OperationNotices } from "../../protocol/staff.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { ADMIN, type ServerProcess, startInvigil } from "../bench/server_process.ts";
import { HALL_START } from "../support/hall.ts";
import { LiveServer } from "../support/live_server.ts";

const SECOND = 1_000;
const HOUR = 3_600_000;

/** Makes a process's wall clock wrong by what stands in a file, as somebody does who sets the machine's. */
const WRONG_CLOCK = `
const file = Deno.env.get("TEST_AHEAD") ?? "";
const right = Date.now;
let ahead = 0;
const read = () => ahead = Number(Deno.readTextFileSync(file));
read();
Deno.unrefTimer(setInterval(read, 20));
Date.now = () => right() + ahead;
`;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function call<Schema extends z.ZodType>(
  server: ServerProcess,
  answer: Schema,
  path: string,
  token: string | null,
  body?: unknown,
): Promise<z.infer<Schema>> {
  const headers = new Headers(token === null ? {} : { authorization: `Bearer ${token}` });
  const method = body === undefined ? "GET" : "POST";
  const response = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) });
  return answer.parse(await response.json());
}

Deno.test({
  name: "[OP15] a clock two hours ahead, for seconds or at a start, ends no attempt, and admins see it",
  ignore: Deno.build.os !== "linux",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "invigil-clock-" });
    const [clock, ahead] = [`${folder}/clock.js`, `${folder}/ahead`];
    await Deno.writeTextFile(clock, WRONG_CLOCK);
    await Deno.writeTextFile(ahead, "0");
    // What is loaded before the server is loaded in its first isolate alone.
    const env = { TEST_AHEAD: ahead, INVIGIL_WORKERS: "1" };
    const start = () => startInvigil(`${folder}/clock.kv`, { flags: ["--preload", clock], env });
    let server = await start();
    try {
      const session = await call(server, z.object({ token: z.string() }), "/api/session", null, ADMIN);
      const student = { code: "DEMO", student: { name: "Ada" } };
      const { session_token } = await call(server, StartExamAnswer, "/start_exam", null, student);
      const stateNow = async () =>
        (await call(server, z.object({ state: z.string() }), "/api/attempt", session_token)).state;
      const noticed = async () =>
        (await call(server, OperationNotices, "/api/operation", session.token)).clock?.ahead_ms;
      const told = async () =>
        (await call(server, AuditPage, "/api/audit", session.token)).entries.map(({ what }) => what);
      assert.equal(await noticed(), undefined);

      await Deno.writeTextFile(ahead, String(2 * HOUR));
      await wait(3 * SECOND);
      assert.equal(await stateNow(), "active");
      assert.ok(Math.abs(await noticed() ?? 0) - 2 * HOUR < 10 * SECOND);
      await Deno.writeTextFile(ahead, "0");
      await wait(SECOND);
      assert.equal(await noticed(), undefined);
      assert.deepEqual((await told()).filter((what) => what.startsWith("clock_")), ["clock_agrees", "clock_jumped"]);

      await server.kill();
      await Deno.writeTextFile(ahead, String(2 * HOUR));
      server = await start();
      // As long as an attempt that nobody serves is left alone, and one look more.
      await wait(6 * SECOND);
      assert.equal(await stateNow(), "active");
      assert.ok(Math.abs(await noticed() ?? 0) - 2 * HOUR < 10 * SECOND);
    } finally {
      await server.stop();
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test("[OP23] an admin sees what waits, lets it go, and both stand in the audit log", async () => {
  const server = await LiveServer.start();
  try {
    const { stores } = server.services;
    const admin = await server.signIn();
    const notices = async () =>
      OperationNotices.parse((await server.call("GET", "/api/operation", admin)).body).retention;
    assert.equal(await notices(), null);
    const waiting = { since: HALL_START, events: 5, everything: 2 };
    await stores.commit([stores.retention.put({ seenUntil: HALL_START, confirmedUntil: null, waiting })]);
    assert.deepEqual(await notices(), waiting);
    assert.equal((await server.call("POST", "/api/operation/retention", admin)).status, 204);
    assert.equal(await notices(), null);
    const { entries } = AuditPage.parse((await server.call("GET", "/api/audit", admin)).body);
    const line = entries.find(({ what }) => what === "confirm_retention");
    assert.deepEqual([line?.who, line?.why], ["admin", "events of 5 attempts, everything of 2"]);
  } finally {
    await server.stop();
  }
});
