import assert from "node:assert/strict";
import { sha256Hex } from "../../../server/log/hash.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { pause, resume } from "../../../server/attempts/interventions.ts";
import { createStores } from "../../../server/store/stores.ts";
import { Hall, typed } from "../../support/hall.ts";
import { seededRandom } from "../../support/virtual_world.ts";

/** What becomes of commits now and then, as a network has it. */
type Fault = (commit: () => Promise<unknown>) => Promise<unknown>;

const FAULTS: readonly Fault[] = [
  // Not sent at all, done and not answered, sent twice, and answered late.
  () => Promise.reject(new Error("The connection was reset")),
  async (commit) => {
    await commit();
    throw new Error("The connection was reset");
  },
  async (commit) => {
    await commit();
    return await commit();
  },
  async (commit) => {
    const answer = await commit();
    await Promise.resolve();
    return answer;
  },
];

/** A handle on a store that goes wrong now and then. */
function faulty(kv: Deno.Kv, random: () => number, share: () => number): Deno.Kv {
  return new Proxy(kv, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== "atomic") return typeof value === "function" ? value.bind(target) : value;
      return () => {
        const atomic = target.atomic();
        const commit = atomic.commit.bind(atomic);
        const fault = random() < share() ? FAULTS[Math.floor(random() * FAULTS.length)] : null;
        if (fault !== null) atomic.commit = () => fault(commit) as ReturnType<typeof commit>;
        return atomic;
      };
    },
  });
}

/** A student who writes down what was acknowledged, and comes back wherever they are let in. */
class Student {
  /** What was written in each batch that was acknowledged, by its number. */
  readonly acknowledged = new Map<number, string>();
  /** Connections, the newest last: those that were forgotten on the way go on writing, too. */
  readonly connections: { hall: Hall; attempt: LiveAttempt }[] = [];
  #written = 0;
  constructor(readonly attemptId: string) {}

  async connect(hall: Hall): Promise<void> {
    const attempt = await hall.services.attempts.openFresh(this.attemptId);
    const last = Math.max(0, ...this.acknowledged.keys());
    assert.ok(attempt.head.lastSeq >= last, `${last} were acknowledged, ${attempt.head.lastSeq} are there`);
    this.connections.push({ hall, attempt });
  }

  /** Sends a batch on a connection; whether it was stored is known only where it was answered. */
  async write(connection = this.connections.at(-1)): Promise<void> {
    if (connection === undefined) return;
    const { hall, attempt } = connection;
    const seq = attempt.head.lastSeq + 1;
    const text = `${++this.#written} `;
    try {
      const events = [typed(seq * 1_000, text)];
      const outcome = await attempt.append({ seq, sentAt: hall.now, events }, hall.now);
      if (outcome.kind !== "ack") return;
      assert.equal(this.acknowledged.get(seq) ?? text, text, `batch ${seq} was acknowledged twice`);
      this.acknowledged.set(seq, text);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      this.connections.splice(this.connections.indexOf(connection), 1);
    }
  }

  /** Loses what was in the memory of a server that was killed. */
  forget(halls: readonly Hall[]): void {
    const left = this.connections.filter(({ hall }) => halls.includes(hall));
    this.connections.splice(0, Infinity, ...left);
  }
}

for (let seed = 1; seed <= 6; seed++) {
  Deno.test(`[EL15] what was acknowledged is in the log once and in order, whatever instances do (seed ${seed})`, async () => {
    const random = seededRandom(seed);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)];
    const kv = await Deno.openKv(":memory:");
    try {
      let share = 0;
      const open = () => Hall.open(faulty(kv, random, () => share));
      const halls = [await open(), await open(), await open()];
      await halls[0].exam();
      const names = ["Ada", "Bo", "Cy", "Di"];
      const students = await Promise.all(
        names.map(async (name) => new Student((await halls[0].join(name)).attemptId)),
      );
      share = 0.05;
      for (let step = 0; step < 250; step++) {
        for (const hall of halls) hall.now += 500;
        const student = pick(students);
        const at = Math.floor(random() * halls.length);
        const what = random();
        if (what < 0.7) {
          const writing = students.filter(() => random() < 0.7);
          await Promise.all(writing.map((one) => one.write(random() < 0.2 ? pick(one.connections) : undefined)));
        } else if (what < 0.85) {
          await student.connect(halls[at]).catch((error) => {
            if (error instanceof assert.AssertionError) throw error;
          });
        } else if (what < 0.9 && student.connections.length > 0) {
          const { hall, attempt } = pick(student.connections);
          const by = { by: "amina", now: hall.now, reason: null };
          await attempt.intervene(attempt.head.state === "paused" ? resume(by) : pause(by)).catch(() => {});
        } else if (what < 0.94) {
          // Killed: whatever was in memory is gone, and nobody says so.
          halls[at] = await open();
          halls[at].now = halls[(at + 1) % halls.length].now;
          for (const one of students) one.forget(halls);
        } else if (what < 0.97) {
          await halls[at].services.attempts.drained().catch(() => {});
        } else await createStores(kv).retireLog(halls[at].stores.ownLog.id);
      }
      share = 0;
      const last = await Hall.open(kv);
      last.now = halls[0].now;
      for (const { attemptId, acknowledged } of students) {
        const attempt = await last.services.attempts.open(attemptId);
        const entries = await Array.fromAsync(last.stores.log.read(attemptId));
        assert.deepEqual(entries.map(({ entry }) => entry.n), entries.map((_, index) => index + 1));
        const batches = entries.flatMap(({ entry }) => entry.kind === "batch" ? [entry] : []);
        assert.deepEqual(batches.map(({ seq }) => seq), batches.map((_, index) => index + 1));
        for (const [seq, text] of acknowledged) {
          const [event] = batches[seq - 1]?.events ?? [];
          assert.equal(event?.type === "answer_edit" ? event.inserted : null, text, `batch ${seq}`);
        }
        entries.slice(1).forEach(({ entry }, index) => assert.equal(entry.prev, sha256Hex(entries[index].bytes)));
        const end = entries[entries.length - 1];
        assert.deepEqual([attempt.head.n, attempt.head.chain], [end.entry.n, sha256Hex(end.bytes)]);
        assert.equal(attempt.head.lastSeq, batches.length);
      }
      const written = students.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
      assert.ok(written > 60, `only ${written} batches came through`);
    } finally {
      kv.close();
    }
  });
}
