import assert from "node:assert/strict";
import { reportOf } from "../../../server/attempts/attempts.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { removeEvents } from "../../../server/retention/remove_attempt.ts";
import { migrate } from "../../../server/store/migrate.ts";
import { dropOldSnapshots } from "../../../server/store/migrations/drop_old_snapshots.ts";
import { explain } from "../../../scoring/explain.ts";
import { type Hall, hallTest, typed } from "../../support/hall.ts";

/** Snapshots over a value's size stand in parts; so does this one. */
const LONG = Array.from({ length: 40 }, (_, index) => typed(30_000 + index, randomText(5_000)));

function randomText(length: number): string {
  return String.fromCharCode(...Array.from({ length }, () => 0x4e00 + Math.floor(Math.random() * 20_000)));
}

async function withEventsRemoved(hall: Hall): Promise<string> {
  const attempt = await hall.join("Gone");
  await hall.sit(attempt, "pasting", 4, 240_000);
  await hall.end(attempt);
  const { attempts, audit } = hall.services;
  const line = audit.line({ ...SYSTEM, what: "retention_events", about: `attempt:${attempt.attemptId}` });
  await removeEvents(attempts, attempt.attemptId, { cause: "retention", now: hall.now, fence: null, line });
  return attempt.attemptId;
}

hallTest("[ST77] older snapshots go with their parts, but where the log is gone", async (hall) => {
  await hall.exam();
  const gone = await withEventsRemoved(hall);
  for (let index = 0; index < 30; index++) await hall.append(await hall.join(`Student ${index}`), [typed(10)]);
  const attempt = await hall.join("Long");
  await hall.sit(attempt, "steady", 4, 20_000);
  for (let first = 0; first < LONG.length; first += 4) await hall.append(attempt, LONG.slice(first, first + 4));
  const [long, kept] = [attempt.attemptId, await hall.stores.snapshots.get(gone)];
  const report = structuredClone(reportOf(attempt));
  const again = await hall.restarted();
  assert.ok((await Array.fromAsync(hall.kv.list({ prefix: ["part", "snapshot", long] }))).length > 1);

  await migrate(hall.kv, { say: () => {}, migrations: [dropOldSnapshots] });
  assert.equal((await Array.fromAsync(hall.kv.list({ prefix: ["snapshot"] }))).length, 1);
  assert.deepEqual(await Array.fromAsync(hall.kv.list({ prefix: ["part", "snapshot"] })), []);
  assert.deepEqual(await hall.stores.snapshots.get(gone), kept);
  assert.deepEqual(reportOf(await again.services.attempts.view(long)), report);
});

hallTest("[ST77] where the log is gone, a report outlives the scorer that made it", async (hall) => {
  await hall.exam();
  const attemptId = await withEventsRemoved(hall);
  const { attempts } = hall.services;
  const before = await attempts.view(attemptId);
  const { snapshots, commit } = hall.stores;
  const { snapshot } = await snapshots.get(attemptId);
  assert.ok(snapshot !== null);
  await commit(snapshots.put(attemptId, { ...snapshot, score: { scorer_version: "of another time" } }).mutations);

  const after = await attempts.view(attemptId);
  assert.ok(before.folded.report !== null && before.folded.report.contributions.length > 1);
  assert.deepEqual(after.folded.report, before.folded.report);
  assert.deepEqual(after.folded.timeline.toPoints(), before.folded.timeline.toPoints());
  const reasons = explain(after.folded.score, before.folded.report, after.context);
  assert.deepEqual(reasons.map(({ points }) => points), before.folded.report.contributions.map(({ points }) => points));
  // Each says that it contributed, and none what was seen.
  const said = reasons.map((reason) =>
    JSON.stringify({ ...reason, points: 0, category: "" }).replaceAll(reason.name, "")
  );
  assert.equal(new Set(said).size, 1);
});
