import assert from "node:assert/strict";
import { Crowd } from "./crowd.ts";
import { RoomWatcher } from "./room_watcher.ts";
import { deadlineIsKept, restAnywhere, roomIsOne, takeOver } from "./scenarios.ts";
import { Instance, until } from "./site.ts";

const STUDENTS = 30;

/** Instances of the one process; the kernel says which one a connection gets. */
const ISOLATES = 3;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The ways in which one process holds several instances. */
const WAYS: { name: string; args: string[]; env: Record<string, string> }[] = [
  {
    name: "by `deno serve --parallel`",
    args: ["serve", "-A", "--parallel", "--host", "127.0.0.1", "--port", "{port}", "server/serve.ts"],
    env: { DENO_JOBS: String(ISOLATES) },
  },
  { name: "by workers", args: ["run", "-A", "server/main.ts"], env: { INVIGIL_WORKERS: String(ISOLATES) } },
];

for (const way of WAYS) parallelTest(way);

function parallelTest({ name, args, env }: typeof WAYS[number]): void {
  Deno.test({
    name: `three instances of one process, ${name}, on an embedded store`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(t) {
      const folder = await Deno.makeTempDir({ prefix: "invigil-parallel-" });
      const file = `${folder}/invigil.kv`;
      const process = await Instance.start([...args], { INVIGIL_KV: file, ...env });
      const doors = [process, process, process];
      const crowd = await Crowd.join(doors, "DEMO", STUDENTS);
      try {
        // Which instance a connection gets is chance: often enough they are different ones.
        for (let turn = 1; turn <= 3; turn++) {
          await t.step(`[CL1] a room is one, wherever its students and proctors are (${turn})`, () => roomIsOne(doors));
          await t.step(
            `[CL2] a student who comes back elsewhere takes the attempt along (${turn})`,
            () => takeOver(doors),
          );
          await t.step(`[CL3] a REST call does its work on any instance (${turn})`, () => restAnywhere(doors));
        }
        await t.step("[CL4] the deadline is the same everywhere", () => deadlineIsKept(doors));
        await t.step(
          "[CL6] the process is killed under load and started again: nothing is lost or double",
          async () => {
            crowd.begin();
            await until("everybody is there", () => crowd.connected === STUDENTS, 20_000);
            await wait(2_000);
            await process.end("SIGKILL");
            await process.restart();
            await until("everybody is back", () => crowd.connected === STUDENTS, 15_000);
            const room = await RoomWatcher.open(process, await process.signIn(), await examOf(process));
            await until(
              "everybody is in the room",
              () => crowd.students.every(({ attemptId }) => room.students.get(attemptId)?.connected === true),
            );
            room.leave();
            crowd.pause();
            await until("everything is acknowledged", () => crowd.unacknowledged === 0, 20_000);
          },
        );
        crowd.leave();
        await t.step("[CL9] stopped by a signal, it stores what is under way and ends within 5 s", async () => {
          const began = performance.now();
          await process.end("SIGINT");
          assert.ok(performance.now() - began < 5_000);
          const kv = await Deno.openKv(file);
          await crowd.verify(kv);
          kv.close();
        });
      } finally {
        crowd.leave();
        await process.end("SIGKILL");
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

async function examOf(instance: Instance): Promise<string> {
  return (await instance.join("Who asks")).exam.exam_id;
}
