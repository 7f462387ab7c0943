import assert from "node:assert/strict";
import { MachineLink } from "../../lab/students/machine_link.ts";
import { mayReconnect } from "../../protocol/close_codes.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { exportExam } from "../../server/delivery/export_exam.ts";
import { verifyExport } from "../../server/delivery/verify_export.ts";
import { eventsHash } from "../../server/log/hash.ts";
import { type Condition, FaultyKv } from "../support/faulty_kv.ts";
import { typed } from "../support/hall.ts";
import { errorOf, LiveServer } from "../support/live_server.ts";
import { proctorSocket, studentSocket } from "../support/socket_client.ts";

/** How long anything may take, ms: a stalled store is given up after five seconds. */
const PATIENCE_MS = 25_000;

/** What a server may hold while nothing can be stored, bytes: far less than was sent. */
const MOST_GROWTH = 150e6;

async function until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`Never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function failureTest(title: string, condition: Exclude<Condition, "fine">): void {
  Deno.test({
    name: title,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const store = new FaultyKv();
      const server = await LiveServer.start({ INVIGIL_BYTES_PER_SECOND: "10000000" }, store.open);
      const links: MachineLink[] = [];
      try {
        const acknowledged = new Map<string, string[]>();
        for (let index = 0; index < 8; index++) {
          const { attempt_id, session_token } = await server.join(`Student ${index}`);
          const hashes: string[] = [];
          acknowledged.set(attempt_id, hashes);
          const link = new MachineLink({
            url: server.url,
            token: session_token,
            random: createRandom(index),
            stored: ({ events }) => void hashes.push(eventsHash(events)),
          });
          link.start();
          link.add([typed(100, "before")]);
          links.push(link);
        }
        const all = () => [...acknowledged.values()].reduce((sum, hashes) => sum + hashes.length, 0);
        await until("everybody is stored", () => all() === 8);
        const status = async (path: string) => (await server.call("GET", path, null)).status;
        assert.equal(await status("/readyz"), 200);
        const staff = await server.signIn();
        const exams = (await server.call("GET", "/api/exams", staff)).body as { exam_id: string }[];
        const examId = exams[0].exam_id;
        const room = proctorSocket(server.url, staff, examId);
        await room.next("room");

        store.condition = condition;
        const memory = Deno.memoryUsage().rss;
        // 8 students × 150 batches of 40 kB: 48 MB that cannot be stored.
        for (const link of links) {
          for (let count = 0; count < 150; count++) {
            link.add(Array.from({ length: 5 }, () => typed(200 + count, "x".repeat(8_000))));
          }
        }
        await until("readyz says 503", async () => await status("/readyz") === 503);
        assert.equal(await status("/healthz"), 200);
        for (const path of ["/docs", "/docs/deploy", "/docs/images/rooms.svg"]) assert.equal(await status(path), 200);
        await until("students are told to come back", () => links.every((link) => link.reconnects > 0));
        const late = studentSocket(server.url, "any-token");
        const { code } = await late.end();
        assert.ok(mayReconnect(code), `a new socket was closed with ${code}`);
        const joining = await server.call("POST", "/start_exam", null, { code: "DEMO", student: { name: "Late" } });
        assert.deepEqual([joining.status, errorOf(joining).code], [503, "unavailable"]);
        assert.equal(all(), 8, "something was acknowledged that is not stored");
        assert.ok(Deno.memoryUsage().rss - memory < MOST_GROWTH);
        const waiting = server.services.metrics.toMetrics().find(({ name }) => name === "queue.depth")?.value ?? 0;
        assert.ok(waiting <= 8, `${waiting} changes wait`);

        store.condition = "fine";
        await until("readyz says 200", async () => await status("/readyz") === 200);
        await until("everything is stored", () => all() === 8 * 151);
        assert.deepEqual(links.flatMap((link) => link.watch.problems), []);
        for (const [attemptId, hashes] of acknowledged) {
          const stored: string[] = [];
          for await (const { entry } of server.services.attempts.log.read(attemptId)) {
            if (entry.kind === "batch") stored.push(eventsHash(entry.events));
          }
          assert.deepEqual(stored, hashes);
        }
        const exam = await server.services.exams.get(examId);
        assert.ok(exam);
        const file = ReadableStream.from(exportExam(server.services.stores, exam, () => Date.now()));
        assert.equal((await verifyExport(file)).misfit, null);
        console.log(`store ${condition}: ${store.faults} calls met a fault, nothing was lost`);
        room.close();
      } finally {
        store.condition = "fine";
        for (const link of links) link.stop();
        await server.stop();
      }
    },
  });
}

failureTest(
  "[TR42] [DR5] while the store fails nothing is acknowledged, students are told to come back, documents are read, and all recovers by itself",
  "fails",
);
failureTest(
  "[TR42] while the store does not answer nothing is acknowledged, and what lands late is not doubled",
  "stalls",
);
