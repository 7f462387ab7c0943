import assert from "node:assert/strict";
import { ReviseExamBody } from "../../../protocol/exam_document.ts";
import type { Actor } from "../../../server/audit/audit_log.ts";
import { planRevision, reviseExam } from "../../../server/exams/revise_exam.ts";
import { readStatistics } from "../../../server/marking/read_statistics.ts";
import { revisionImpact } from "../../../server/marking/revision_impact.ts";
import { setMark } from "../../../server/marking/set_mark.ts";
import { Sheets } from "../../../server/marking/sheets.ts";
import { type Hall, hallTest, typed } from "../../support/hall.ts";
import { meter } from "../../support/kv_meter.ts";

const ATTEMPTS = 500;

/** Every how many answers are marked by hand, and choose wrongly. */
const BY_HAND = 10;
const WRONG = 2;

/** What one attempt may cost, however busy the machine is: reads, and ms. */
const MOST_READS = 12;
const MOST_MS = 30;

/** How long a student's batch may wait while an exam is regraded, ms. */
const MOST_WAIT_MS = 1_500;

const AMINA: Actor = { who: "amina", role: "instructor", from: null, requestId: null };

const choice = (correct: string) => ({
  ...{ id: "q2", type: "single_choice", text: "Which?", points: 2, correct },
  choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
});

const document = (correct: string, title = "Hall") => ({
  ...{ code: "HALL", title, duration_minutes: 60 },
  questions: [{ id: "q1", type: "essay", text: "Write." }, choice(correct)],
});

const body = (fields: object) => ReviseExamBody.parse({ revision: 1, document: fields });

/** Five hundred who have handed in; one in ten answers was marked by hand. */
async function sat(hall: Hall) {
  const exam = await hall.exam(document("a"));
  for (let n = 0; n < ATTEMPTS; n++) {
    const attempt = await hall.join(`Student ${n}`);
    const choices = [n % WRONG === 0 ? "b" : "a"];
    await hall.append(attempt, [{ t: 10, type: "answer_select", question: "q2", choices }]);
    await hall.end(attempt);
    if (n % BY_HAND !== 0) continue;
    const mark = { question: "q2", points: 1.5, comment: "", by: "amina", now: hall.now };
    await setMark(attempt, exam, hall.stores.privateReasons, mark);
  }
  return exam;
}

hallTest(
  "[OP66] five hundred attempts are regraded in bounded time and reads, and what people marked stays",
  async (first) => {
    const { examId } = await sat(first);
    const hall = await first.restarted();
    const { services } = hall;
    const late = await hall.join("Writes");
    const use = meter(hall.kv);
    const timed = async <Value>(work: () => Promise<Value>) => {
      const [reads, at] = [use.reads + use.listed, performance.now()];
      const value = await work();
      return { value, reads: use.reads + use.listed - reads, ms: performance.now() - at };
    };

    const { before, after } = await planRevision(services, examId, body(document("b")), AMINA);
    let [isOver, longest] = [false, 0];
    const writing = (async () => {
      for (let t = 1; !isOver; t++) {
        const begin = performance.now();
        await hall.append(late, [typed(t)]);
        longest = Math.max(longest, performance.now() - begin);
        await new Promise((resolve) => setTimeout(resolve));
      }
    })();
    const preview = await timed(() => revisionImpact(services.attempts, before, after));
    isOver = true;
    await writing;
    const { affected } = preview.value;
    // Of those whose answer a person marked nothing changes, whatever they chose.
    assert.deepEqual([affected.attempts, affected.under_way, affected.changes], [501, 1, ATTEMPTS * (1 - 1 / BY_HAND)]);
    assert.ok(preview.ms < ATTEMPTS * MOST_MS, `${preview.ms} ms`);
    assert.ok(preview.reads < ATTEMPTS * MOST_READS, `${preview.reads} reads`);
    assert.ok(longest < MOST_WAIT_MS, `a batch waited ${longest} ms`);

    const other = await planRevision(services, examId, body(document("a", "Another title")), AMINA);
    const words = await timed(() => revisionImpact(services.attempts, other.before, other.after));
    assert.equal(words.value.affected.changes, 0);
    assert.ok(words.reads < ATTEMPTS * 3 + 50, `${words.reads} reads where no key is another one`);

    const both = await Promise.allSettled(
      ["b", "b"].map((correct, n) => reviseExam(services, examId, body(document(correct, `Author ${n}`)), AMINA)),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    services.exams.forget(examId);
    const exam = await services.exams.require(examId);

    const sheets = new Sheets(services.attempts);
    const cold = await timed(() => readStatistics(services.attempts, exam, sheets));
    const warm = await timed(() => readStatistics(services.attempts, exam, sheets));
    assert.deepEqual(warm.value, cold.value);
    const byHand = ATTEMPTS / BY_HAND;
    // By hand 1.5 of 2 each; of the others half chose b, which is right now, but for those of them that were marked by hand.
    const right = ATTEMPTS / WRONG - byHand;
    const points = (right * 2 + byHand * 1.5) / ATTEMPTS;
    assert.ok(Math.abs((warm.value.items[1].difficulty ?? 0) - points / 2) < 1e-9);
    assert.ok(cold.reads < ATTEMPTS * MOST_READS && cold.ms < ATTEMPTS * MOST_MS, `${cold.reads} reads, ${cold.ms} ms`);
    assert.ok(warm.reads < ATTEMPTS * 3 + 50, `${warm.reads} reads once they are known`);
    if (Deno.env.get("REGRADE_COST") !== undefined) {
      const told = { preview, words, cold, warm };
      for (const [name, { reads, ms }] of Object.entries(told)) console.log(name, reads, Math.round(ms));
      console.log("longest wait", Math.round(longest));
    }
  },
);
