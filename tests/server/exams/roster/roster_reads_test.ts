import assert from "node:assert/strict";
import { personalAnswer } from "../../../../server/attempts/personal_answer.ts";
import { startAttempt } from "../../../../server/attempts/start_attempt.ts";
import { SYSTEM } from "../../../../server/audit/audit_log.ts";
import { moveExam } from "../../../../server/exams/exam_states.ts";
import { publishCheck } from "../../../../server/exams/publish_check.ts";
import { applyRows } from "../../../../server/exams/roster/apply_changes.ts";
import { allowSitting, putStudent, removeStudent, renewToken } from "../../../../server/exams/roster/change_student.ts";
import { readRosterFile } from "../../../../server/exams/roster/read_roster.ts";
import { listRoster, requireLine } from "../../../../server/exams/roster/roster_lines.ts";
import { hallTest } from "../../../support/hall.ts";
import { meter } from "../../../support/kv_meter.ts";

const STUDENTS = 2_000;

/** What a call about one student may read, whatever else it looks at: exam, attempt, revision, audit. */
const FEW = 30;

hallTest("[PE15] what concerns one of two thousand students reads that student's line", async (hall) => {
  const { stores, services: { audit, attempts, now } } = hall;
  const { examId, document } = await hall.exam({ join: "roster", roster: [{ name: "First" }] }, "draft");
  const table = ["name;number", ...Array.from({ length: STUDENTS }, (_, n) => `Student ${n};n-${n}`)].join("\n");
  const { rows } = readRosterFile(new TextEncoder().encode(table));
  const { tokens } = await applyRows({ stores, audit }, examId, rows, SYSTEM);
  assert.equal(tokens.length, STUDENTS);
  const parts = { stores, audit };
  const about = (n: number) => ({ examId, studentId: tokens[n].student_id, actor: SYSTEM });
  const started: string[] = [];

  const use = meter(hall.kv);
  const readBy = async (work: () => Promise<unknown>) => {
    const before = { ...use };
    await work();
    return (use.reads - before.reads) + (use.listed - before.listed);
  };
  const begin = async (token: string) => {
    started.push((await startAttempt(attempts, { token }, () => {})).attempt_id);
  };
  const calls: Record<string, () => Promise<unknown>> = {
    publish: () => moveExam({ stores, audit, now }, examId, "publish_exam", SYSTEM),
    check: () => publishCheck(stores, { examId, document }, now()),
    "token again": () => renewToken(parts, about(7)),
    "another group": () => putStudent(parts, about(8), { name: "Student 8", number: "n-8", group: "A" }),
    "take off": () => removeStudent(parts, about(9)),
    line: () => requireLine(stores, examId, tokens[10].student_id),
    "whose link": () => personalAnswer(attempts, tokens[11].token),
    join: () => begin(tokens[11].token),
    "join again": async () => await assert.rejects(begin(tokens[11].token)),
    "one more sitting": async () => {
      await hall.end(await attempts.open(started[0]));
      await allowSitting(parts, about(11), {});
    },
  };
  const reads: Record<string, number> = {};
  for (const [name, work] of Object.entries(calls)) reads[name] = await readBy(work);
  for (const [name, count] of Object.entries(reads)) assert.ok(count <= FEW, `${name} read ${JSON.stringify(reads)}`);

  const all = await readBy(() => listRoster(stores, examId));
  assert.ok(all <= 2 * STUDENTS + FEW, `the whole list read ${all}`);
  const taken = { name: "Student 8", number: "n-12" };
  await assert.rejects(putStudent(parts, about(8), taken), /number/);
});
