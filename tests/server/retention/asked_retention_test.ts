import assert from "node:assert/strict";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { MOST_UNASKED, RetentionJob } from "../../../server/retention/retention_job.ts";
import { scheduleRetention } from "../../../server/retention/schedule_retention.ts";
import type { Lease } from "../../../server/store/lease.ts";
import { type Hall, hallTest } from "../../support/hall.ts";

const MINUTE = 60_000;
const DAY = 24 * 3_600_000;
const NOTHING = { events: 0, everything: 0 };

function jobOf(hall: Hall, instance = "one"): RetentionJob {
  const { attempts, audit } = hall.services;
  return new RetentionJob(attempts, audit, hall.stores.lease("retention", instance, () => hall.now));
}

async function endedAttempts(hall: Hall, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await hall.end(await hall.join(`Student ${n}`));
}

async function auditOf(hall: Hall): Promise<string[]> {
  const { entries } = await hall.services.audit.page(undefined, 200);
  return entries.map(({ what }) => what).filter((what) => !/^retention_(events|everything)$/.test(what)).reverse();
}

hallTest("[OP20] what is due in bulk waits for an admin's word, and goes with it", async (hall) => {
  await hall.exam({ retention: { events_days: 2, reports_days: 90 } });
  const job = jobOf(hall);
  await job.begin();
  await endedAttempts(hall, MOST_UNASKED + 1);
  hall.now += 2 * DAY;
  assert.deepEqual(await job.run(), NOTHING);
  assert.deepEqual(await job.waiting(), { since: hall.now, events: MOST_UNASKED + 1, everything: 0 });
  hall.now += DAY;
  assert.deepEqual(await job.run(), NOTHING);
  await job.confirm({ ...SYSTEM, who: "boss" });
  assert.deepEqual(await jobOf(hall).run(), { events: MOST_UNASKED + 1, everything: 0 });
  assert.equal(await job.waiting(), null);
  assert.deepEqual(await auditOf(hall), ["retention_waits", "confirm_retention"]);
});

hallTest("[OP20] what is due day by day goes without a word", async (hall) => {
  await hall.exam({ retention: { events_days: 2, reports_days: 90 } });
  const job = jobOf(hall);
  await job.begin();
  await endedAttempts(hall, 3);
  hall.now += 2 * DAY;
  assert.deepEqual(await job.run(), { events: 3, everything: 0 });
  assert.deepEqual(await auditOf(hall), []);
});

hallTest("[OP21] a start 300 days ahead removes nothing, nor does the next one there", async (hall) => {
  await hall.exam({ retention: { events_days: 30, reports_days: 90 } });
  await jobOf(hall).begin();
  await endedAttempts(hall, 5);
  const before = hall.now;
  const ahead = await hall.restarted();
  ahead.now = before + 300 * DAY;
  for (let starts = 0; starts < 3; starts++) {
    const job = jobOf(ahead, `start-${starts}`);
    await job.begin();
    assert.deepEqual(await job.run(), NOTHING);
    assert.deepEqual(await job.waiting(), { since: before + 300 * DAY, events: 0, everything: 5 });
    ahead.now += MINUTE;
  }
  const right = await ahead.restarted();
  right.now = before + MINUTE;
  assert.deepEqual(await jobOf(right).run(), NOTHING);
  assert.equal(await jobOf(right).waiting(), null);
  right.now = before + 300 * DAY;
  assert.deepEqual(await jobOf(right).run(), NOTHING);
  await jobOf(right).confirm(SYSTEM);
  assert.deepEqual(await jobOf(right).run(), { events: 0, everything: 5 });
});

/** Timers that a test turns: the next one that is due is run when everything before it has settled. */
class Timers {
  now = 0;
  #waiting: { at: number; work: () => void }[] = [];

  after = (ms: number, work: () => void): () => void => {
    const timer = { at: this.now + ms, work };
    this.#waiting.push(timer);
    return () => void (this.#waiting = this.#waiting.filter((other) => other !== timer));
  };

  async pass(ms: number, settled: () => Promise<unknown>): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      const [next] = this.#waiting.sort((a, b) => a.at - b.at);
      if (next === undefined || next.at > until) break;
      this.now = next.at;
      this.#waiting.shift();
      next.work();
      await settled();
    }
    this.now = until;
  }
}

for (const end of ["stopped", "killed in the middle of a look"] as const) {
  hallTest(`[OP22] instances of half an hour that are ${end} keep the promise`, async (hall) => {
    await hall.exam({ retention: { events_days: 1, reports_days: 90 } });
    await jobOf(hall).begin();
    for (let life = 0; life < 3; life++) {
      await endedAttempts(hall, 1);
      hall.now += DAY;
      const beganAt = hall.now;
      const timers = new Timers();
      const lease: Lease = hall.stores.lease("retention", `life-${life}`, () => timers.now);
      const job = new RetentionJob(hall.services.attempts, hall.services.audit, lease);
      const looks: ReturnType<RetentionJob["run"]>[] = [];
      const run = () => {
        hall.now = beganAt + timers.now;
        looks.push(job.run());
        return looks[looks.length - 1];
      };
      const stop = scheduleRetention(
        { run, stop: () => job.stop() },
        timers.after,
        (error) => assert.fail(String(error)),
      );
      await timers.pass(30 * MINUTE, async () => void await looks.at(-1));
      const removed = (await Promise.all(looks)).map((look) => look?.events ?? 0);
      assert.deepEqual(removed, end === "stopped" || life === 0 ? [1] : [0, 1]);
      // Killed, it still holds the lease, and calls nothing off.
      if (end === "stopped") await stop();
      else assert.notEqual(await lease.take(), null);
    }
  });
}
