import assert from "node:assert/strict";
import { RedactedLogPage } from "../../protocol/attempt_detail.ts";
import { MarkHistory, Marking } from "../../protocol/marking.ts";
import { ExamMarks } from "../../protocol/marks.ts";
import { ADMIN_PASSWORD, errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";

const FIRST_PASSWORD = "a-first-password-8";

async function setUp(server: LiveServer) {
  const { examId } = await server.publish({
    ...SAT_EXAM,
    policy: { marking: { second_marker: true } },
    staff: ["bea", "carl"].map((username) => ({ username, role: "instructor", password: FIRST_PASSWORD })),
  });
  const base = `/api/exams/${examId}`;
  const admin = await server.signIn();
  const tokens: string[] = [];
  for (const username of ["bea", "carl"]) {
    const first = await server.signIn(username, FIRST_PASSWORD);
    await server.call("POST", "/api/password", first, { current: FIRST_PASSWORD, next: ADMIN_PASSWORD });
    tokens.push(await server.signIn(username));
  }
  const ada = await sitExam(server, "Ada", "Two causes.", { chosen: "a" });
  const path = `${base}/attempts/${ada.attempt_id}/marks/q1`;
  return {
    admin,
    async logged(by: string) {
      const { body } = await server.call("GET", `${base}/attempts/${ada.attempt_id}/log`, by);
      return RedactedLogPage.parse(body).entries.flatMap((entry) => entry.kind === "marked" ? [entry.by] : []);
    },
    bea: tokens[0],
    carl: tokens[1],
    path,
    ada,
    put: (by: string, body: unknown) => server.call("PUT", path, by, body),
    async seenBy(token: string) {
      const { body } = await server.call("GET", `${base}/marking?question=q1`, token);
      const { answers: [answer], questions: [{ open }] } = Marking.parse(body);
      return { ...answer, open };
    },
    async total() {
      const { attempts: [line] } = ExamMarks.parse((await server.call("GET", `${base}/marks`, admin)).body);
      return [line.total, line.complete, line.marks.q1.by];
    },
    historyOf: async (token: string) =>
      MarkHistory.parse((await server.call("GET", path, token)).body).marks.map(({ by, points, as = "first" }) =>
        `${by} ${points} ${as}`
      ),
  };
}

liveTest("[MK65] a second person marks without seeing the first, and equal marks count", async (server) => {
  const { bea, carl, admin, put, seenBy, total, historyOf } = await setUp(server);
  assert.equal((await put(bea, { points: 3, comment: "Good." })).status, 200);
  // Nobody else is told that there is a mark.
  const toCarl = await seenBy(carl);
  assert.deepEqual(toCarl.mark, { points: null, max: 5, by: null });
  assert.deepEqual([toCarl.places, toCarl.open], [{ waits_for: "you", is_yours: false, given: [] }, 1]);
  assert.deepEqual([await historyOf(carl), await historyOf(bea)], [[], ["bea 3 first"]]);
  const toBea = await seenBy(bea);
  assert.deepEqual([toBea.mark.points, toBea.places?.waits_for, toBea.open], [3, "others", 0]);
  assert.deepEqual(await total(), [2, false, null]);
  // The same person is not both: this changes the own mark.
  assert.equal((await put(bea, { points: 4 })).status, 200);
  assert.deepEqual(await total(), [2, false, null]);
  const unmarked = { points: null, by: null };
  assert.equal((await put(carl, { points: 4, comment: "Fine.", seen: unmarked })).status, 200);
  assert.deepEqual(await total(), [6, true, "bea"]);
  assert.deepEqual((await seenBy(admin)).places?.given.map(({ as, by, points }) => [as, by, points]), [
    ["first", "bea", 4],
    ["second", "carl", 4],
  ]);
  assert.deepEqual(await historyOf(admin), ["bea 3 first", "bea 4 first", "carl 4 second"]);
});

liveTest(
  "[MK66] where two differ both are shown, and what either agrees on with a comment is final",
  async (server) => {
    const { bea, carl, admin, put, seenBy, total, historyOf } = await setUp(server);
    const refused = async (by: string, body: unknown) => {
      const answer = await put(by, body);
      return [answer.status, errorOf(answer).path];
    };
    assert.deepEqual(await refused(bea, { points: 3, comment: "x", as: "agreed" }), [409, undefined]);
    await put(bea, { points: 3, comment: "Good." });
    await put(carl, { points: 1 });
    assert.deepEqual(await total(), [2, false, null]);
    const toBea = await seenBy(bea);
    assert.deepEqual([toBea.mark.points, toBea.places?.waits_for, toBea.open], [null, "agreement", 1]);
    assert.deepEqual(toBea.places?.given.map(({ points, comment }) => [points, comment]), [[3, "Good."], [
      1,
      undefined,
    ]]);
    const toAdmin = await seenBy(admin);
    assert.deepEqual([toAdmin.places?.waits_for, toAdmin.places?.is_yours, toAdmin.open], ["others", false, 0]);
    // Both stay; nobody else decides; and it is said why.
    assert.equal((await refused(bea, { points: 1 }))[0], 409);
    assert.equal((await put(carl, { points: 1 })).status, 200);
    assert.equal((await refused(admin, { points: 2 }))[0], 403);
    assert.equal((await refused(admin, { points: 2, comment: "x", as: "agreed" }))[0], 403);
    assert.deepEqual(await refused(carl, { points: 2, as: "agreed" }), [422, "comment"]);
    assert.equal((await put(carl, { points: 2, comment: "One cause.", as: "agreed" })).status, 200);
    assert.deepEqual(await total(), [4, true, "carl"]);
    assert.deepEqual((await seenBy(bea)).places?.waits_for, null);
    assert.deepEqual(await historyOf(admin), ["bea 3 first", "carl 1 second", "carl 2 agreed"]);
    // Whoever has not seen what stands there does not put it aside.
    const seen = { points: null, by: null };
    assert.equal((await refused(bea, { points: 3, comment: "y", as: "agreed", seen }))[0], 409);
  },
);

liveTest("[MK67] names that stand for something else in marks and logs are no new account's", async (server) => {
  const token = await server.signIn();
  for (const username of ["auto", "student", "system", "anyone", "Auto"]) {
    const invited = await server.call("POST", "/api/invitations", token, { username, role: "proctor" });
    assert.deepEqual([invited.status, errorOf(invited).path], [422, "username"], username);
    if (username === "Auto") continue;
    const document = { ...SAT_EXAM, code: "NAMES", staff: [{ username, role: "proctor" }] };
    const published = await server.call("POST", "/api/exams", token, document);
    assert.deepEqual([published.status, errorOf(published).path], [422, "staff.0.username"], username);
  }
});

liveTest("[MK65] without a second marker there is nothing to agree on, and a key needs nobody", async (server) => {
  const { bea, ada, total, path } = await setUp(server);
  const ofKey = path.replace("q1", "q2");
  assert.equal((await server.call("PUT", ofKey, bea, { points: 1 })).status, 200);
  assert.deepEqual(await total(), [1, false, null]);
  const refused = await server.call("PUT", ofKey, bea, { points: 1, comment: "x", as: "agreed" });
  assert.deepEqual([refused.status, errorOf(refused).path, ada.attempt_id.length > 0], [422, "as", true]);
});

liveTest("[MK65] the log as staff see it tells nothing of a mark that is not settled", async (server) => {
  const { bea, carl, admin, put, logged } = await setUp(server);
  await put(bea, { points: 3 });
  for (const by of [carl, admin]) assert.deepEqual(await logged(by), []);
  await put(carl, { points: 3 });
  assert.deepEqual(await logged(admin), ["bea", "carl"]);
});
