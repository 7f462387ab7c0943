import assert from "node:assert/strict";
import { FaultyKv } from "../support/faulty_kv.ts";
import { LiveServer, liveTest } from "../support/live_server.ts";
import { rawUpgrade, UPGRADE, upgradeStatus } from "../support/raw_upgrade.ts";
import { studentSocket } from "../support/socket_client.ts";

/** Upgrades that are under way at once. */
const AT_ONCE = 50;

async function placesAreBack({ services }: LiveServer): Promise<void> {
  for (let i = 0; i < 500 && services.sockets.size > 0; i++) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(services.sockets.size, 0);
}

/** Everything that an upgrade must have, left out or wrong. */
function malformed(): Record<string, string>[] {
  const without = Object.keys(UPGRADE).map((name) =>
    Object.fromEntries(Object.entries(UPGRADE).filter(([other]) => other !== name))
  );
  const wrong: Record<string, string>[] = [
    { "sec-websocket-key": "short" },
    { "sec-websocket-key": "x".repeat(24) },
    { "sec-websocket-version": "8" },
    { connection: "keep-alive" },
    { upgrade: "h2c" },
    { "content-length": "5" },
    { "transfer-encoding": "chunked" },
    { "sec-websocket-protocol": "a,,b" },
  ];
  return [...without, ...wrong.map((header) => ({ ...UPGRADE, ...header }))];
}

liveTest("[ED8] a socket's place is given back when it closes, and where its upgrade fails", async (server) => {
  for (let i = 0; i < 3; i++) assert.equal(await upgradeStatus(server.url, {}), 400);
  assert.equal(server.services.sockets.size, 0);
  const { session_token } = await server.join();
  const first = studentSocket(server.url, session_token);
  await first.next("welcome");
  assert.equal(await upgradeStatus(server.url), 429);
  first.close();
  await placesAreBack(server);
  const second = studentSocket(server.url, session_token);
  await second.next("welcome");
  second.close();
}, { INVIGIL_SOCKETS_PER_ADDRESS: "1" });

liveTest("[ED11] a malformed upgrade is a mistake of whoever sent it: 400, on both sockets", async (server) => {
  for (const path of ["/ws/student", "/ws/proctor"]) {
    for (const headers of malformed()) {
      assert.equal(await upgradeStatus(server.url, headers, path), 400, `${path} ${JSON.stringify(headers)}`);
    }
    const spelled = { ...UPGRADE, upgrade: "WebSocket", connection: "keep-alive, upgrade" };
    assert.equal(await upgradeStatus(server.url, spelled, path), 101);
  }
  assert.equal(server.services.metrics.faults, 0);
  await placesAreBack(server);
});

liveTest(
  "[ED11] an upgrade of another method or version, or without a host or a readable address, is 400",
  async (server) => {
    const headers = Object.entries(UPGRADE).map(([name, value]) => `${name}: ${value}\r\n`).join("");
    const host = "host: 127.0.0.1\r\n";
    const asked = [
      ["GET /ws/student HTTP/1.0", host],
      ["GET /ws/student HTTP/1.1", ""],
      ["GET /ws/student HTTP/1.1", "host: [::1\r\n"],
      ["GET http://[/ws/student HTTP/1.1", host],
      ["TRACE /ws/student HTTP/1.1", host],
      ["POST /ws/student HTTP/1.1", host],
    ];
    for (const [line, more] of asked) {
      const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(server.url).port) });
      await connection.write(new TextEncoder().encode(`${line}\r\n${more}${headers}\r\n`));
      const start = new Uint8Array(12);
      await connection.read(start);
      connection.close();
      assert.equal(new TextDecoder().decode(start), "HTTP/1.1 400", `${line} ${more}`);
    }
    assert.equal(server.services.metrics.faults, 0);
  },
);

liveTest("[ED11] who is refused a socket and does not hang up is dropped", async (server) => {
  const { connection, status } = await rawUpgrade(server.url, {});
  assert.equal(status, 400);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  const write = async () => {
    // To a connection that is gone, the second write fails at the latest.
    for (let i = 0; i < 5; i++) {
      await connection.write(new Uint8Array(1));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await assert.rejects(write());
  connection.close();
});

liveTest("[ED16] a request that offers another protocol beside its own is answered in its own", async (server) => {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(server.url).port) });
  const body = JSON.stringify({ code: "DEMO", student: { name: "Ada" } });
  const headers = `connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\ncontent-length: ${body.length}`;
  const request = `POST /start_exam HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}\r\n\r\n${body}`;
  await connection.write(new TextEncoder().encode(request));
  const start = new Uint8Array(12);
  await connection.read(start);
  connection.close();
  assert.equal(new TextDecoder().decode(start), "HTTP/1.1 201");
});

liveTest(
  "[ED12] an address's failed upgrades are held at a rate, five thousand good ones pass, and all places come back",
  async (server) => {
    let refused = 0;
    for (let i = 0; i < 200; i++) if (await upgradeStatus(server.url, {}) === 429) refused++;
    assert.ok(refused >= 60, `${refused} of 200 were held back`);
    const statuses = new Map<number, number>();
    for (let done = 0; done < 5_000; done += AT_ONCE) {
      for (const status of await Promise.all(Array.from({ length: AT_ONCE }, () => upgradeStatus(server.url)))) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }
    assert.deepEqual([...statuses], [[101, 5_000]]);
    await placesAreBack(server);
  },
);

liveTest(
  "[CL26] a thousand requests of strangers start no look at the store, and nobody is sent away",
  async (server) => {
    const { services } = server;
    const { session_token } = await server.join();
    const student = studentSocket(server.url, session_token);
    await student.next("welcome");
    let looks = 0;
    const { look } = services.store;
    services.store.look = function () {
      looks++;
      return look.call(this);
    };
    const began = performance.now();
    for (let i = 0; i < 10; i++) {
      await Promise.all(Array.from({ length: 50 }, () => upgradeStatus(server.url, { upgrade: "websocket" })));
      await Promise.all(Array.from({ length: 50 }, () => server.call("GET", "/readyz", null)));
    }
    const seconds = (performance.now() - began) / 1_000;
    assert.ok(looks <= seconds + 2, `${looks} looks in ${seconds.toFixed(1)} s`);
    assert.equal(services.store.isUp, true);
    assert.equal(student.closed, null);
    student.close();
  },
);

Deno.test({
  name: "[CL26] what the store could not do is its fault and 503 at once, without anybody being sent away for it",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const store = new FaultyKv();
    const server = await LiveServer.start({}, store.open);
    try {
      const body = { code: "DEMO", student: { name: "Ada" } };
      store.condition = "fails";
      const { status } = await server.call("POST", "/start_exam", null, body);
      store.condition = "fine";
      assert.deepEqual([status, server.services.store.isUp], [503, true]);
      assert.equal((await server.call("POST", "/start_exam", null, body)).status, 201);
    } finally {
      await server.stop();
    }
  },
});
