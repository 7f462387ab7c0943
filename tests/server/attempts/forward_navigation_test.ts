import assert from "node:assert/strict";
import fc from "fast-check";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { createFold } from "../../../server/attempts/attempt_fold.ts";
import { placesOf } from "../../../server/attempts/forward_path.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { foldLog, questionIds } from "../../../server/attempts/load_attempt.ts";
import { answersAt } from "../../../server/marking/answers_at.ts";
import { applyLateWork } from "../../../server/review/apply_late_work.ts";
import { takeLateWork } from "../../../server/review/late_work.ts";
import { submitAttempt } from "../../../server/room/submit_attempt.ts";
import { exportedLines, verifyLines } from "../../support/forged_export.ts";
import { Hall, hallTest } from "../../support/hall.ts";

const IDS = ["q1", "q2", "q3", "q4"];
const FORWARD = { navigation: "forward", questions: IDS.map((id) => ({ id, type: "essay", text: `Write ${id}.` })) };

const view = (question: string, t: number): CapturedEvent => ({ type: "question_view", question, t });
const write = (question: string, inserted: string, t: number, at = 0): CapturedEvent => {
  return { type: "answer_edit", question, at, removed: 0, inserted, t };
};
const answersOf = ({ folded }: Pick<LiveAttempt, "folded">) => folded.sheet.toAnswers();

async function send(hall: Hall, attempt: LiveAttempt, ...events: CapturedEvent[]) {
  hall.now = attempt.record.startedAt + (events.at(-1)?.t ?? 0) + 100;
  return await attempt.append({ seq: attempt.head.lastSeq + 1, sentAt: hall.now, events }, hall.now);
}

/** The attempt's log, folded from its first entry on. */
async function replayed(hall: Hall, { attemptId, exam, head }: LiveAttempt) {
  const folded = createFold(questionIds(exam), placesOf(exam));
  const { attempts } = hall.services;
  await foldLog(folded, attempts.log, attempts.contexts, attemptId, head.n);
  return { folded };
}

const standing = (
  { folded }: Pick<LiveAttempt, "folded">,
) => [answersOf({ folded }), folded.kept, folded.path.furthest];

hallTest(
  "[OP80] forward only: what is written to a question that was left is kept and changes no answer",
  async (hall) => {
    await hall.exam(FORWARD);
    const attempt = await hall.join();
    await send(hall, attempt, view("q1", 10), write("q1", "one", 1_000));
    const outcome = await send(
      hall,
      attempt,
      write("q1", "!", 2_000, 3),
      view("q2", 3_000),
      write("q2", "two", 4_000),
      view("q1", 5_000),
      write("q1", "?", 6_000, 4),
      write("q2", "!", 7_000, 3),
    );
    assert.deepEqual(answersOf(attempt), { q1: "one!", q2: "two!" });
    assert.deepEqual(outcome, { kind: "ack", seq: 2, answers: { seq: 2, answers: { q1: "one!" } } });
    assert.deepEqual(attempt.folded.kept, { edits: 1, characters: 1, from: 6_000, to: 6_000 });
    const restarted = await hall.restarted();
    const again = await restarted.services.attempts.open(attempt.attemptId);
    await send(restarted, again, write("q1", "late", 8_000), view("q4", 9_000), write("q3", "skipped", 9_500));
    assert.deepEqual(answersOf(again), { q1: "one!", q2: "two!" }, "also after a restart, and what was passed over");
    assert.deepEqual(standing(await replayed(restarted, again)), standing(again));
    assert.deepEqual(await answersAt(restarted.services.attempts, again, Infinity), answersOf(again));
    await restarted.services.attempts.drained();
  },
);

hallTest("[OP80] whoever says nothing of what is in view goes forward by what they answer", async (hall) => {
  await hall.exam(FORWARD);
  const attempt = await hall.join();
  await send(hall, attempt, write("q2", "two", 1), write("q1", "one", 2));
  await send(hall, attempt, { type: "answer_select", question: "q3", choices: ["c"], t: 3 }, write("q2", "no", 4));
  assert.deepEqual([answersOf(attempt), attempt.folded.path.furthest], [{ q2: "two", q3: ["c"] }, "q3"]);
  await submitAttempt(attempt, { q1: "other", q2: "two", q4: "four" }, hall.now);
  assert.deepEqual([answersOf(attempt), attempt.folded.path.furthest], [{ q2: "two", q3: ["c"], q4: "four" }, "q4"]);
  assert.deepEqual(standing(await replayed(hall, attempt)), standing(attempt));
  const blank = await hall.join("Grace");
  await send(hall, blank, view("q1", 1));
  await submitAttempt(blank, { q1: "one", q4: "" }, hall.now);
  assert.equal(blank.folded.path.furthest, "q1", "an answer that says nothing leads nowhere");
});

hallTest("[OP80] where navigation is free, a question that was left can be changed", async (hall) => {
  await hall.exam({ ...FORWARD, navigation: "free" });
  const attempt = await hall.join();
  await send(hall, attempt, view("q1", 1), view("q2", 2), view("q1", 3), write("q1", "back", 4));
  assert.deepEqual([answersOf(attempt), attempt.folded.path.furthest], [{ q1: "back" }, null]);
});

