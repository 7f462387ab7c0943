import { ENGLISH } from "../../../words/languages.ts";
import assert from "node:assert/strict";
import { z } from "zod";
import { AttemptDetail } from "../../../protocol/attempt_detail.ts";
import { snapshotState } from "../../../scoring/state_snapshot.ts";
import { attemptRoutes } from "../../../routes/api/attempts.ts";
import { createFold, MOST_ACTIONS } from "../../../server/attempts/attempt_fold.ts";
import { extend, notice, pause, resume } from "../../../server/attempts/interventions.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { foldLog, questionIds } from "../../../server/attempts/load_attempt.ts";
import { holdOf, reachNotices, unseenNotices } from "../../../server/attempts/notices.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { removeEvents } from "../../../server/retention/remove_attempt.ts";
import { Documents } from "../../../server/store/documents.ts";
import { type Hall, hallTest, typed } from "../../support/hall.ts";
import { meter } from "../../support/kv_meter.ts";

/** Lets a student write, with a pause, a message and more time in between. */
async function eventful(hall: Hall): Promise<LiveAttempt> {
  await hall.exam();
  const attempt = await hall.join();
  await hall.sit(attempt, "pasting", 4, 60_000);
  const now = (reason: string | null) => ({ by: "amina", now: hall.now, reason });
  await attempt.intervene(pause(now("A fire drill.")));
  hall.now += 60_000;
  await attempt.intervene(resume(now(null)));
  await attempt.intervene(notice(now("Please look up."), "message"));
  await attempt.intervene(extend(now(null), 5, 0));
  await hall.append(attempt, [typed(70_000, "After. ")]);
  return attempt;
}

/** What a drawer is told of an attempt. */
async function detailOf(hall: Hall, { attemptId, record }: LiveAttempt): Promise<AttemptDetail> {
  const route = attemptRoutes(hall.services).find(({ operation }) => operation === "get_attempt_detail");
  const reply = await route!.handle({
    principal: { kind: "anyone" },
    params: { exam_id: record.examId, attempt_id: attemptId },
    query: {},
    body: undefined,
    address: "127.0.0.1",
    requestId: "r",
    device: () => null,
    isOwnPage: true,
    embedder: null,
    request: new Request("http://127.0.0.1/"),
    words: ENGLISH,
    ownOrigin: "http://localhost",
    mustBeSecure: () => false,
  });
  return AttemptDetail.parse("body" in reply ? structuredClone(reply.body) : null);
}

/** Changes what is stored as an attempt's snapshot. */
async function spoil(hall: Hall, attemptId: string, change: (snapshot: object) => unknown): Promise<void> {
  const documents = new Documents(hall.kv, "snapshot", z.unknown());
  const spoilt = documents.put(attemptId, change(Object((await documents.get(attemptId))?.value)));
  await hall.stores.commit(spoilt.mutations);
}

hallTest("[AT14] a drawer shows what was done without a look into the log, and finds the same in it", async (hall) => {
  const attempt = await eventful(hall);
  const use = meter(hall.kv);
  const shown = await detailOf(hall, attempt);
  assert.equal(use.reads, 1, "its flags");
  assert.deepEqual(shown.actions.map(({ kind, by, reason }) => [kind, by, reason]), [
    ["started", "student", null],
    ["paused", "amina", "A fire drill."],
    ["resumed", "amina", null],
    ["noticed", "amina", "Please look up."],
    ["extended", "amina", null],
  ]);
  const logged = (await Array.fromAsync(hall.services.attempts.log.read(attempt.attemptId)))
    .flatMap(({ entry }) => entry.kind === "batch" ? [] : [entry.n]);
  assert.deepEqual(shown.actions.map(({ n }) => n), logged);
  assert.deepEqual(await detailOf(await hall.restarted(), attempt), shown);
});

hallTest("[AT15] of very many actions the first and the newest are kept; the log has them all", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  for (let count = 0; count < MOST_ACTIONS + 20; count++) {
    await attempt.intervene(notice({ by: "amina", now: hall.now, reason: `${count}` }, "message"));
  }
  const { actions } = await detailOf(hall, attempt);
  assert.equal(actions.length, MOST_ACTIONS);
  assert.equal(actions[0].kind, "started");
  assert.equal(actions.at(-1)?.reason, `${MOST_ACTIONS + 19}`);
  assert.equal(actions[1].n, attempt.head.n - MOST_ACTIONS + 2);
});

