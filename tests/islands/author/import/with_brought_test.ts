import assert from "node:assert/strict";
import { ReviseExamBody } from "../../../../protocol/exam_document.ts";
import { Question } from "../../../../protocol/items/registry.ts";
import { withBrought } from "../../../../islands/author/import/with_brought.ts";
import { inSections } from "../../../../islands/author/sections/section_moves.ts";

const question = (id: string, place: { section?: string; pool?: string } = {}) =>
  Question.parse({ id, type: "essay", text: id, ...place });
const document = (questions: Question[], parts = {}) =>
  ReviseExamBody.parse({
    revision: 1,
    document: { code: "TREES", title: "Trees", duration_minutes: 10, questions, ...parts },
  }).document;

Deno.test("[IT85] sections and pools come along behind those of the exam, under names that are free, and only those that are used", () => {
  const exam = document([question("q1", { section: "s1", pool: "p" })], {
    sections: [{ id: "s1", title: "Old" }],
    pools: [{ id: "p", take: 1 }],
  });
  const sections = [{ id: "s1", title: "New" }, { id: "s2", title: "Unused" }];
  const brought = [question("q2"), question("q3", { section: "s1", pool: "p" })];
  const after = inSections(withBrought(exam, brought, { sections, pools: [{ id: "p", take: 2 }] }));
  assert.deepEqual(after.sections, [{ id: "s1", title: "Old" }, { id: "s1-2", title: "New" }]);
  assert.deepEqual(after.pools, [{ id: "p", take: 1 }, { id: "p-2", take: 2 }]);
  assert.deepEqual(after.questions.map(({ id, section, pool }) => [id, section, pool]), [
    ["q1", "s1", "p"],
    ["q2", "s1", undefined],
    ["q3", "s1-2", "p-2"],
  ]);
  ReviseExamBody.parse({ revision: 1, document: after });
});

Deno.test("[IT85] without the file's sections its questions come as they are, and an exam has room for so many", () => {
  const exam = document([question("q1")]);
  const brought = [question("q2", { section: "s", pool: "p" })];
  const after = withBrought(exam, brought, { sections: [], pools: [] });
  assert.deepEqual(after, document([question("q1"), question("q2")]));
  const full = document([], {
    sections: Array.from({ length: 100 }, (_, at) => ({ id: `t${at}`, title: `${at}` })),
  });
  const more = withBrought(full, brought, { sections: [{ id: "s", title: "One too many" }], pools: [] });
  assert.equal(more.sections?.length, 100);
  assert.equal(more.questions[0].section, undefined);
});
