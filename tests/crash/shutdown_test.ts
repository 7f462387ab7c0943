import assert from "node:assert/strict";
import { joinExam } from "../../lab/students/join_exam.ts";
import { MachineLink } from "../../lab/students/machine_link.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { eventsHash } from "../../server/log/hash.ts";
import { createStores } from "../../server/store/stores.ts";
import { startInvigil } from "../bench/server_process.ts";
import { FuzzSocket } from "../fuzz/fuzz_socket.ts";

/** A server is killed five seconds after it was told to stop. */
const STOP_WITHIN_MS = 5_000;

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test({
    name:
      `[TR43] on ${signal} sockets are told to come back, what is under way is stored, and the process ends within 5 s`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const folder = await Deno.makeTempDir({ prefix: "invigil-stop-" });
      const path = `${folder}/stop.kv`;
      const server = await startInvigil(path, { env: { INVIGIL_WORKERS: "2" } });
      const acknowledged = new Map<string, string[]>();
      const links: MachineLink[] = [];
      let writing: ReturnType<typeof setInterval> | undefined;
      try {
        for (let index = 0; index < 20; index++) {
          const { attempt_id, session_token } = await joinExam(server.url, "DEMO", `Student ${index}`);
          const hashes: string[] = [];
          acknowledged.set(attempt_id, hashes);
          const link = new MachineLink({
            url: server.url,
            token: session_token,
            random: createRandom(index),
            stored: ({ events }) => void hashes.push(eventsHash(events)),
          });
          link.start();
          links.push(link);
        }
        const { session_token } = await joinExam(server.url, "DEMO", "Watcher");
        const watcher = await FuzzSocket.open<{ type: string }>(`${server.url}/ws/student`, (text) => JSON.parse(text));
        watcher.say(JSON.stringify({ type: "hello", protocol: 1, token: session_token }));
        await watcher.answer(({ type }) => type === "welcome");
        let t = 0;
        writing = setInterval(() => {
          t += 5;
          for (const link of links) link.add([{ focused: true, t, type: "focus_change" }]);
        }, 5);
        await new Promise((resolve) => setTimeout(resolve, 700));

        const begin = performance.now();
        server.signal(signal);
        const heard = await watcher.answer(() => false);
        const toldMs = performance.now() - begin;
        assert.deepEqual(heard, { closed: "come_back" });
        await server.ended();
        const endedMs = performance.now() - begin;
        assert.ok(endedMs < STOP_WITHIN_MS, `it took ${endedMs} ms`);
        await assert.rejects(fetch(`${server.url}/healthz`));
        console.log(`${signal}: told after ${Math.round(toldMs)} ms, ended after ${Math.round(endedMs)} ms`);
      } finally {
        clearInterval(writing);
        for (const link of links) link.stop();
        await server.kill();
      }
      const kv = await Deno.openKv(path);
      try {
        const { log } = createStores(kv);
        let count = 0;
        for (const [attemptId, hashes] of acknowledged) {
          const stored: string[] = [];
          for await (const { entry } of log.read(attemptId)) {
            if (entry.kind === "batch") stored.push(eventsHash(entry.events));
          }
          assert.deepEqual(stored.slice(0, hashes.length), hashes);
          count += hashes.length;
        }
        assert.ok(count > 100, `only ${count} were acknowledged`);
      } finally {
        kv.close();
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}