hallTest(
  "[AT42] pauses and resumes push out no notice that is not seen, nor why an attempt stands still",
  async (hall) => {
    await hall.exam();
    const attempt = await hall.join();
    const now = (reason: string | null) => ({ by: "amina", now: hall.now, reason });
    await attempt.intervene(notice(now("Not seen."), "warning"));
    for (let count = 0; count < MOST_ACTIONS; count++) {
      await attempt.intervene(pause(now(`${count}`)));
      if (count < MOST_ACTIONS - 1) await attempt.intervene(resume(now(null)));
    }
    for (let count = 0; count < MOST_ACTIONS; count++) await attempt.intervene(notice(now(`Too. ${count}`), "message"));
    const { actions } = attempt.folded;
    assert.deepEqual([actions.length, actions[0].kind], [MOST_ACTIONS, "started"]);
    assert.equal(holdOf(attempt.folded).reason, `${MOST_ACTIONS - 1}`);
    const { exam, attemptId, head } = attempt;
    const { attempts } = hall.services;
    const again = createFold(questionIds(exam));
    await foldLog(again, attempts.log, attempts.contexts, attemptId, head.n);
    assert.deepEqual(again.actions, actions);
    assert.deepEqual((await (await hall.restarted()).services.attempts.view(attemptId)).folded.actions, actions);
  },
);

hallTest("[AT42] a notice outlives any number of pauses until it is seen", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  const now = (reason: string | null) => ({ by: "amina", now: hall.now, reason });
  await attempt.intervene(notice(now("Not seen."), "warning"));
  const turn = async () => {
    await attempt.intervene(pause(now(null)));
    await attempt.intervene(resume(now(null)));
  };
  for (let count = 0; count < MOST_ACTIONS; count++) await turn();
  const [unseen] = unseenNotices(attempt.folded);
  assert.equal(unseen?.text, "Not seen.");
  await reachNotices(attempt, [unseen.id], "seen", hall.now);
  await turn();
  assert.deepEqual(attempt.folded.actions.filter(({ kind }) => kind === "noticed"), []);
});

hallTest("[AT16] live, loaded from a snapshot and folded from the first entry on are the same", async (hall) => {
  const attempt = await eventful(hall);
  const next = await hall.restarted();
  const { attempts } = next.services;
  const loaded = await attempts.open(attempt.attemptId);
  const whole = createFold(questionIds(attempt.exam));
  await foldLog(whole, attempts.log, attempts.contexts, attempt.attemptId, Infinity);
  const plain = ({ folded }: Pick<LiveAttempt, "folded">) => ({
    ...folded,
    score: snapshotState(folded.score),
    sheet: folded.sheet.toAnswers(),
    clock: folded.clock.toTimes(),
    timeline: folded.timeline.toPoints(),
  });
  assert.deepEqual(plain(loaded), plain(attempt));
  assert.deepEqual(plain({ folded: whole }), plain(attempt));
});

hallTest("[AT17] a snapshot of another shape, or a damaged one, is not read: the log says the same", async (hall) => {
  const attempt = await eventful(hall);
  const shown = await detailOf(hall, attempt);
  const spoilt: ((snapshot: object) => unknown)[] = [
    (snapshot) => ({ ...snapshot, actions: undefined }),
    (snapshot) => ({ ...snapshot, score: { scorer_version: "of another time" } }),
    () => "no snapshot",
  ];
  for (const change of spoilt) {
    const next = await hall.restarted();
    await spoil(next, attempt.attemptId, change);
    assert.deepEqual(await detailOf(next, attempt), shown);
  }
  const next = await hall.restarted();
  await hall.kv.set(["snapshot", attempt.attemptId], new Uint8Array([1, 2, 3]));
  assert.deepEqual(await detailOf(next, attempt), shown);
});

hallTest("[AT18] where the log was removed, the last report outlives the snapshot's shape", async (hall) => {
  const attempt = await eventful(hall);
  await hall.end(attempt);
  const before = await detailOf(hall, attempt);
  for (const flag of before.flags) {
    await hall.services.calls.decideFlag(
      attempt.attemptId,
      { flagId: flag.flag_id, state: "dismissed", by: "amina" },
      [],
    );
  }
  const { attempts, audit } = hall.services;
  const line = audit.line({ ...SYSTEM, what: "retention_events", about: `attempt:${attempt.attemptId}` });
  await removeEvents(attempts, attempt.attemptId, { cause: "retention", now: hall.now, fence: null, line });
  assert.deepEqual((await detailOf(hall, attempt)).actions, [], "what was said to the student went with the log");
  await spoil(hall, attempt.attemptId, (snapshot) => ({ ...snapshot, clock: undefined }));
  const { report, timeline } = await detailOf(hall, attempt);
  assert.deepEqual({ report, timeline }, { report: before.report, timeline: before.timeline });
});