hallTest("[OP80] the order is the attempt's own, where questions are shuffled", async (hall) => {
  await hall.exam({ ...FORWARD, shuffle: { questions: true } });
  for (let n = 0; n < 5; n++) {
    const attempt = await hall.join(`Student ${n}`);
    const [first, second, third] = attempt.exam.document.questions.map(({ id }) => id);
    await send(hall, attempt, view(first, 1), view(second, 2), write(first, "no", 3), write(second, "yes", 4));
    await send(hall, attempt, view(third, 5), write(second, "no", 6), write(third, "yes", 7));
    assert.deepEqual(answersOf(attempt), { [second]: "yes", [third]: "yes" });
  }
});

hallTest("[OP80] answers given with a submission reach no question that was left; they are kept", async (hall) => {
  const exam = await hall.exam(FORWARD);
  const attempt = await hall.join();
  await send(hall, attempt, view("q1", 1), write("q1", "one", 2), view("q2", 3));
  await submitAttempt(attempt, { q1: "other", q2: "two", q3: "three" }, hall.now);
  assert.deepEqual(answersOf(attempt), { q1: "one", q2: "two", q3: "three" });
  assert.deepEqual(attempt.folded.actions.map(({ kind, applied }) => [kind, applied]), [
    ["started", undefined],
    ["answered", false],
    ["answered", undefined],
    ["ended", undefined],
  ]);
  const honest = await hall.join("Grace");
  await send(hall, honest, view("q1", 1), write("q1", "one", 2), view("q2", 3));
  await submitAttempt(honest, { q1: "one", q2: "two" }, hall.now);
  assert.deepEqual([answersOf(honest), honest.folded.kept], [{ q1: "one", q2: "two" }, null]);
  assert.deepEqual(standing(await replayed(hall, attempt)), standing(attempt));
  assert.equal((await verifyLines(await exportedLines(hall, exam))).misfit, null);
});

hallTest("[OP80] late work counts for the questions that were not left by then", async (hall) => {
  await hall.exam(FORWARD);
  const attempt = await hall.join();
  await send(hall, attempt, view("q1", 1), write("q1", "one", 2), view("q2", 3));
  hall.now = attempt.head.deadline;
  await hall.end(attempt, "deadline");
  hall.now += 30 * 60_000;
  const events = [
    write("q1", "no", 10_000),
    write("q2", "two", 11_000),
    view("q3", 12_000),
    write("q2", "no", 13_000),
    write("q3", "three", 14_000),
  ];
  const by = { by: "amina", now: hall.now, reason: "The Wi-Fi was down." };
  const line = hall.services.audit.line({ ...SYSTEM, what: "take_late_work" });
  const { attempts } = hall.services;
  const work = { attempt_id: attempt.attemptId, batches: [{ seq: 2, sentAt: 7, events }], last_hash: null };
  await takeLateWork(attempts, work, by, line);
  assert.deepEqual(answersOf(attempt), { q1: "one" });
  await applyLateWork(attempts, attempt.attemptId, by, line);
  assert.deepEqual(answersOf(attempt), { q1: "one", q2: "two", q3: "three" });
});

/** What a client may send: views and edits in any order, also of what the exam does not have. */
const anyMove = fc.record({
  kind: fc.constantFrom("view", "write", "choose"),
  question: fc.constantFrom(...IDS, "nowhere", "q1.gap"),
  ms: fc.integer({ min: 0, max: 500 }),
});

Deno.test("[OP81] forward only: live, loaded, replayed and by the rule of one sentence are the same", async () => {
  const hall = await Hall.open();
  try {
    await hall.exam(FORWARD);
    let names = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyMove, { minLength: 1, maxLength: 8 }), { maxLength: 8 }),
        async (batches) => {
          const attempt = await hall.join(`Student ${names++}`);
          const expected = new Map<string, string | string[]>();
          let [t, furthest, count] = [0, -1, 0];
          for (const moves of batches) {
            const events = moves.map(({ kind, question, ms }): CapturedEvent => {
              t += ms;
              const place = IDS.indexOf(question.split(".")[0]);
              if (kind === "view") {
                if (IDS.includes(question)) furthest = Math.max(furthest, place);
                return view(question, t);
              }
              const isTaken = IDS.includes(question) && place >= furthest;
              furthest = Math.max(furthest, place);
              const choices = [`c${count++}`];
              if (kind === "choose") {
                if (isTaken) expected.set(question, choices);
                return { type: "answer_select", question, choices, t };
              }
              const before = expected.get(question);
              if (isTaken) expected.set(question, `${count}${typeof before === "string" ? before : ""}`);
              return write(question, `${count}`, t);
            });
            await send(hall, attempt, ...events);
          }
          assert.deepEqual(answersOf(attempt), Object.fromEntries(expected));
          assert.deepEqual(standing(await replayed(hall, attempt)), standing(attempt));
          const loaded = await (await hall.restarted()).services.attempts.view(attempt.attemptId);
          assert.deepEqual(standing(loaded), standing(attempt));
          assert.deepEqual(await answersAt(hall.services.attempts, attempt, Infinity), answersOf(attempt));
        },
      ),
      { numRuns: 25 },
    );
    await hall.services.attempts.drained();
  } finally {
    hall.kv.close();
  }
});
