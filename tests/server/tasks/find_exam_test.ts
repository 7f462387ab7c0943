import assert from "node:assert/strict";
import { findExam } from "../../../server/tasks/find_exam.ts";
import { hallTest } from "../../support/hall.ts";

hallTest(
  "[PR64] an exam is found by id or code; where there is none, the store that was looked in is named",
  async (hall) => {
    const { examId } = await hall.exam();
    const { exams } = hall.services;
    const settings = { kv: "data/invigil.kv", isKvRemote: false };
    for (const id of [examId, "hall"]) assert.equal((await findExam(exams, id, settings)).examId, examId);
    await assert.rejects(findExam(exams, "BIO", settings), /BIO in the store data\/invigil\.kv/);
    await assert.rejects(
      findExam(exams, "BIO", { kv: "https://user:secret@kv.example/db", isKvRemote: true }),
      (error) => error instanceof RangeError && /at kv\.example/.test(error.message) && !/secret/.test(error.message),
    );
  },
);
