import assert from "node:assert/strict";
import { ExamOverview } from "../../protocol/exam_overview.ts";
import { decideFlag, raiseFlag } from "../../server/review/flags.ts";
import { liveTest } from "../support/live_server.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";

liveTest("[RV70] [RV72] [RV75] it tells what attempts that are over come to, without a name", async (server) => {
  const { examId } = await server.publish(SAT_EXAM);
  const path = `/api/exams/${examId}/overview`;
  const admin = await server.signIn();
  const asked = async () => {
    const { status, body } = await server.call("GET", path, admin);
    assert.equal(status, 200);
    assert.ok(!JSON.stringify(body).includes("Ada"));
    return ExamOverview.parse(body);
  };
  assert.deepEqual([(await asked()).attempts, (await asked()).questions.map(({ n }) => n)], [0, [0, 0]]);

  const ada = await sitExam(server, "Ada", "Two causes.");
  await sitExam(server, "Bo", "One cause.");
  await sitExam(server, "Cy", "None.", { isOver: false });
  const { attempts, stores, now } = server.services;
  const attempt = await attempts.open(ada.attempt_id);
  const raised = { at: now(), by: "bea", note: "Look here." };
  const flag = await raiseFlag(attempt, stores.flags, { ...raised, t: 100 });
  await raiseFlag(attempt, stores.flags, { ...raised, t: 90_000 });
  await decideFlag(attempt, stores.flags, { flagId: flag.flag_id, state: "dismissed", by: "bea", now: now() });
  const verdict = { verdict: "suspicious", reasons: ["external_text"], note: "" };
  const given = await server.call("PUT", `/api/exams/${examId}/attempts/${ada.attempt_id}/verdict`, admin, verdict);
  assert.equal(given.status, 200);

  const [overview, same] = await Promise.all([asked(), asked()]);
  assert.deepEqual(overview, same);
  assert.deepEqual([overview.attempts, overview.under_way, overview.ended_by.student, overview.times_of], [2, 1, 2, 2]);
  assert.equal(overview.peaks.reduce((sum, count) => sum + count, 0), 2);
  assert.deepEqual(overview.flag_minutes, { width: 1, counts: [1, 1] });
  assert.deepEqual(overview.flags.map(({ share: _, ...counts }) => counts), [
    { source: "person", open: 1, confirmed: 0, dismissed: 1 },
  ]);
  assert.deepEqual(overview.flag_questions.questions.map(({ flags, attempts }) => [flags, attempts]), [[1, 1], [1, 1]]);
  assert.deepEqual(overview.losses, { of: 2, attempts: 0, spans: { width: 1, counts: [], attempts: [] } });
  const named = overview.signals.filter((signal) => signal.named > 0);
  assert.deepEqual(named.map(({ name, spoke, satisfactory }) => [name, spoke, satisfactory]), [[
    "external_text",
    1,
    0,
  ]]);
  assert.deepEqual(
    overview.questions.map(({ question, n, quartile_seconds }) => [question, n, quartile_seconds?.[1]]),
    [
      ["q1", 2, 30],
      ["q2", 2, 10],
    ],
  );
  const strangers = await server.call("GET", path, ada.session_token);
  assert.equal(strangers.status, 403);
});
