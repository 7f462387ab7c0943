import assert from "node:assert/strict";
import type { JoinNews } from "../../../server/attempts/join_news.ts";
import { startAttempt } from "../../../server/attempts/start_attempt.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { applyRows } from "../../../server/exams/roster/apply_changes.ts";
import { perform } from "../../../server/room/actions.ts";
import { hallTest, refusalOf, typed } from "../../support/hall.ts";
import type { Hall } from "../../support/hall.ts";

function joining(hall: Hall, name: string, number?: string, news: JoinNews[] = []) {
  const body = { code: "HALL", student: { name, ...(number && { number }) } };
  return startAttempt(hall.services.attempts, body, (one) => news.push(one));
}

function act(hall: Hall, attemptId: string, examId: string, type: "remove" | "release_device", id: string) {
  const { attempts, rooms } = hall.services;
  const request = { action: { type, id, attempt_id: attemptId }, examId, username: "amina", role: "proctor" as const };
  return attempts.open(attemptId).then((attempt) => perform(attempts, rooms, attempt, { ...request, writes: [] }));
}

hallTest("[RM66] a number sits once, also after it was handed in; proctors are told", async (hall) => {
  await hall.exam();
  const first = await hall.join("Ada", "HALL", "007-A");
  const news: JoinNews[] = [];
  assert.equal(await refusalOf(joining(hall, "Somebody", "007a", news)), "conflict");
  await hall.end(first);
  assert.equal(await refusalOf(joining(hall, "Ada", "007-A", news)), "conflict");
  assert.deepEqual(news, Array(2).fill({ code: "number_reused", attemptId: first.attemptId }));
  await joining(hall, "Ada", "008");
  await joining(hall, "Ada");
});

hallTest(
  "[RM66] of ten that come at the same moment under one number, as many sit as the exam allows",
  async (hall) => {
    await hall.exam({ attempts_per_student: 2 });
    const codes = await Promise.all(Array.from({ length: 10 }, () => refusalOf(joining(hall, "Ada", "1"))));
    assert.equal(codes.filter((code) => code === "done").length, 2);
  },
);

hallTest("[RM66] a proctor lets whoever comes next with the number go on with its attempt, once", async (hall) => {
  const exam = await hall.exam();
  const first = await hall.join("Ada", "HALL", "1");
  await hall.append(first, [typed(0, "so far")]);
  await act(hall, first.attemptId, exam.examId, "release_device", "a");
  const again = await joining(hall, "Ada", "1");
  assert.equal(again.attempt_id, first.attemptId);
  assert.equal(await refusalOf(joining(hall, "Ada", "1")), "conflict");
});

hallTest("[RM63] many of one name raise an alert: at three, and at twice as many each time", async (hall) => {
  await hall.exam();
  const news: JoinNews[] = [];
  for (let index = 0; index < 30; index++) await joining(hall, index % 2 === 0 ? "Ali" : "АІі", undefined, news);
  assert.deepEqual(news.map(({ code, count }) => [code, count]), [3, 6, 12, 24].map((count) => ["same_name", count]));
});

hallTest(
  "[RM62] an attempt in which nothing was written is removed: place and number are free, its log stays",
  async (hall) => {
    const exam = await hall.exam({ capacity: 2 });
    const ghost = await hall.join("Ghost", "HALL", "1");
    const writer = await hall.join("Ada", "HALL", "2");
    await hall.append(ghost, [{ type: "question_view", question: "q1", t: 0 }]);
    await hall.append(writer, [typed(0, "a"), {
      type: "answer_edit",
      question: "q1",
      at: 0,
      removed: 1,
      inserted: "",
      t: 5,
    }]);
    assert.equal(await refusalOf(joining(hall, "Late", "1")), "exam_full");
    assert.equal(await refusalOf(act(hall, writer.attemptId, exam.examId, "remove", "w")), "wrong_state");
    await act(hall, ghost.attemptId, exam.examId, "remove", "g");
    assert.equal(await refusalOf(act(hall, ghost.attemptId, exam.examId, "remove", "h")), "wrong_state", "once");
    assert.equal(await refusalOf(joining(hall, "Late", "1")), "done");
    const { stores } = hall;
    const kept = await stores.attempts.get(ghost.attemptId);
    assert.equal(kept?.head.state, "terminated");
    assert.equal(
      (await Array.fromAsync(stores.examAttempts.list(exam.examId))).length,
      3,
      "it stays listed for exports",
    );
    assert.equal(await hall.services.exams.countAttempts(exam.examId), 2, "two places are taken");
  },
);

hallTest(
  "[RM68] who joins by the code under a name or a number of the list is told of, also after the list was changed",
  async (hall) => {
    const { examId } = await hall.exam({ roster: [{ name: "Ada Lovelace", number: "007-A" }] });
    const told: JoinNews[] = [];
    const codes = async (name: string, number?: string) => {
      told.length = 0;
      await joining(hall, name, number, told);
      return told.map(({ code }) => code);
    };
    assert.deepEqual(await codes("ADA LOVELACE"), ["listed"]);
    assert.deepEqual(await codes("Somebody", "007a"), ["listed"]);
    assert.deepEqual(await codes("Grace Hopper", "8"), []);
    await applyRows(hall.services, examId, [{ line: 1, name: "Grace Hopper", set: {}, accommodations: {} }], SYSTEM);
    assert.deepEqual(await codes("Grace Hopper"), ["listed"]);
  },
);
