import assert from "node:assert/strict";
import { allRoutes } from "../../routes/all_routes.ts";
import { POLICIES } from "../../routes/edge/policies.ts";
import type { Policy } from "../../routes/edge/policy.ts";
import { ratesOf } from "../../routes/edge/rate.ts";
import { isOpen } from "../../server/auth/decide.ts";
import { type Operation, OPERATIONS, PERMISSIONS } from "../../server/auth/permissions.ts";
import { ADMIN_PASSWORD, type LiveServer, liveTest } from "../support/live_server.ts";
import { bodyOf, isAllowed, pathOf, permissionWorld, SCHOOL, type World } from "../support/permission_world.ts";
import { builtManifest, ROOT, withApp } from "../support/walked_app.ts";

const OVER_HTTP = OPERATIONS.filter((name) => PERMISSIONS[name].method !== "socket");
const FOREIGN = "https://elsewhere.example";

/** Done last, because each of them ends what the others ask with. */
const LAST: Operation[] = ["remove_roster_student", "submit_exam", "close_exam", "archive_exam", "delete_session"];
const IN_ORDER = [...OVER_HTTP.filter((name) => !LAST.includes(name)), ...LAST];

function methodOf(operation: Operation): string {
  const { method } = PERMISSIONS[operation];
  return method === "socket" ? "GET" : method.toUpperCase();
}

/** A token with which an operation may be called; null where it is open. */
function tokenFor(operation: Operation, { comers }: World): string | null {
  return isOpen(operation) ? null : comers.findLast((comer) => isAllowed(operation, comer))?.token ?? null;
}

/** What is asked with a body that does something. */
function goodBody(operation: Operation, world: World): unknown {
  const open: Partial<Record<Operation, unknown>> = {
    start_exam: { code: "DEMO", student: { name: "Walker" } },
    create_session: { username: "admin", password: ADMIN_PASSWORD },
    accept_invitation: { token: "no-such-invitation", password: "a-long-enough-one-8" },
    predict: {
      sample_id: 1,
      mean_dwell: 90,
      std_dwell: 10,
      mean_flight: 120,
      std_flight: 30,
      avg_mouse_speed: 0.5,
      tab_switch_count: 0,
      copy_events: 0,
      paste_events: 0,
      inactivity_time: 0,
    },
  };
  return open[operation] ?? bodyOf(operation, world) ?? {};
}

interface Asked {
  token?: string | null;
  headers?: Record<string, string>;
  body?: BodyInit;
}

