import assert from "node:assert/strict";
import { ReviseExamBody } from "../../../protocol/exam_document.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { loadFold } from "../../../server/attempts/load_attempt.ts";
import { startTrial } from "../../../server/attempts/start_attempt.ts";
import { paperOf } from "../../../server/exams/paper.ts";
import { reviseExam } from "../../../server/exams/revise_exam.ts";
import { answersAt } from "../../../server/marking/answers_at.ts";
import { examMarks } from "../../../server/marking/exam_marks.ts";
import { readStatistics } from "../../../server/marking/read_statistics.ts";
import { setMark } from "../../../server/marking/set_mark.ts";
import { removeEvents } from "../../../server/retention/remove_attempt.ts";
import { type Exam, revisionOf } from "../../../server/store/exam_store.ts";
import { exportedLines, verifyLines } from "../../support/forged_export.ts";
import { Hall, HALL_START, hallTest, typed } from "../../support/hall.ts";

const ESSAY = { id: "q1", type: "essay", text: "Write." } as const;
const CHOICE = {
  id: "q2",
  type: "single_choice",
  text: "Which?",
  points: 2,
  choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
  correct: "a",
} as const;

/** Changes fields of an exam's document. */
async function revise(hall: Hall, exam: Exam, fields: Record<string, unknown>): Promise<Exam> {
  const { services } = hall;
  const newest = (await hall.stores.exams.get(exam.examId))?.value ?? exam;
  const { roster: _, staff: __, ...document } = newest.document;
  const body = ReviseExamBody.parse({ revision: revisionOf(newest), document: { ...document, ...fields } });
  const { after: revised } = await reviseExam(services, exam.examId, body, SYSTEM);
  services.exams.forget(exam.examId);
  return revised;
}

const choose = (t: number, choices: string[], question = "q2") =>
  ({ t, type: "answer_select", question, choices }) as const;

hallTest(
  "[OP63] an attempt keeps the document that it was begun under, on every instance and after a restart",
  async (hall) => {
    const exam = await hall.exam({ questions: [ESSAY, CHOICE], policy: { at_hundred: "alert_only" } });
    const attempt = await hall.join();
    await hall.append(attempt, [typed(10, "own"), choose(20, ["a"])]);
    const before = paperOf(attempt.exam);
    const another = await Hall.open(hall.kv);
    another.now = hall.now;
    assert.equal((await another.services.attempts.view(attempt.attemptId)).exam.document.title, "Hall");

    await revise(hall, exam, {
      title: "Other",
      duration_minutes: 5,
      policy: { ...exam.document.policy, at_hundred: "lock_and_submit", grace_minutes: 1 },
      questions: [{ ...CHOICE, text: "What else?" }],
    });
    const restarted = await hall.restarted();
    for (const { services } of [hall, another, restarted]) {
      const view = await services.attempts.view(attempt.attemptId);
      assert.deepEqual(paperOf(view.exam), before);
      assert.equal(view.exam.document.policy.at_hundred, "alert_only");
      assert.deepEqual(await answersAt(services.attempts, view, Infinity), { q1: "own", q2: ["a"] });
      assert.deepEqual(view.folded.sheet.toAnswers(), { q1: "own", q2: ["a"] });
    }
    const taken = await restarted.services.attempts.open(attempt.attemptId);
    await restarted.append(taken, [typed(30, "!", 3)]);
    assert.equal(taken.folded.sheet.toAnswers().q1, "own!");
    assert.equal(taken.head.deadline, HALL_START + 3_600_000);

    const { stores, services } = restarted;
    const later = await restarted.join("Bo");
    assert.deepEqual([later.exam.document.title, later.record.revision], ["Other", 2]);
    assert.equal(later.head.deadline, restarted.now + 300_000);
    // The instance that has read the exam before reads the attempt of the newer revision right, too.
    assert.equal((await another.services.attempts.view(later.attemptId)).exam.document.title, "Other");
    // Nothing of it comes from memory alone.
    const stored = await stores.attempts.get(attempt.attemptId);
    assert.ok(stored);
    const again = await services.exams.get(exam.examId, 1);
    assert.ok(again);
    const { folded } = await loadFold(stores, services.attempts.contexts, attempt.attemptId, stored, again);
    assert.equal(folded.sheet.toAnswers().q1, "own!");
    await services.attempts.drained();
    await another.services.attempts.drained();
  },
);

hallTest(
  "[OP64] keys and points of today count for everybody who had the question, and what was read stays",
  async (hall) => {
    const exam = await hall.exam({ questions: [CHOICE, { ...CHOICE, id: "q3" }, { ...CHOICE, id: "q4" }] });
    const attempt = await hall.join();
    await hall.append(attempt, [choose(10, ["b"]), choose(20, ["b"], "q3"), choose(30, ["a"], "q4")]);
    await hall.end(attempt);
    const points = async (newest: Exam) => {
      const { attempts: [{ marks, total }] } = await examMarks(hall.services.attempts, newest);
      return [...Object.values(marks).map((mark) => `${mark.points}/${mark.max}`), total];
    };
    assert.deepEqual(await points(exam), ["0/2", "0/2", "2/2", 2]);
    const third = { id: "c", text: "C" };
    const revised = await revise(hall, exam, {
      questions: [
        { ...CHOICE, text: "Now which?", correct: "b", points: 3 },
        // The right one was not in the paper: it keeps the key that it was written with.
        { ...CHOICE, id: "q3", choices: [...CHOICE.choices, third], correct: "c" },
        { ...ESSAY, id: "q4" },
        { ...CHOICE, id: "q5" },
      ],
    });
    assert.deepEqual(await points(revised), ["3/3", "0/2", "2/2", 5]);
    const { items } = await readStatistics(hall.services.attempts, revised);
    assert.deepEqual(items.map(({ question, n }) => [question, n]), [["q2", 1], ["q3", 1], ["q4", 1], ["q5", 0]]);
  },
);

