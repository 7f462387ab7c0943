import assert from "node:assert/strict";
import { freePort } from "../bench/server_process.ts";

/** Descriptors that the server may open, and connections that somebody opens and says nothing on. */
const DESCRIPTORS = 1_500;
const CONNECTIONS = 1_400;

async function pings(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/ping`, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

async function untilUp(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await pings(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The server never answered");
}

Deno.test({
  name: "[ED17] more connections than the machine has room for are refused, and the server is there afterwards",
  ignore: Deno.build.os === "windows",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "invigil-connections-" });
    const port = freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = new Deno.Command("sh", {
      args: ["-c", `ulimit -n ${DESCRIPTORS}; exec "$0" run -A --no-check server/main.ts`, Deno.execPath()],
      env: { PORT: String(port), HOST: "127.0.0.1", INVIGIL_KV: `${folder}/test.kv`, INVIGIL_DEMO: "on" },
      stdout: "null",
      stderr: "inherit",
    }).spawn();
    const silent: Deno.TcpConn[] = [];
    try {
      await untilUp(url);
      for (let i = 0; i < CONNECTIONS; i++) silent.push(await Deno.connect({ hostname: "127.0.0.1", port }));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      for (const connection of silent.splice(0)) connection.close();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      assert.ok(await pings(url), "the server is deaf");
    } finally {
      for (const connection of silent) connection.close();
      server.kill("SIGTERM");
      await server.status;
      await Deno.remove(folder, { recursive: true });
    }
  },
});
