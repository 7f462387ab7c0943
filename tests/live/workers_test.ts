import assert from "node:assert/strict";
import { MachineLink } from "../../lab/students/machine_link.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { storedAttempt } from "../../server/attempts/stored_attempt.ts";
import { createStores } from "../../server/store/stores.ts";
import { startWorkers } from "../../server/workers/supervisor.ts";
import { typed } from "../support/hall.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";

const MORTAL = new URL("../support/mortal_worker.ts", import.meta.url);
const STUDENTS = 24;

async function until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!await check()) {
    if (Date.now() > end) throw new Error(`Never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

Deno.test({
  name: "[WK7] a worker that dies under its students is replaced: they come back, and what was acknowledged is there",
  ignore: Deno.build.os !== "linux",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "invigil-workers-" });
    const environment = {
      INVIGIL_KV: `${folder}/test.kv`,
      INVIGIL_DEMO: "on",
      INVIGIL_ADMIN_PASSWORD: ADMIN_PASSWORD,
      INVIGIL_SECRET: "a-secret-of-the-tests-0123456789",
    };
    const running = await startWorkers(environment, { count: 2, port: 0, hostname: "127.0.0.1", module: MORTAL });
    const call = async (path: string, body: unknown, token?: string) =>
      await (await fetch(running.url + path, {
        method: body === undefined ? "GET" : "POST",
        headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
        body: body === undefined ? undefined : JSON.stringify(body),
      })).json();
    const acknowledged = new Map<string, number>();
    const links: MachineLink[] = [];
    try {
      for (let index = 0; index < STUDENTS; index++) {
        const { attempt_id, session_token } = await call("/start_exam", {
          code: "DEMO",
          student: { name: `S ${index}` },
        });
        acknowledged.set(attempt_id, 0);
        const link = new MachineLink({
          url: running.url,
          token: session_token,
          random: createRandom(index),
          stored: () => void acknowledged.set(attempt_id, (acknowledged.get(attempt_id) ?? 0) + 1),
        });
        link.start();
        links.push(link);
      }
      const write = (from: number, count: number) => {
        for (const link of links) {
          for (let n = from; n < from + count; n++) link.add([typed(n * 100, "x")]);
        }
      };
      const all = () => [...acknowledged.values()].reduce((sum, count) => sum + count, 0);
      write(1, 20);
      await until("everybody is stored", () => all() === STUDENTS * 20);
      const { token } = await call("/api/session", { username: "admin", password: ADMIN_PASSWORD });
      const figures = async () => {
        const { metrics } = await call("/api/metrics", undefined, token);
        const value = (name: string) => metrics.find((metric: { name: string }) => metric.name === name)?.value;
        return { connected: value("students.connected"), batches: value("batches") };
      };
      assert.deepEqual(await figures(), { connected: STUDENTS, batches: STUDENTS * 20 }, "one view of all workers");

      const workers: string[] = [];
      const mortal = new BroadcastChannel("mortal");
      mortal.onmessage = ({ data }) => void (data.own && workers.push(data.own));
      mortal.postMessage("who");
      await until("both workers have said who they are", () => workers.length === 2);
      mortal.postMessage(workers[0]);
      write(21, 20);
      await until("everything is stored after one of them died", () => all() === STUDENTS * 40);
      assert.ok(links.some((link) => link.reconnects > 0), "somebody had to come back");
      workers.length = 0;
      await until("there are two again", () => {
        mortal.postMessage("who");
        return new Set(workers).size >= 2;
      });
      mortal.close();
      assert.deepEqual(links.flatMap((link) => link.watch.problems), []);
    } finally {
      for (const link of links) link.stop();
      await running.stop();
    }
    const kv = await Deno.openKv(environment.INVIGIL_KV);
    const stores = createStores(kv);
    for (const attemptId of acknowledged.keys()) {
      const batches = await Array.fromAsync(
        stores.log.read(attemptId),
        ({ entry }) => entry.kind === "batch" ? entry.seq : 0,
      );
      assert.deepEqual(batches.filter(Boolean), Array.from({ length: 40 }, (_, index) => index + 1));
      assert.equal((await storedAttempt(stores, attemptId))?.head.lastSeq, 40);
    }
    kv.close();
    await Deno.remove(folder, { recursive: true });
  },
});
