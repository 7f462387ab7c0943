import assert from "node:assert/strict";
import { ExamDocument } from "../../../protocol/exam_document.ts";
import { startAttempt } from "../../../server/attempts/start_attempt.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { createExam } from "../../../server/exams/create_exam.ts";
import { allowSitting } from "../../../server/exams/roster/change_student.ts";
import { listRoster } from "../../../server/exams/roster/roster_lines.ts";
import { ownResult } from "../../../server/marking/own_result.ts";
import { Releases } from "../../../server/marking/release.ts";
import { type Hall, hallTest, typed } from "../../support/hall.ts";

const MINUTE = 60_000;
const AFTER_CLOSE = { results: { release: "after_close", show: { key: true, feedback: true } } };

hallTest("[MK30] [MK32] [MK68] an attempt whose time ran out is under way until its grace is over", async (hall) => {
  const closes_at = new Date(hall.now + 5 * MINUTE).toISOString();
  const exam = await hall.exam({ closes_at, duration_minutes: 10, policy: { ...AFTER_CLOSE, grace_minutes: 2 } });
  const { attempts } = hall.services;
  const releases = new Releases(attempts);
  const attempt = await hall.join();
  await hall.append(attempt, [typed(10)]);
  hall.now = attempt.head.deadline;
  await hall.end(attempt, "deadline");
  assert.equal(attempt.head.state, "expired");
  const told = async () =>
    await ownResult(attempts, await attempts.view(attempt.attemptId), exam, await releases.of(exam));
  hall.now += 2 * MINUTE;
  const during = await releases.of(exam);
  assert.deepEqual([during.released, during.key_waits, during.under_way], [false, true, 1]);
  // Not even where a person has released it: the attempt still takes answers.
  const shown = { ...during, released: true, key_waits: false };
  const refused = await ownResult(attempts, await attempts.view(attempt.attemptId), exam, shown);
  assert.equal(refused.released, false);
  hall.now += 1;
  const after = await releases.of(exam);
  assert.deepEqual([after.released, after.key_waits, after.under_way], [true, false, 0]);
  assert.equal((await told()).released, true);
});

hallTest(
  "[MK30] [MK32] [MK69] key and a release by itself wait for those who may begin later than others",
  async (hall) => {
    const at = (minutes: number) => new Date(hall.now + minutes * MINUTE).toISOString();
    const document = ExamDocument.parse({
      code: "LATE",
      title: "Late",
      duration_minutes: 5,
      closes_at: at(10),
      join: "roster",
      questions: [{ id: "q1", type: "essay", text: "Write." }],
      policy: { ...AFTER_CLOSE, grace_minutes: 0 },
      roster: [{ name: "Ada" }, { name: "Bo", closes_at: at(60) }, { name: "Cy", closes_at: at(70) }],
    });
    const { exam, tokens } = await createExam(hall.stores, document, hall.now);
    const { attempts, auth: { audit } } = hall.services;
    const releases = new Releases(attempts);
    const begin = async (token: string) => {
      const { attempt_id } = await startAttempt(attempts, { token }, () => {});
      return await attempts.open(attempt_id);
    };
    const waits = async () => {
      const { released, key_waits, under_way } = await releases.of(exam);
      assert.equal(released, !key_waits);
      return [key_waits, under_way];
    };
    const ada = await begin(tokens[0].token);
    await hall.end(ada);
    assert.deepEqual(await waits(), [true, 0]);
    hall.now += 11 * MINUTE;
    assert.deepEqual(await waits(), [true, 0]);
    const bo = await begin(tokens[1].token);
    assert.deepEqual(await waits(), [true, 1]);
    await hall.end(bo);
    assert.deepEqual(await waits(), [true, 0]);
    // Asked a moment before Cy begins, and again once nobody is left who might.
    hall.now += 4_900;
    assert.deepEqual(await waits(), [true, 0]);
    const cy = await begin(tokens[2].token);
    hall.now += 200;
    assert.deepEqual(await waits(), [true, 1]);
    await hall.end(cy);
    assert.deepEqual(await waits(), [false, 0]);
    // A make-up sitting takes it back at once, for as long as it may begin.
    const allow = async (name: string) => {
      const about = { examId: exam.examId, studentId: await idOf(hall, exam.examId, name), actor: SYSTEM };
      await allowSitting({ stores: hall.stores, audit }, about, { closes_at: at(30) });
    };
    await allow("Ada");
    assert.deepEqual(await waits(), [true, 0]);
    hall.now += 30 * MINUTE;
    assert.deepEqual(await waits(), [false, 0]);
    // Whom nobody lets in any more is not waited for.
    await allow("Bo");
    assert.deepEqual(await waits(), [true, 0]);
    const closed = { ...exam, state: "closed" as const };
    assert.equal((await releases.of(closed)).key_waits, false);
  },
);

async function idOf({ stores }: Hall, examId: string, wanted: string): Promise<string> {
  const found = (await listRoster(stores, examId)).find(({ name }) => name === wanted);
  assert.ok(found);
  return found.student_id;
}
