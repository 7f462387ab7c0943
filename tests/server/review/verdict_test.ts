import assert from "node:assert/strict";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { end, resume } from "../../../server/attempts/interventions.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { examMarks } from "../../../server/marking/exam_marks.ts";
import { removeEvents } from "../../../server/retention/remove_attempt.ts";
import { attemptReview } from "../../../server/review/attempt_review.ts";
import { raiseFlag } from "../../../server/review/flags.ts";
import { giveVerdict, type NewVerdict } from "../../../server/review/give_verdict.ts";
import { makeStatement } from "../../../server/review/make_statement.ts";
import { reviewQueue } from "../../../server/review/review_queue.ts";
import type { Exam } from "../../../server/store/exam_store.ts";
import { exportedLines, lineOf, verifyLines } from "../../support/forged_export.ts";
import { type Hall, hallTest, refusalOf, typed } from "../../support/hall.ts";

async function sat(hall: Hall, policy: Record<string, unknown> = {}) {
  const exam = await hall.exam({ policy });
  const attempt = await hall.join("Ada");
  await hall.append(attempt, [typed(10, "An essay.")]);
  await hall.end(attempt);
  return { exam, attempt };
}

const judge = (hall: Hall, attempt: LiveAttempt, given: Partial<NewVerdict>) =>
  giveVerdict(attempt, hall.stores, {
    verdict: "satisfactory",
    reasons: [],
    note: "",
    by: "amina",
    now: hall.now,
    ...given,
  });

const state = (hall: Hall, exam: Exam, attempt: LiveAttempt, text: string, t?: number) =>
  makeStatement(attempt, exam, hall.stores.privateReasons, { text, t, now: hall.now });

const reviewOf = async (hall: Hall, exam: Exam, { attemptId }: LiveAttempt) =>
  await attemptReview(hall.stores.privateReasons, await hall.services.attempts.view(attemptId), exam);

const flagged = (hall: Hall, attempt: LiveAttempt) =>
  raiseFlag(attempt, hall.stores.flags, { t: 10, at: hall.now, by: "amina", note: "Look here." });

hallTest(
  "[RV2] each verdict is an entry of the log, none is overwritten, and the newest counts, also after a restart",
  async (hall) => {
    const { exam, attempt } = await sat(hall);
    const { flag_id } = await flagged(hall, attempt);
    const before = attempt.folded.report;
    await judge(hall, attempt, { verdict: "violation", reasons: [flag_id, "external_text"], note: "Whole sentences." });
    await judge(hall, attempt, { verdict: "violation", reasons: ["external_text", flag_id], note: "Whole sentences." });
    await judge(hall, attempt, { verdict: "not_reviewed", by: "bea" });
    const expected = [["violation", "amina", "Whole sentences."], ["not_reviewed", "bea", ""]];
    const told = async (at: Hall) =>
      (await reviewOf(at, exam, attempt)).verdicts.map(({ verdict, by, note }) => [verdict, by, note]);
    assert.deepEqual(await told(hall), expected);
    assert.deepEqual(attempt.folded.report, before);
    const next = await hall.restarted();
    assert.deepEqual(await told(next), expected);
    await hall.stores.snapshots.remove(attempt.attemptId);
    const third = await next.restarted();
    assert.deepEqual(await told(third), expected);
    assert.equal((await examMarks(third.services.attempts, exam)).attempts[0].verdict, "not_reviewed");
  },
);

hallTest(
  "[RV3] a verdict under way, on no evidence, or on a reason that nobody knows is refused, and nothing is written",
  async (hall) => {
    const { attempt } = await sat(hall);
    const other = await hall.join("Bo");
    const { flag_id } = await flagged(hall, other);
    const { n } = attempt.head;
    assert.equal(await refusalOf(judge(hall, other, {})), "wrong_state");
    for (const reasons of [["constructor"], ["no_such_thing"], [flag_id]]) {
      assert.equal(await refusalOf(judge(hall, attempt, { verdict: "suspicious", reasons })), "invalid");
    }
    for (const verdict of ["suspicious", "violation"] as const) {
      assert.equal(await refusalOf(judge(hall, attempt, { verdict })), "invalid");
    }
    assert.equal(attempt.head.n, n);
  },
);

hallTest("[RV4] who has not seen another person's verdict does not put it aside", async (hall) => {
  const { attempt } = await sat(hall);
  await judge(hall, attempt, { by: "bea", note: "Fine." });
  assert.equal(await refusalOf(judge(hall, attempt, { verdict: "suspicious", note: "Odd.", seen: 0 })), "conflict");
  await judge(hall, attempt, { by: "bea", verdict: "suspicious", note: "Odd.", seen: 0 });
  await judge(hall, attempt, { verdict: "satisfactory", seen: 2 });
  assert.equal(attempt.folded.verdicts.length, 3);
});