hallTest(
  "[OP65] an export holds the documents that were replaced, and each attempt is held against its own",
  async (hall) => {
    const exam = await hall.exam({ questions: [ESSAY, CHOICE] });
    const attempt = await hall.join();
    await hall.append(attempt, [typed(10, "own")]);
    await hall.end(attempt);
    const raised = await revise(hall, exam, { questions: [{ ...ESSAY, points: 9 }, CHOICE] });
    const mark = { question: "q1", points: 8, comment: "", by: "amina", now: hall.now };
    await setMark(attempt, raised, hall.stores.privateReasons, mark);
    const newest = await revise(hall, exam, { title: "Third", policy: { ...exam.document.policy, grace_minutes: 1 } });
    const lowered = await revise(hall, newest, { questions: [{ ...ESSAY, text: "Otherwise.", points: 4 }] });
    const later = await hall.join("Bo");
    await hall.append(later, [typed(10, "mine")]);
    await hall.end(later);
    const line = hall.services.audit.line({ ...SYSTEM, what: "remove" });
    const gone = await hall.join("Cy");
    await hall.end(gone);
    await removeEvents(hall.services.attempts, gone.attemptId, {
      cause: "retention",
      now: hall.now,
      fence: null,
      line,
    });

    const lines = await exportedLines(hall, lowered);
    const { misfit, counts } = await verifyLines(lines);
    assert.deepEqual([misfit, counts.attempts], [null, 3]);
    assert.equal(lines.filter((text) => text.includes('"kind":"revision"')).length, 3);
    // A document that was changed afterwards is found, whoever seals the lines anew.
    const forged = lines.map((text) => text.replace('"title":"Hall"', '"title":"Hull"'));
    assert.notEqual((await verifyLines(forged)).misfit, null);
  },
);

hallTest("[OP63] what is edited of a draft that nobody has sat is not kept", async (hall) => {
  const { services, stores } = hall;
  const exam = await hall.exam();
  await stores.commit((await draft(hall, exam)).mutations);
  await revise(hall, exam, { title: "Second" });
  assert.equal(await stores.examRevisions.get(exam.examId, 1), null);
  assert.equal((await services.exams.get(exam.examId, 1))?.document.title, "Second");
});

hallTest(
  "[OP63] exams of the largest size are edited, also where a process was killed while it kept one",
  async (hall) => {
    // No text of these is shorter packed.
    const text = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 6_500 }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 20_000))).join("");
    };
    const questions = (seed: number) =>
      Array.from({ length: 35 }, (_, n) => ({ id: `q${n}`, type: "essay", text: text(seed + n) }));
    const exam = await hall.exam({ questions: questions(0) });
    const attempt = await hall.join();
    const { examId, createdAt, document } = exam;
    await hall.stores.commit(hall.stores.examRevisions.insert({ examId, revision: 1, createdAt, document }));
    for (const seed of [100, 200]) await revise(hall, exam, { questions: questions(seed) });
    const { services } = await hall.restarted();
    assert.deepEqual((await services.attempts.view(attempt.attemptId)).exam.document, document);
    const [second, third] = [await services.exams.get(examId, 2), await services.exams.get(examId)];
    assert.deepEqual([second, third].map((one) => one?.document.questions[0].text), [text(100), text(200)]);
  },
);

async function draft({ stores }: Hall, { examId }: Exam) {
  const stored = await stores.exams.get(examId);
  assert.ok(stored);
  return stores.exams.replace(stored.versionstamp, { ...stored.value, state: "draft" });
}

hallTest("[OP82] a trial of a draft keeps the document that it was begun under, as attempts do", async (hall) => {
  const exam = await hall.exam({ questions: [ESSAY] }, "draft");
  await revise(hall, exam, { title: "Nobody tries it" });
  assert.deepEqual(await keptRevisions(hall, exam), [], "drafts that nobody tries keep nothing");
  const drafted = await hall.services.exams.get(exam.examId);
  assert.ok(drafted);
  const { attempt_id } = await startTrial(hall.services.attempts, drafted, "amina");
  const before = paperOf((await hall.services.attempts.view(attempt_id)).exam);
  await revise(hall, exam, { title: "Other", questions: [CHOICE] });
  await revise(hall, exam, { title: "Once more" });
  for (const { services } of [hall, await hall.restarted()]) {
    const view = await services.attempts.view(attempt_id);
    assert.deepEqual(paperOf(view.exam), before);
  }
});

async function keptRevisions({ stores }: Hall, { examId }: Exam): Promise<number[]> {
  const kept = await Promise.all([1, 2, 3].map((revision) => stores.examRevisions.get(examId, revision)));
  return kept.flatMap((one) => one === null ? [] : [one.revision]);
}

hallTest(
  "[OP82] whoever asks for an exam at the same time is given the same one: it is in memory once",
  async (hall) => {
    const { examId } = await hall.exam();
    const { services } = await hall.restarted();
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => services.exams.require(examId)));
    for (const other of others) assert.equal(other, first);
  },
);
