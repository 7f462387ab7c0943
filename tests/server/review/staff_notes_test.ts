import assert from "node:assert/strict";
import { MAX_STAFF_NOTES } from "../../../protocol/limits.ts";
import { toldNotes } from "../../../server/review/attempt_review.ts";
import { writeNote } from "../../../server/review/write_note.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { exportedLines, lineOf, verifyLines } from "../../support/forged_export.ts";
import { type Hall, hallTest, refusalOf, typed } from "../../support/hall.ts";

const note = (hall: Hall, attempt: LiveAttempt, text: string) =>
  writeNote(attempt, hall.stores.privateReasons, { text, by: "amina", now: hall.now }, []);

const told = async (hall: Hall, { attemptId }: LiveAttempt) =>
  (await toldNotes(hall.stores.privateReasons, await hall.services.attempts.view(attemptId)))
    .map(({ by, text }) => [by, text]);

hallTest("[DK56] a note is an entry of the log by its salted hash, also after a restart", async (hall) => {
  const exam = await hall.exam();
  const attempt = await hall.join("Ada");
  await hall.append(attempt, [typed(10, "An essay.")]);
  const before = attempt.folded.report;
  await note(hall, attempt, "She may leave early.");
  await hall.end(attempt);
  await note(hall, attempt, "She left early.");
  const expected = [["amina", "She may leave early."], ["amina", "She left early."]];
  assert.deepEqual(await told(hall, attempt), expected);
  assert.deepEqual([attempt.folded.report, attempt.head.notes], [before, 2]);
  const next = await hall.restarted();
  assert.deepEqual(await told(next, attempt), expected);

  const lines = await exportedLines(hall, exam);
  assert.equal((await verifyLines(lines)).misfit, null);
  assert.ok(!lines.some((line) => line.includes("leave early")), "words and salt stay in the house");
  const first = lineOf(lines, '"kind":"noted"');
  for (const [from, to] of [['"by":"amina"', '"by":"student"'], ['"by":"amina"', '"by":"system"']]) {
    const { misfit } = await verifyLines(lines.with(first - 1, lines[first - 1].replace(from, to)));
    assert.match(misfit?.what ?? "nothing", /a note is not a person's of the staff/);
  }
});

hallTest(
  "[DK56] once a note's words are removed the chain still fits; an attempt takes a bounded number",
  async (hall) => {
    const exam = await hall.exam();
    const attempt = await hall.join("Ada");
    for (let count = 0; count < MAX_STAFF_NOTES; count++) await note(hall, attempt, `Note ${count}`);
    assert.equal(await refusalOf(note(hall, attempt, "One more")), "conflict");
    await hall.stores.privateReasons.removeAll(attempt.attemptId);
    assert.deepEqual((await told(hall, attempt))[0], ["amina", null]);
    assert.equal((await verifyLines(await exportedLines(hall, exam))).misfit, null);
  },
);
