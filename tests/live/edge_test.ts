import assert from "node:assert/strict";
import { Hono } from "hono";
import { createEdge } from "../../routes/edge/edge.ts";
import type { Bindings } from "../../routes/edge/permit.ts";
import { ratesOf } from "../../routes/edge/rate.ts";
import { registerRoutes } from "../../routes/edge/register.ts";
import { liveTest } from "../support/live_server.ts";
import { studentSocket } from "../support/socket_client.ts";

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

liveTest("[ED8] a socket's place is given back when it closes, and where its upgrade fails", async (server) => {
  const { sockets } = server.services;
  const upgrade = async () => {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(server.url).port) });
    const head = "GET /ws/student HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n";
    await connection.write(new TextEncoder().encode(head));
    const start = new Uint8Array(12);
    await connection.read(start);
    connection.close();
    return Number(new TextDecoder().decode(start).split(" ")[1]);
  };
  // Without a key there is no upgrade.
  for (let i = 0; i < 3; i++) assert.notEqual(await upgrade(), 429);
  assert.equal(sockets.size, 0);
  const { session_token } = await server.join();
  const first = studentSocket(server.url, session_token);
  await first.next("welcome");
  assert.equal(await upgrade(), 429);
  first.close();
  for (let i = 0; i < 500 && sockets.size > 0; i++) await new Promise((resolve) => setTimeout(resolve, 5));
  const second = studentSocket(server.url, session_token);
  await second.next("welcome");
  second.close();
}, { INVIGIL_SOCKETS_PER_ADDRESS: "1" });
