import assert from "node:assert/strict";
import { SYSTEM } from "../../../../server/audit/audit_log.ts";
import { rosterHash } from "../../../../server/exams/personal_token.ts";
import { applyRows } from "../../../../server/exams/roster/apply_changes.ts";
import { renewToken } from "../../../../server/exams/roster/change_student.ts";
import { readRosterFile } from "../../../../server/exams/roster/read_roster.ts";
import { readRoster } from "../../../../server/exams/roster/roster_lines.ts";
import { createStores } from "../../../../server/store/stores.ts";
import { dyingAfter } from "../../../support/dying_kv.ts";
import { hallTest } from "../../../support/hall.ts";

const LINES = 25;

hallTest("[PE14] killed midway, a list's lines so far stay, and the same list adds the rest", async (hall) => {
  const { stores, services: { audit } } = hall;
  const { examId } = await hall.exam();
  const table = ["name;number", ...Array.from({ length: LINES }, (_, n) => `Student ${n};n-${n}`)].join("\n");
  const { rows } = readRosterFile(new TextEncoder().encode(table));
  const dying = { stores: createStores(dyingAfter(hall.kv, 2)), audit };
  await assert.rejects(applyRows(dying, examId, rows, SYSTEM), /killed/);
  const left = await readRoster(stores, examId);
  assert.ok(left.length > 0 && left.length < LINES);

  const { tokens } = await applyRows({ stores, audit }, examId, rows, SYSTEM);
  const isWritten = new Set(left.map(({ studentId }) => studentId));
  assert.equal(tokens.length, LINES - left.length);
  assert.ok(tokens.every(({ student_id }) => !isWritten.has(student_id)));
  assert.equal((await readRoster(stores, examId)).length, LINES);
  for (const { studentId } of left) {
    const { token } = await renewToken({ stores, audit }, { examId, studentId, actor: SYSTEM });
    assert.notEqual(await stores.roster.byToken(rosterHash(token)), null);
  }
});
