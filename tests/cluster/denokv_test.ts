import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { studentSocket } from "../support/socket_client.ts";
import { Crowd } from "./crowd.ts";
import { DenokvServer, findDenokv, KV_TOKEN } from "./denokv_server.ts";
import { RoomWatcher } from "./room_watcher.ts";
import { deadlineIsKept, restAnywhere, roomIsOne, takeOver } from "./scenarios.ts";
import { Instance, until } from "./site.ts";
import { TcpProxy } from "./tcp_proxy.ts";

/** Students under whose load instances and the store go away; `INVIGIL_CLUSTER=long` takes the full number. */
const STUDENTS = Deno.env.get("INVIGIL_CLUSTER") === "long" ? 300 : 60;

/** What a proctor elsewhere may wait, ms. */
const PUSH_P99_MS = 750;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const denokv = await findDenokv();
if (denokv === null) console.log("Not run: several machines on a KV server, because denokv is not installed.");

Deno.test({
  name: "three instances on a real KV server",
  ignore: denokv === null,
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(t) {
    const folder = await Deno.makeTempDir({ prefix: "invigil-cluster-" });
    const store = await DenokvServer.start(denokv ?? "", folder);
    const wire = await TcpProxy.start(store.port);
    Deno.env.set("DENO_KV_ACCESS_TOKEN", KV_TOKEN);
    const start = (url: string) =>
      Instance.start(["run", "-A", "server/main.ts"], { INVIGIL_KV: url, DENO_KV_ACCESS_TOKEN: KV_TOKEN });
    const instances = await Promise.all([
      start(store.url),
      start(store.url),
      start(`http://127.0.0.1:${wire.port}`),
    ]);
    const [a, b, c] = instances;
    let kv = await Deno.openKv(store.url);
    const crowds: Crowd[] = [];
    try {
      await t.step("[CL1] a room is one, wherever its students and proctors are", () => roomIsOne(instances));
      await t.step(
        "[CL2] a student who comes back elsewhere takes the attempt along, and nothing is lost",
        () => takeOver(instances),
      );
      await t.step(
        "[CL3] a REST call does its work on any instance, and the socket elsewhere stays",
        () => restAnywhere(instances),
      );
      await t.step("[CL4] the deadline is the same everywhere", () => deadlineIsKept(instances));

      const exam = await a.publish("CROWD");
      const crowd = await Crowd.join(instances, "CROWD", STUDENTS);
      crowds.push(crowd);

      await t.step("[CL5] a proctor sees a student of another instance within 750 ms", async () => {
        const elsewhere = await RoomWatcher.open(c, await c.signIn(), exam);
        const byId = new Map(crowd.students.map((student) => [student.attemptId, student]));
        const took: number[] = [];
        const seen = new Map<string, number>();
        elsewhere.onSeen = (attemptId, lastSeen) => {
          const student = byId.get(attemptId);
          const seq = student?.written.length ?? 0;
          if (student === undefined || seq < 3 || seen.get(attemptId) === seq) return;
          // An older word of the student, such as a heartbeat.
          if (lastSeen < Math.floor(performance.timeOrigin + (student.sentMs.get(seq) ?? 0))) return;
          seen.set(attemptId, seq);
          // Students of c itself are seen without a store in between.
          if (crowd.students.indexOf(student) % 3 !== 2) took.push(performance.now() - (student.sentMs.get(seq) ?? 0));
        };
        crowd.begin();
        await until("everybody is there", () => crowd.connected === STUDENTS, 20_000);
        await wait(8_000);
        elsewhere.leave();
        took.sort((one, other) => one - other);
        const at = (share: number) => Math.round(took[Math.floor(took.length * share)]);
        console.log(`cross-instance push: n ${took.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
        assert.ok(took.length > STUDENTS * 2);
        assert.ok(at(0.99) <= PUSH_P99_MS, `p99 ${at(0.99)} ms`);
      });

      await t.step(
        "[CL6] an instance is killed under load: all come back within 10 s, nothing is lost or double",
        async () => {
          const closesAt = Date.now() + 6_000;
          await b.publish("SHORT", { closes_at: new Date(closesAt).toISOString() });
          const orphan = await a.join("Orphan", "SHORT");
          await studentSocket(a.url, orphan.session_token).next("welcome");
          const watcher = await RoomWatcher.open(b, await b.signIn(), exam);
          const killedAt = performance.now();
          await a.end("SIGKILL");
          await until("everybody is back", () => crowd.connected === STUDENTS, 10_000);
          console.log(`kill -9: ${STUDENTS} students, all back after ${Math.round(performance.now() - killedAt)} ms`);
          await until(
            "everybody is back in the room",
            () => crowd.students.every(({ attemptId }) => watcher.students.get(attemptId)?.connected === true),
          );
          watcher.leave();
          const late = async () => (await createStores(kv).attempts.getHead(orphan.attempt_id))?.head;
          await until("the killed instance's attempt is over", async () => (await late())?.state === "expired", 20_000);
          const head = await late();
          console.log(`deadline of an attempt that nobody served: kept ${(head?.endedAt ?? 0) - closesAt} ms late`);
          assert.equal(head?.deadline, closesAt);
          await settle(crowd);
          const { batches } = await crowd.verify(kv);
          console.log(`${batches} batches in ${STUDENTS} logs: each once, in order, in an unbroken chain`);
          await a.restart();
        },
      );

      await t.step("[CL7] the KV server is killed and comes back: everything recovers by itself", async () => {
        crowd.begin();
        await wait(1_500);
        await store.kill();
        await Promise.all(instances.map((instance) => instance.untilReady(false, 8_000)));
        const held = crowd.students.map(({ acks }) => acks.length);
        await wait(1_500);
        assert.deepEqual(
          crowd.students.map(({ acks }) => acks.length),
          held,
          "nothing is acknowledged without a store",
        );
        const restartedAt = performance.now();
        await store.restart();
        await Promise.all(instances.map((instance) => instance.untilReady(true, 15_000)));
        await until("everybody is back", () => crowd.connected === STUDENTS, 20_000);
        await settle(crowd);
        console.log(`KV server restarted: all saved again after ${Math.round(performance.now() - restartedAt)} ms`);
        kv.close();
        kv = await Deno.openKv(store.url);
        await crowd.verify(kv);
      });

      await t.step(
        "[CL8] an instance that is cut off from the store serves nobody, and writes nothing later",
        async () => {
          const joined = await c.join("Cut off", "CROWD");
          const student = studentSocket(c.url, joined.session_token);
          await student.next("welcome");
          const proctor = await RoomWatcher.open(c, await c.signIn(), exam);
          crowd.begin();
          await wait(1_500);
          wire.cut();
          await c.untilReady(false, 8_000);
          await until("its sockets are closed", () => student.closed !== null && proctor.closed !== null, 8_000);
          assert.deepEqual([student.closed?.code, proctor.closed], [4503, 4503]);
          assert.equal((await c.call("GET", "/ws/student", null)).status, 503);
          const refused = studentSocket(c.url, joined.session_token);
          await until("an upgrade is refused", () => refused.closed !== null);
          assert.equal(refused.heard.length, 0);
          await until("everybody is elsewhere", () => crowd.connected === STUDENTS, 20_000);
          await wait(2_000);
          wire.mend();
          await c.untilReady(true, 20_000);
          const back = studentSocket(c.url, joined.session_token);
          await back.next("welcome");
          back.close();
          await settle(crowd);
          await crowd.verify(kv);
        },
      );
    } finally {
      for (const one of crowds) one.leave();
      kv.close();
      wire.mend();
      await Promise.all(instances.map((instance) => instance.end("SIGKILL")));
      await wire.stop();
      await store.kill();
      await Deno.remove(folder, { recursive: true });
    }
  },
});

/** Has everybody put the pen down, and waits until everything that was written is acknowledged. */
async function settle(crowd: Crowd): Promise<void> {
  crowd.pause();
  await until("everything is acknowledged", () => crowd.unacknowledged === 0, 20_000);
}
