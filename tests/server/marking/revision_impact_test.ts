import assert from "node:assert/strict";
import { ReviseExamBody } from "../../../protocol/exam_document.ts";
import type { Actor } from "../../../server/audit/audit_log.ts";
import { planRevision, reviseExam } from "../../../server/exams/revise_exam.ts";
import { examMarks } from "../../../server/marking/exam_marks.ts";
import { keyHistory } from "../../../server/marking/key_history.ts";
import { revisionImpact } from "../../../server/marking/revision_impact.ts";
import { setMark } from "../../../server/marking/set_mark.ts";
import { type Exam, revisionOf } from "../../../server/store/exam_store.ts";
import { type Hall, hallTest } from "../../support/hall.ts";

const ESSAY = { id: "q1", type: "essay", text: "Write.", points: 5 } as const;
const CHOICE = {
  id: "q2",
  type: "single_choice",
  text: "Which?",
  points: 2,
  choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
  correct: "a",
} as const;

const AMINA: Actor = { who: "amina", role: "instructor", from: null, requestId: null };

/** Two who have handed in, with the wrong answer and the right one, and one who is under way. */
async function satExam(hall: Hall): Promise<Exam> {
  const exam = await hall.exam({ questions: [ESSAY, CHOICE] });
  for (const [name, choice] of [["Bo", "b"], ["Ada", "a"], ["Cy", "b"]]) {
    const attempt = await hall.join(name);
    await hall.append(attempt, [{ t: 10, type: "answer_select", question: "q2", choices: [choice] }]);
    if (name !== "Cy") await hall.end(attempt);
  }
  return exam;
}

async function bodyFor(hall: Hall, { examId }: Exam, fields: Record<string, unknown>): Promise<ReviseExamBody> {
  const stored = await hall.stores.exams.get(examId);
  assert.ok(stored);
  const { roster: _, staff: __, ...document } = stored.value.document;
  return ReviseExamBody.parse({ revision: revisionOf(stored.value), document: { ...document, ...fields } });
}

async function revise(hall: Hall, exam: Exam, fields: Record<string, unknown>) {
  const change = await reviseExam(hall.services, exam.examId, await bodyFor(hall, exam, fields), AMINA);
  hall.services.exams.forget(exam.examId);
  return { ...change, ...await revisionImpact(hall.services.attempts, change.before, change.after) };
}

const idOf = async ({ stores }: Hall, { examId }: Exam, name: string) => {
  const ids = await Array.fromAsync(stores.examAttempts.list(examId));
  const found = (await stores.attempts.getMany(ids)).find(({ record }) => record.student.name === name);
  assert.ok(found);
  return found.record.attemptId;
};

hallTest(
  "[OP66] whom a changed key affects is told before, changes nothing then, and is so afterwards",
  async (hall) => {
    const exam = await satExam(hall);
    const body = await bodyFor(hall, exam, { questions: [ESSAY, { ...CHOICE, correct: "b" }] });
    const { before, after } = await planRevision(hall.services, exam.examId, body, AMINA);
    const told = await revisionImpact(hall.services.attempts, before, after);
    assert.deepEqual((await hall.stores.exams.get(exam.examId))?.value, exam);
    const [ada, bo] = [await idOf(hall, exam, "Ada"), await idOf(hall, exam, "Bo")];
    assert.deepEqual(told, {
      affected: {
        attempts: 3,
        under_way: 1,
        changes: 2,
        marks: [
          { attempt_id: ada, name: "Ada", question: "q2", before: 2, after: 0 },
          { attempt_id: bo, name: "Bo", question: "q2", before: 0, after: 2 },
        ],
        above: [],
      },
      kept: [],
    });
    const { after: revised, affected } = await revise(hall, exam, { questions: [ESSAY, { ...CHOICE, correct: "b" }] });
    assert.deepEqual(affected, told.affected);
    const { attempts } = await examMarks(hall.services.attempts, revised);
    assert.deepEqual(attempts.map(({ name, total }) => [name, total]), [["Ada", 0], ["Bo", 2], ["Cy", 2]]);
  },
);

hallTest("[OP67] marks of people stay, and those above lowered points are named", async (hall) => {
  const exam = await satExam(hall);
  const attempt = await hall.services.attempts.open(await idOf(hall, exam, "Ada"));
  const mark = { comment: "", by: "amina", now: hall.now };
  await setMark(attempt, exam, hall.stores.privateReasons, { ...mark, question: "q1", points: 5 });
  await setMark(attempt, exam, hall.stores.privateReasons, { ...mark, question: "q2", points: 1 });
  const lowered = [{ ...ESSAY, points: 3 }, { ...CHOICE, correct: "b" }];
  const { affected, after } = await revise(hall, exam, { questions: lowered });
  assert.deepEqual(affected.above, [
    { attempt_id: attempt.attemptId, name: "Ada", question: "q1", points: 5, max: 3 },
  ]);
  assert.deepEqual(affected.marks.map(({ name }) => name), ["Bo"]);
  const { attempts: [ada] } = await examMarks(hall.services.attempts, after);
  assert.deepEqual([ada.name, ada.marks.q1.points, ada.marks.q2.points], ["Ada", 5, 1]);
});

