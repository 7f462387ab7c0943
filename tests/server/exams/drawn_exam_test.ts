import assert from "node:assert/strict";
import { ExamDocument } from "../../../protocol/exam_document.ts";
import { paperQuestion } from "../../../protocol/items/registry.ts";
import { drawnExam, wholeDocument } from "../../../server/exams/drawn_exam.ts";
import { paperOf } from "../../../server/exams/paper.ts";
import { examMarks } from "../../../server/marking/exam_marks.ts";
import { readStatistics } from "../../../server/marking/read_statistics.ts";
import { removeEvents } from "../../../server/retention/remove_attempt.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { exportedLines, verifyLines } from "../../support/forged_export.ts";
import { type Hall, hallTest } from "../../support/hall.ts";

const CHOICES = ["a", "b", "c", "d", "e", "f"].map((id) => ({ id, text: id.toUpperCase() }));

function choice(id: string, fields: Record<string, unknown> = {}) {
  return { id, type: "single_choice", text: `Which ${id}?`, choices: CHOICES, correct: "a", points: 2, ...fields };
}

const QUESTIONS = [
  ...Array.from({ length: 6 }, (_, n) => choice(`p${n}`, { pool: "easy" })),
  ...Array.from({ length: 6 }, (_, n) => choice(`q${n}`)),
];

const DRAWN = { questions: QUESTIONS, pools: [{ id: "easy", take: 3 }], shuffle: { questions: true, choices: true } };

const papers = async (hall: Hall, count: number) => {
  const joined = [];
  for (let n = 0; n < count; n++) joined.push(await hall.join(`Student ${n}`));
  return joined;
};

hallTest("[OP72] each attempt is drawn as many questions as a pool says, and has an order of its own", async (hall) => {
  await hall.exam(DRAWN);
  const attempts = await papers(hall, 40);
  const orders = new Set<string>();
  const drawn = new Set<string>();
  for (const { exam } of attempts) {
    const { questions } = paperOf(exam);
    const ids = questions.map(({ id }) => id);
    assert.deepEqual(questions, exam.document.questions.map(paperQuestion));
    const ofPool = ids.filter((id) => id.startsWith("p"));
    assert.deepEqual([ids.length, ofPool.length, new Set(ids).size], [9, 3, 9]);
    assert.ok(questions.every((question) => "choices" in question && question.choices.length === 6));
    orders.add(ids.join());
    ofPool.forEach((id) => drawn.add(id));
  }
  assert.equal(orders.size, 40);
  assert.equal(drawn.size, 6);
  const firstChoices = new Set(attempts.map(({ exam: { document: { questions: [first] } } }) => {
    return "choices" in first ? first.choices[0].id : "";
  }));
  assert.ok(firstChoices.size > 3);
});

hallTest(
  "[OP72] the paper is the same after a restart, marks and maximum are of it, and the log is bound to it",
  async (hall) => {
    const exam = await hall.exam(DRAWN);
    const [first, ...others] = await papers(hall, 4);
    const before = paperOf(first.exam);
    const own = before.questions[0].id;
    const foreign = QUESTIONS.find(({ id }) => !before.questions.some((question) => question.id === id))?.id ?? "";
    await hall.append(
      first,
      [own, foreign].map((question, index) => {
        return { t: 10 + index, type: "answer_select", question, choices: ["a"] } as const;
      }),
    );
    const restarted = await hall.restarted();
    const { attempts } = restarted.services;
    const view = await attempts.view(first.attemptId);
    assert.deepEqual(paperOf(view.exam), before);
    assert.deepEqual(Object.keys(view.folded.sheet.toAnswers()), [own]);
    const taken = await attempts.open(first.attemptId);
    await restarted.end(taken);
    for (const { attemptId } of others) await restarted.end(await attempts.open(attemptId));
    const { max, attempts: lines } = await examMarks(attempts, exam);
    assert.deepEqual([max, lines.map(({ total, complete, marks }) => [total, complete, Object.keys(marks).length])], [
      18,
      [
        [2, true, 9],
        [0, true, 9],
        [0, true, 9],
        [0, true, 9],
      ],
    ]);
    const { items, n } = await readStatistics(attempts, exam);
    assert.deepEqual([n, items.reduce((sum, item) => sum + item.n, 0)], [4, 36]);
    const line = restarted.services.audit.line({ ...SYSTEM, what: "remove" });
    await removeEvents(attempts, others[0].attemptId, { cause: "retention", now: hall.now, fence: null, line });
    assert.equal((await verifyLines(await exportedLines(restarted, exam))).misfit, null);
    await attempts.drained();
  },
);

Deno.test("[OP72] what is drawn is a function of the document and the attempt's id, and nothing where nothing is to be drawn", () => {
  const document = ExamDocument.parse({ code: "DRAWN", title: "T", duration_minutes: 5, ...DRAWN });
  const exam = { examId: "exam", state: "published" as const, createdAt: 0, closedAt: null, document };
  const again = structuredClone(exam);
  const one = drawnExam(exam, "one");
  assert.deepEqual(one.document, drawnExam(again, "one").document);
  assert.notDeepEqual(one.document.questions, drawnExam(exam, "two").document.questions);
  assert.equal(wholeDocument(one.document), document);
  const { pools: _, shuffle: __, ...plain } = document;
  const fixed = { ...exam, document: plain };
  assert.equal(drawnExam(fixed, "one"), fixed);
});

Deno.test("[OP73] a pool that cannot be drawn from is refused with its field", () => {
  const path = (fields: Record<string, unknown>) => {
    const parsed = ExamDocument.safeParse({ code: "DRAWN", title: "T", duration_minutes: 5, ...DRAWN, ...fields });
    return parsed.error?.issues[0].path.join(".");
  };
  assert.equal(path({}), undefined);
  assert.equal(path({ pools: [{ id: "easy", take: 7 }] }), "pools.0.take");
  assert.equal(path({ pools: [] }), "questions.0.pool");
  assert.equal(path({ pools: [...DRAWN.pools, ...DRAWN.pools] }), "pools.1.id");
  assert.equal(path({ questions: [...QUESTIONS, choice("p9", { pool: "easy", points: 1 })] }), "questions.12.points");
});