hallTest(
  "[RV5] where the policy asks for two people a violation counts once another person has confirmed it",
  async (hall) => {
    const { exam, attempt } = await sat(hall, { review: { second_person: true } });
    const standing = async () => {
      const [{ state, verdict, proposed_by }] = await reviewQueue(hall.stores, exam);
      const { attempts: [marks] } = await examMarks(hall.services.attempts, exam);
      assert.equal(marks.verdict, verdict);
      return [state, verdict, proposed_by];
    };
    const grave = { verdict: "violation" as const, reasons: ["external_text"] };
    assert.deepEqual(await standing(), ["to_review", null, null]);
    await judge(hall, attempt, grave);
    assert.deepEqual(await standing(), ["second", null, "amina"]);
    await judge(hall, attempt, { ...grave, note: "Once more." });
    assert.deepEqual(await standing(), ["second", null, "amina"], "the same person is not two");
    await judge(hall, attempt, { ...grave, by: "bea" });
    assert.deepEqual(await standing(), ["done", "violation", null]);
    await judge(hall, attempt, { by: "bea" });
    assert.deepEqual(await standing(), ["done", "satisfactory", null], "undone by one person's further verdict");
    await judge(hall, attempt, { ...grave, by: "bea" });
    assert.deepEqual(await standing(), ["second", "satisfactory", "bea"], "what was said before counts until then");
  },
);

hallTest("[RV6] note and statement stand in the chain by their salted hashes alone", async (hall) => {
  const { exam, attempt } = await sat(hall);
  await judge(hall, attempt, { verdict: "suspicious", note: "Ask about the third paragraph." });
  await state(hall, exam, attempt, "My sister came in.", 5_000);
  const lines = await exportedLines(hall, exam);
  assert.ok(lines.every((line) => !line.includes("third paragraph") && !line.includes("My sister")));
  assert.equal((await verifyLines(lines)).misfit, null);
  const { statements } = await reviewOf(hall, exam, attempt);
  assert.deepEqual(statements, [{ at: hall.now, t: 5_000, text: "My sister came in." }]);
});

hallTest("[RV7] an export with verdicts is whole, and one that was changed is named by its line", async (hall) => {
  const { exam, attempt } = await sat(hall);
  const { flag_id } = await flagged(hall, attempt);
  await judge(hall, attempt, { verdict: "violation", reasons: [flag_id, "external_text"], note: "See the log." });
  await state(hall, exam, attempt, "I dictated it.");
  await judge(hall, attempt, { verdict: "satisfactory", by: "bea" });
  const lines = await exportedLines(hall, exam);
  assert.equal((await verifyLines(lines)).misfit, null);
  const first = lineOf(lines, '"kind":"verdict_given"');
  const statement = lineOf(lines, '"kind":"stated"');
  const last = statement + 1;
  const changed = (line: number, from: string, to: string) => {
    assert.ok(lines[line - 1].includes(from));
    return lines.with(line - 1, lines[line - 1].replace(from, to));
  };
  for (
    const [forged, line, said] of [
      [changed(first, '"verdict":"violation"', '"verdict":"satisfactory"'), statement, /entry before/],
      [changed(first, "external_text", "external_tekst"), first, /neither a flag nor a contribution/],
      [changed(first, flag_id, "another-flag"), first, /neither a flag nor a contribution/],
      [changed(first, '"by":"amina"', '"by":"system"'), first, /not a person's of the staff/],
      [changed(statement, '"by":"student"', '"by":"amina"'), statement, /not the student's/],
      [
        changed(last, '"verdict":"satisfactory"', '"verdict":"violation"'),
        lineOf(lines, '"kind":"head"'),
        /hash of the last entry/,
      ],
      [lines.toSpliced(first - 1, 1), first, /stands where/],
    ] as const
  ) {
    const { misfit } = await verifyLines(forged);
    assert.match(misfit?.what ?? "nothing", said);
    assert.equal(misfit?.line, line);
  }
});

hallTest(
  "[RV8] when events are removed verdicts stay without their notes, and nothing more is decided",
  async (hall) => {
    const { exam, attempt } = await sat(hall);
    await judge(hall, attempt, { verdict: "suspicious", reasons: ["away"], note: "Long away." });
    await state(hall, exam, attempt, "I was ill.");
    const { attemptId } = attempt;
    const line = hall.services.audit.line({ ...SYSTEM, what: "remove" });
    await removeEvents(hall.services.attempts, attemptId, { cause: "retention", now: hall.now, fence: null, line });
    const { verdicts, statements, state: stands } = await reviewOf(hall, exam, attempt);
    assert.deepEqual(verdicts, [{ at: hall.now, by: "amina", verdict: "suspicious", reasons: ["away"], note: "" }]);
    assert.deepEqual([statements, stands], [[{ at: hall.now, t: null, text: null }], "done"]);
    const reopened = await hall.services.attempts.open(attemptId);
    assert.equal(await refusalOf(judge(hall, reopened, {})), "wrong_state");
    assert.equal(await refusalOf(state(hall, exam, reopened, "More.")), "wrong_state");
    assert.equal((await verifyLines(await exportedLines(hall, exam))).misfit, null);
  },
);

hallTest(
  "[RV9] a student may state something while under way and after the end, as often as the limit says",
  async (hall) => {
    const exam = await hall.exam();
    const attempt = await hall.join("Ada");
    await state(hall, exam, attempt, "It is loud here.");
    await attempt.intervene(end({ by: "student", now: hall.now, reason: null }, "student"));
    for (let n = 2; n <= 20; n++) await state(hall, exam, attempt, `Word ${n}`);
    assert.equal(await refusalOf(state(hall, exam, attempt, "One more.")), "conflict");
    assert.equal(attempt.head.review?.statements, 20);
    assert.equal(
      await refusalOf(attempt.intervene(resume({ by: "amina", now: hall.now, reason: null }))),
      "wrong_state",
    );
    const closed = {
      ...exam,
      document: { ...exam.document, policy: { ...exam.document.policy, review: { statements: false } } },
    };
    assert.equal(await refusalOf(state(hall, closed, attempt, "One more.")), "forbidden");
  },
);
