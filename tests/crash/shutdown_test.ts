import assert from "node:assert/strict";
import { createRandom } from "../../scoring/simulation/random.ts";
import { eventsHash } from "../../server/log/hash.ts";
import { createStores } from "../../server/store/stores.ts";
import { joinExam } from "../../server/simulation/join_exam.ts";
import { StudentClient } from "../../server/simulation/student_client.ts";
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
      const server = await startInvigil(path);
      const acknowledged = new Map<string, string[]>();
      const clients: StudentClient[] = [];
      let writing: ReturnType<typeof setInterval> | undefined;
      try {
        for (let index = 0; index < 20; index++) {
          const { attempt_id, session_token } = await joinExam(server.url, "DEMO", `Student ${index}`);
          const hashes: string[] = [];
          acknowledged.set(attempt_id, hashes);
          const client = new StudentClient({
            url: server.url,
            token: session_token,
            random: createRandom(index),
            onStored: ({ events }) => void hashes.push(eventsHash(events)),
          });
          client.connect();
          clients.push(client);
        }
        const { session_token } = await joinExam(server.url, "DEMO", "Watcher");
        const watcher = await FuzzSocket.open<{ type: string }>(`${server.url}/ws/student`, (text) => JSON.parse(text));
        watcher.say(JSON.stringify({ type: "hello", protocol: 1, token: session_token }));
        await watcher.answer(({ type }) => type === "welcome");
        let t = 0;
        writing = setInterval(() => {
          t += 5;
          for (const client of clients) client.add([{ focused: true, t, type: "focus_change" }]);
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
        for (const client of clients) client.close();
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
