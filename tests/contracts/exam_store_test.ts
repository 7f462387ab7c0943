import assert from "node:assert/strict";
import { ExamDocument } from "../../protocol/exam_document.ts";
import type { Exam } from "../../server/store/exam_store.ts";
import { jsonBytes } from "../../server/store/json_bytes.ts";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

function exam(examId: string, code: string, text = "Why?"): Exam {
  const questions = [{ id: "q1", type: "essay", text }];
  const document = ExamDocument.parse({ code, title: "T", duration_minutes: 60, questions });
  return { examId, state: "published", createdAt: 1_000, closedAt: null, document };
}

/** A text over a value's size, however it is packed. */
const long = (length: number) =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.random() * 20_000)).join("");

/** An exam of many questions with a long text each. */
function longExam(examId: string, code: string): Exam {
  const questions = Array.from({ length: 8 }, (_, n) => ({ id: `q${n}`, type: "essay", text: long(15_000) }));
  const document = ExamDocument.parse({ code, title: "T", duration_minutes: 60, questions });
  return { ...exam(examId, code), document };
}

onEveryStore("[ST14] an exam is found by its id and by its code, which is taken once", async ({ kv, another }) => {
  const stores = [createStores(kv), createStores(await another())];
  const [{ exams }] = stores;
  const made = await Promise.all(
    stores.map(({ exams, commit }, index) => commit(exams.insert(exam(`exam-${index}`, "PHYS")))),
  );
  assert.equal(made.filter((versionstamp) => versionstamp !== null).length, 1);
  const examId = await exams.idOfCode("PHYS") ?? "";
  assert.deepEqual((await exams.get(examId))?.value, exam(examId, "PHYS"));
  await stores[1].commit(exams.insert(exam("exam-z", "CHEM")));
  assert.deepEqual(await Array.fromAsync(exams.ids()), [examId, "exam-z"]);
  assert.deepEqual([await exams.idOfCode("BIO"), await exams.get("none"), await exams.get("x".repeat(3_000))], [
    null,
    null,
    null,
  ]);
});

onEveryStore("[ST15] an exam of any size is read whole, and leaves no part behind", async ({ kv }) => {
  const { exams, commit } = createStores(kv);
  const large = longExam("exam", "LONG");
  await commit(exams.insert(large));
  const read = await exams.get("exam");
  assert.deepEqual(read?.value, large);
  const parts = () => Array.fromAsync(kv.list({ prefix: ["part", "exam", "exam"] }));
  assert.ok((await parts()).length > 2);
  const small = exams.replace(read.versionstamp, exam("exam", "LONG"));
  assert.notEqual(await commit(small.mutations), null);
  assert.deepEqual((await exams.get("exam"))?.value, exam("exam", "LONG"));
  await small.tidy();
  assert.deepEqual(await parts(), []);
  assert.equal(await commit(exams.replace(read.versionstamp, large).mutations), null);
});

onEveryStore(
  "[ST15] whoever reads an exam while another takes its place reads one of the two",
  async ({ kv, another }) => {
    const { exams, commit } = createStores(kv);
    const there = createStores(await another());
    const versions = [longExam("exam", "BUSY"), longExam("exam", "BUSY")];
    await commit(exams.insert(versions[0]));
    let isOver = false;
    const reader = (async () => {
      let reads = 0;
      while (!isOver) {
        const read = (await there.exams.get("exam"))?.value.document.questions[7].text;
        assert.ok(versions.some(({ document }) => document.questions[7].text === read));
        reads++;
      }
      return reads;
    })();
    for (let round = 0; round < 20; round++) {
      const read = await exams.get("exam");
      const change = exams.replace(read?.versionstamp ?? "", versions[round % 2]);
      assert.notEqual(await commit(change.mutations), null);
      await change.tidy();
    }
    isOver = true;
    assert.ok(await reader > 0);
  },
);

onEveryStore("[ST16] a field that was given up never makes an exam unreadable", async ({ kv }) => {
  const { exams } = createStores(kv);
  const now = exam("exam", "OLD");
  const { document } = now;
  const old = {
    ...now,
    author: "amina",
    document: {
      ...document,
      proctors: ["amina"],
      policy: { ...document.policy, strictness: 3, scoring: { ...document.policy.scoring, curve: { kind: "steep" } } },
      questions: document.questions.map((question) => ({
        ...question,
        hint: "Think.",
        words: { min: 1, style: "dry" },
      })),
      retention: { ...document.retention, pictures_days: 30 },
    },
  };
  await kv.set(["exam", "exam"], jsonBytes(old));
  const questions = document.questions.map((question) => ({ ...question, words: { min: 1 } }));
  assert.deepEqual((await exams.get("exam"))?.value, { ...now, document: { ...document, questions } });
});

onEveryStore("[ST60] an exam that is damaged is an error that names it", async ({ kv }) => {
  const { exams, commit } = createStores(kv);
  await kv.set(["exam", "worn"], jsonBytes({ ...exam("worn", "WORN"), state: "forgotten" }));
  await assert.rejects(exams.get("worn"), /Cannot read exam at exam\/worn in the store: state: /);
  await kv.set(["exam", "torn"], new TextEncoder().encode('{"examId": "to'));
  await assert.rejects(exams.get("torn"), /Cannot read exam at exam\/torn in the store/);
  await kv.set(["exam", "odd"], "text");
  await assert.rejects(exams.get("odd"), /Cannot read exam at exam\/odd in the store/);
  await commit(exams.insert(longExam("holed", "HOLED")));
  const [part] = await Array.fromAsync(kv.list({ prefix: ["part", "exam", "holed"] }));
  await kv.delete(part.key);
  await assert.rejects(exams.get("holed"), /Cannot read exam\/holed in the store: a part is missing/);
});