async function ask(url: string, operation: Operation, world: World, asked: Asked) {
  const authorization = asked.token ? { authorization: `Bearer ${asked.token}` } : {};
  const answer = await fetch(url + pathOf(operation, world), {
    method: methodOf(operation),
    redirect: "manual",
    headers: { ...authorization, ...asked.headers } as Record<string, string>,
    body: methodOf(operation) === "GET" ? undefined : asked.body,
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** The cookie of a signed-in admin. */
async function adminCookie(server: LiveServer): Promise<string> {
  const answer = await server.call("POST", "/api/session", null, { username: "admin", password: ADMIN_PASSWORD });
  return (answer.headers.get("set-cookie") ?? "").split(";")[0];
}

liveTest("[ED1] every operation has one route, and its schemas agree with its policy", async ({ services }) => {
  const routes = allRoutes(services, await builtManifest(), ROOT);
  assert.deepEqual(routes.map((route) => route.operation).sort(), [...OVER_HTTP].sort());
  for (const route of routes) {
    const { body, answer } = POLICIES[route.operation];
    assert.equal(route.body !== undefined, body.kind !== "none", `${route.operation}: body`);
    if ("summary" in route) {
      assert.equal(route.answer !== undefined, answer.kind === "json", `${route.operation}: answer`);
    }
  }
  for (const operation of OPERATIONS) {
    const isSocket = PERMISSIONS[operation].method === "socket";
    assert.equal(POLICIES[operation].answer.kind === "socket", isSocket, operation);
  }
});

liveTest(
  "[ED2] [EM1] a page of another site is refused by every row but what any page loads; one that an exam names reaches its rows",
  async (server) => {
    const all = await permissionWorld(server);
    for (const operation of OPERATIONS) {
      const { origins } = POLICIES[operation];
      // Such a page comes for its student, and for nobody else.
      const token = origins === "embed" && !isOpen(operation) ? all.one.session_token : tokenFor(operation, all);
      for (const [origin, isIn] of [[FOREIGN, false], [SCHOOL, origins === "embed"]] as const) {
        const { status } = await ask(server.url, operation, all, { token, headers: { origin }, body: "7" });
        assert.equal(status !== 403, isIn || origins === "any", `${operation} from ${origin}: ${status}`);
      }
    }
  },
);

liveTest("[ED3] a cookie counts where the row says so, from our own pages", async (server) => {
  const all = await permissionWorld(server);
  const cookie = await adminCookie(server);
  const isStranger = ({ status, headers }: { status: number; headers: Headers }) =>
    status === 401 || (status === 303 && headers.get("location")?.startsWith("/login") === true);
  const { url } = server;
  for (const operation of OVER_HTTP.filter((name) => !isOpen(name) && !LAST.includes(name))) {
    const isRead = methodOf(operation) === "GET";
    const shown = { cookie, "x-invigil": "1" };
    const own = await ask(url, operation, all, { headers: { ...shown, origin: url }, body: "7" });
    assert.equal(isStranger(own), POLICIES[operation].cookie !== "counts", `${operation}: ${own.status}`);
    const machine = await ask(url, operation, all, { headers: shown, body: "7" });
    assert.equal(isStranger(machine), !isRead || isStranger(own), `${operation} of a machine: ${machine.status}`);
    const framed = await ask(url, operation, all, {
      headers: { ...shown, "sec-fetch-site": "cross-site" },
      body: "7",
    });
    assert.ok(isStranger(framed), `${operation} from a frame: ${framed.status}`);
    if (POLICIES[operation].origins === "own") continue;
    const embedded = await ask(url, operation, all, { headers: { ...shown, origin: SCHOOL }, body: "7" });
    assert.ok(isStranger(embedded), `${operation} embedded: ${embedded.status}`);
  }
});

liveTest("[ED4] a body is taken up to its limit and as what the row says, whatever it calls itself", async (server) => {
  const all = await permissionWorld(server);
  for (const operation of IN_ORDER.filter((name) => methodOf(name) !== "GET")) {
    const { body } = POLICIES[operation];
    const token = tokenFor(operation, all);
    const send = async (sent: BodyInit, type = "application/json") => {
      const elsewhere = { ...all, examA: "no-exam", victimId: "nobody", flagId: "none" };
      const world = body.kind === "none" ? elsewhere : all;
      return (await ask(server.url, operation, world, { token, headers: { "content-type": type }, body: sent })).status;
    };
    if (body.kind === "none") {
      const status = await send("not read".repeat(100_000));
      assert.ok(![400, 413, 415, 422, 500].includes(status), `${operation}: ${status}`);
      continue;
    }
    assert.ok(["json", "bytes"].includes(body.kind), `${operation}: the walk knows no other kind yet`);
    const ofLength = (bytes: number) => `"${"x".repeat(bytes - 2)}"`;
    assert.equal(await send(ofLength(body.maxBytes)), 422, `${operation} at its limit`);
    assert.equal(await send(ofLength(body.maxBytes + 1)), 413, `${operation} over its limit`);
    assert.equal(
      await send(new Uint8Array([255, 0, 1]), "application/octet-stream"),
      body.kind === "json" ? 400 : 422,
      `${operation} of bytes`,
    );
    assert.equal(await send("7", "text/plain"), 422, `${operation} as text`);
    assert.equal(await send("") === 400, !body.mayBeEmpty, `${operation} of nothing`);
  }
}, { INVIGIL_BYTES_PER_SECOND: "100000000" });

/** What a good answer of a kind looks like. */
function isOfKind({ answer }: Policy, status: number, headers: Headers, text: string): boolean {
  const type = headers.get("content-type");
  switch (answer.kind) {
    case "json":
      return type === "application/json";
    case "html":
      return /^text\/html; charset=utf-8$/i.test(type ?? "");
    case "nothing":
      return status === 204 && text === "" && type === null;
    case "file":
      return answer.types.includes(type ?? "");
    case "socket":
      return false;
  }
}

liveTest(
  "[ED5] [ED6] [ED10] kind, framing and caching of every answer are those of its row, refused or not",
  async (server) => {
    const all = await permissionWorld(server);
    const good = new Set<Operation>();
    {
      const { url } = server;
      for (const operation of IN_ORDER) {
        const policy = POLICIES[operation];
        const body = JSON.stringify(goodBody(operation, all));
        const answers = [await ask(url, operation, all, { token: tokenFor(operation, all), body })];
        if (answers[0].status < 300) good.add(operation);
        // A wrong token on what needs a role, and one that is not needed.
        answers.push(await ask(url, operation, all, { token: "invented-token", body: "7" }));
        for (const { status, headers, text } of answers) {
          const what = `${operation}: ${status}`;
          if (status < 300) assert.ok(isOfKind(policy, status, headers, text), what);
          else if (policy.answer.kind === "html") assert.ok(status === 303 || text.startsWith("<!doctype html>"), what);
          else assert.equal(headers.get("content-type"), "application/json", what);
          const isKept = policy.answer.kind === "file" && !policy.answer.isPrivate && status < 300;
          // The address of a picture is the hash of its content.
          const caching = operation === "get_picture" ? "public, max-age=31536000, immutable" : "no-cache";
          assert.equal(headers.get("cache-control"), isKept ? caching : "no-store", what);
          assert.match(headers.get("content-security-policy") ?? "", /frame-ancestors 'none'$/, what);
          assert.equal(headers.get("x-frame-options"), "DENY", what);
        }
      }
    }
    // What cannot be done by walking up: without the account's password, code or invitation, on an attempt under way, or without being allowed it.
    const refused = IN_ORDER.filter((operation) => !good.has(operation));
    assert.deepEqual(refused.sort(), [
      "accept_invitation",
      "add_bank_picture",
      "add_picture",
      "allow_sitting",
      "apply_late_work",
      "change_password",
      "confirm_totp",
      "delete_totp",
      "get_evidence",
      "get_evidence_replay",
      "get_file",
      "get_proof",
      "get_result_by_token",
      "give_verdict",
      "list_statements",
      "make_evidence_link",
      "make_statement",
      "open_evidence",
      "page_style",
      "practise",
      "put_file",
      "read_personal_token",
      "read_watched_exam",
      "remove_trial",
      "revoke_evidence_link",
      "revoke_session",
      "set_mark",
      "start_totp",
      "take_break",
      "take_late_work",
    ]);
  },
);

liveTest("[ED7] every row is held at its class's rate, for itself", async (server) => {
  const all = await permissionWorld(server);
  const usual = ratesOf(server.services.settings);
  const rates = { ...usual };
  for (const name of Object.keys(rates) as (keyof typeof rates)[]) rates[name] = { perMinute: 2 };
  await withApp(server, { rates }, async (url) => {
    for (const operation of OVER_HTTP) {
      const { rate } = POLICIES[operation];
      assert.equal(rate === "none", !isOpen(operation), `${operation} has a rate where it is open`);
      const statuses: number[] = [];
      for (let i = 0; i < 3; i++) {
        const { status, headers } = await ask(url, operation, all, { body: "7" });
        statuses.push(status);
        if (status === 429) assert.ok(Number(headers.get("retry-after")) > 0, operation);
      }
      assert.deepEqual(statuses.map((status) => status === 429), [false, false, rate !== "none"], operation);
    }
  });
});