hallTest("[OP66] what attempts keep is named by its path, and what concerns none of them is not", async (hall) => {
  const exam = await satExam(hall);
  const { document } = exam;
  const none = await revise(hall, exam, { code: "OTHER", capacity: 9, retention: { events_days: 1, reports_days: 2 } });
  assert.deepEqual(none.kept, []);
  const some = await revise(hall, exam, {
    title: "Other",
    duration_minutes: 9,
    policy: { ...document.policy, grace_minutes: 2 },
    questions: [
      { id: "q3", type: "essay", text: "New." },
      { ...ESSAY, text: "Otherwise.", guidance: "Look." },
      { ...CHOICE, choices: [...CHOICE.choices, { id: "c", text: "C" }] },
    ],
  });
  assert.deepEqual(some.kept, [
    "document.title",
    "document.duration_minutes",
    "document.policy.grace_minutes",
    "document.questions",
    "document.questions.1.text",
    "document.questions.2.choices",
  ]);
  const fresh = await hall.exam({ code: "FRESH" });
  assert.deepEqual((await revise(hall, fresh, { title: "Other" })).kept, []);
});

hallTest("[OP68] what keys gave is told with who changed them, when, and the points before and after", async (hall) => {
  const exam = await satExam(hall);
  const ada = await idOf(hall, exam, "Ada");
  const history = async () => {
    const newest = await hall.services.exams.get(exam.examId);
    assert.ok(newest);
    return await keyHistory(hall.stores, await hall.services.attempts.view(ada), newest);
  };
  assert.deepEqual(await history(), {});
  const made = hall.now;
  hall.now += 1_000;
  await revise(hall, exam, { title: "Other" });
  assert.deepEqual(await history(), {});
  hall.now += 1_000;
  await revise(hall, exam, { questions: [ESSAY, { ...CHOICE, correct: "b" }] });
  hall.now += 1_000;
  await revise(hall, exam, { questions: [ESSAY, { ...CHOICE, points: 4 }] });
  assert.deepEqual(await history(), {
    q2: [
      { revision: 1, by: null, at: made, points: 2, max: 2 },
      { revision: 3, by: "amina", at: made + 2_000, points: 0, max: 2 },
      { revision: 4, by: "amina", at: made + 3_000, points: 4, max: 4 },
    ],
  });
});

hallTest("[OP83] where answers are marked without names, a change names nobody", async (hall) => {
  const exam = await satExam(hall);
  const { policy } = exam.document;
  const body = await bodyFor(hall, exam, {
    questions: [ESSAY, { ...CHOICE, correct: "b" }],
    policy: { ...policy, marking: { anonymous: true } },
  });
  const { before, after } = await planRevision(hall.services, exam.examId, body, AMINA);
  const { affected } = await revisionImpact(hall.services.attempts, before, after);
  assert.deepEqual(affected.marks.map(({ name, question }) => [name, question]), [[null, "q2"], [null, "q2"]]);
  const ids = affected.marks.map(({ attempt_id }) => attempt_id);
  assert.deepEqual(ids, ids.toSorted());
  assert.ok(!JSON.stringify(affected).includes("Ada"));
});

hallTest(
  "[OP83] [MK65] a change that takes the second marker away tells nothing of marks that are not settled",
  async (hall) => {
    const policy = { marking: { second_marker: true } };
    const exam = await hall.exam({ questions: [ESSAY, CHOICE], policy });
    const attempt = await hall.join("Ada");
    await hall.end(attempt);
    const mark = { comment: "", by: "bea", now: hall.now };
    await setMark(attempt, exam, hall.stores.privateReasons, { ...mark, question: "q1", points: 4 });
    const impactOf = async (fields: Record<string, unknown>) => {
      const { before, after } = await planRevision(
        hall.services,
        exam.examId,
        await bodyFor(hall, exam, fields),
        AMINA,
      );
      return (await revisionImpact(hall.services.attempts, before, after)).affected;
    };
    for (const points of [3, 6]) {
      for (const second_marker of [false, true]) {
        const questions = [{ ...ESSAY, points }, CHOICE];
        const { changes, marks, above } = await impactOf({ questions, policy: { marking: { second_marker } } });
        assert.deepEqual([changes, marks, above], [0, [], []]);
      }
    }
  },
);
