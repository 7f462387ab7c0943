import assert from "node:assert/strict";
import { ExamDocumentAnswer } from "../../protocol/exam_document.ts";
import { ExamMarks, ExamStatistics } from "../../protocol/marks.ts";
import { AttemptResult, Release } from "../../protocol/results.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { RevisedExamAnswer } from "../../protocol/revision_impact.ts";
import { exportExam } from "../../server/delivery/export_exam.ts";
import { verifyExport } from "../../server/delivery/verify_export.ts";
import { LiveServer } from "../support/live_server.ts";
import { unpackOldStore } from "../support/old_store.ts";

const ORDER = {
  id: "q7",
  type: "ordering",
  text: "From *old* to new",
  points: 3,
  choices: [{ id: "c", text: "Charter" }, { id: "a", text: "Steam" }, { id: "b", text: "Guild" }],
  correct: ["b", "c", "a"],
};

Deno.test({
  name: "[WR43] an exam of an older store is edited, sat, marked and released, and who sat it before keeps their paper",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const { folder, path } = await unpackOldStore();
    const server = await LiveServer.start({ INVIGIL_KV: path });
    try {
      await walk(server);
    } finally {
      await server.stop();
      await Deno.remove(folder, { recursive: true });
    }
  },
});

async function walk(server: LiveServer): Promise<void> {
  const admin = await server.signIn();
  const exam = await server.services.exams.getByCode("HIST-101");
  assert.ok(exam !== null);
  const base = `/api/exams/${exam.examId}`;
  const call = async (method: string, to: string, body?: unknown, token: string | null = admin) => {
    const answer = await server.call(method, to, token, body);
    assert.ok(answer.status < 300, `${method} ${to}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const marksOf = async () => {
    const { attempts } = ExamMarks.parse(await call("GET", `${base}/marks`));
    return new Map(attempts.map((line) => [line.name, line]));
  };
  const q2Of = async () => [...await marksOf()].map(([name, { marks }]) => [name, marks.q2.points]);
  assert.deepEqual(await q2Of(), [["Ada Lovelace", null], ["Grace Hopper", 1], ["Louis Braille", 1]]);

  // Edited: another key, Markdown, and a question of a type that there was not then.
  const { revision, document } = ExamDocumentAnswer.parse(await call("GET", base));
  const [essay, choice, ...others] = document.questions;
  const next = {
    ...document,
    text_format: "markdown",
    instructions: "Read **all** of it.",
    questions: [essay, { ...choice, correct: "b" }, ...others, ORDER],
  };
  const { affected } = RevisedExamAnswer.parse(
    await call("PUT", `${base}?preview=true`, { revision, document: next }),
  );
  const changes = affected.marks.map(({ name, question, before, after }) => [name, question, before, after]);
  assert.deepEqual(changes.sort(), [["Grace Hopper", "q2", 1, 0], ["Louis Braille", "q2", 1, 0]]);
  assert.equal(RevisedExamAnswer.parse(await call("PUT", base, { revision, document: next })).revision, revision + 1);
  assert.deepEqual(await q2Of(), [["Ada Lovelace", null], ["Grace Hopper", 0], ["Louis Braille", 0]]);

  // Sat, by a link that was made then.
  const joined = StartExamAnswer.parse(await call("POST", "/start_exam", { token: "fixture-token-0004" }, null));
  const { attempt_id, session_token: own } = joined;
  assert.match(joined.exam.questions[6].html ?? "", /<em>old<\/em>/);
  assert.doesNotMatch(JSON.stringify(joined.exam), /correct/);
  const events = [
    { type: "answer_edit", question: "q1", at: 0, removed: 0, inserted: "They grew rich.", t: 100 },
    { type: "answer_select", question: "q2", choices: ["b"], t: 200 },
    { type: "answer_select", question: "q7", choices: ["b", "c", "a"], t: 300 },
  ];
  await call("POST", "/log_activity", { seq: 1, sentAt: 0, events }, own);
  await call("POST", "/submit_exam", {}, own);

  // Marked: the new attempt and one of then.
  const grace = (await marksOf()).get("Grace Hopper")?.attempt_id ?? "";
  await call("PUT", `${base}/attempts/${attempt_id}/marks/q1`, { points: 7.5, comment: "Clear." });
  await call("PUT", `${base}/attempts/${grace}/marks/q1`, { points: 4 });
  const marks = await marksOf();
  const pointsOf = (name: string) => Object.values(marks.get(name)?.marks ?? {}).map(({ points }) => points);
  assert.deepEqual(pointsOf("Nobody Came"), [7.5, 1, 0, 0, 0, 0, 3]);
  assert.deepEqual([marks.get("Nobody Came")?.total, marks.get("Nobody Came")?.complete], [11.5, true]);
  assert.deepEqual(pointsOf("Grace Hopper"), [4, 0, 0, 0, 0, 0.5], "without the question that she did not have");
  const statistics = ExamStatistics.parse(await call("GET", `${base}/statistics`));
  assert.deepEqual([statistics.n, statistics.mean], [2, 8]);

  // Released, read, and every byte of the evidence fits.
  assert.equal(Release.parse(await call("POST", `${base}/release`, { released: true })).released, true);
  const result = AttemptResult.parse(await call("GET", "/api/attempt/result", undefined, own));
  assert.ok(result.released);
  assert.deepEqual([result.total, result.max, result.complete], [11.5, 18, true]);
  const newest = await server.services.exams.getByCode("HIST-101");
  assert.ok(newest !== null);
  const lines = await Array.fromAsync(exportExam(server.services.stores, newest, server.services.now));
  assert.equal((await verifyExport(new Blob(lines as BlobPart[]).stream())).misfit, null);
}
