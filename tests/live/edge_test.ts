import assert from "node:assert/strict";
import { Hono } from "hono";
import { createEdge } from "../../routes/edge/edge.ts";
import type { Bindings } from "../../routes/edge/permit.ts";
import { ratesOf } from "../../routes/edge/rate.ts";
import { registerRoutes } from "../../routes/edge/register.ts";
import { ADMIN_PASSWORD, liveTest } from "../support/live_server.ts";

liveTest(
  "[ED5] a route that answers with another kind than its row says is a fault, and nothing of it is sent",
  async (server) => {
    const { services } = server;
    const edge = createEdge({
      services,
      embedOrigins: new Set(),
      rates: ratesOf(services.settings),
      renderProblem: (message) => message,
    });
    const app = new Hono<Bindings>();
    registerRoutes(app, edge, [{ operation: "ping", handle: () => ({ html: "<p>hello" }) }]);
    const before = services.metrics.faults;
    const answer = await app.fetch(new Request("http://localhost/ping"), { address: "203.0.113.7", origin: "none" });
    assert.equal(answer.status, 500);
    assert.ok(!(await answer.text()).includes("hello"));
    assert.equal(services.metrics.faults, before + 1);
  },
);

liveTest("[AU31] [AU32] a browser that has joined is known again by a cookie that opens nothing", async (server) => {
  const join = async (headers: Record<string, string>) => {
    const response = await fetch(`${server.url}/start_exam`, {
      method: "POST",
      headers,
      body: JSON.stringify({ code: "DEMO", student: { name: "Ada" } }),
    });
    await response.body?.cancel();
    return { status: response.status, cookie: response.headers.get("set-cookie") };
  };
  const page = { origin: server.url };
  const first = await join(page);
  assert.match(first.cookie ?? "", /^invigil_device=\S+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/);
  const cookie = (first.cookie ?? "").split(";")[0];
  const id = (header: string | null) => header?.split(/[=.]/)[1];
  assert.equal(id((await join({ ...page, cookie })).cookie), id(first.cookie));
  // A machine has no browser, and an invented token is nobody's.
  assert.equal((await join({ cookie })).cookie, null);
  assert.notEqual(id((await join({ ...page, cookie: `${cookie}x` })).cookie), id(first.cookie));
  // The address has had its three; the browser has not had its ten.
  assert.equal((await join(page)).status, 429);
  assert.equal((await join({ ...page, cookie })).status, 201);
}, { INVIGIL_JOINS_PER_MINUTE: "3" });

liveTest(
  "[AU12] wrong sign-ins from the next seat do not lock an account out of the browser it is used with",
  async (server) => {
    const signIn = async (username: string, password: string, cookie = "") => {
      const response = await fetch(`${server.url}/api/session`, {
        method: "POST",
        headers: { origin: server.url, "x-invigil": "1", cookie },
        body: JSON.stringify({ username, password }),
      });
      await response.body?.cancel();
      return { status: response.status, cookies: response.headers.getSetCookie() };
    };
    const first = await signIn("admin", ADMIN_PASSWORD);
    const device = first.cookies.find((cookie) => cookie.startsWith("invigil_device="))?.split(";")[0];
    assert.ok(device);
    for (let i = 0; i < 6; i++) await signIn("admin", "a-wrong-password");
    assert.equal((await signIn("admin", ADMIN_PASSWORD)).status, 429);
    assert.equal((await signIn("admin", ADMIN_PASSWORD, device)).status, 200);
  },
);
