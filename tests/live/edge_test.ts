import assert from "node:assert/strict";
import { Hono } from "hono";
import { createEdge } from "../../routes/edge/edge.ts";
import type { Bindings } from "../../routes/edge/permit.ts";
import { ratesOf } from "../../routes/edge/rate.ts";
import { registerRoutes } from "../../routes/edge/register.ts";
import { liveTest } from "../support/live_server.ts";

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
