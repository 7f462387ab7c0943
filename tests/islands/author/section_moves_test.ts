import assert from "node:assert/strict";
import fc from "fast-check";
import {
  inSections,
  joinNeighbours,
  moveStart,
  removeSection,
  startSection,
  startsOf,
} from "../../../islands/author/sections/section_moves.ts";
import { ExamFields } from "../../../protocol/exam_document.ts";
import { refuseSectionProblems } from "../../../protocol/sections.ts";
import { savedExam } from "./written_exam.ts";

const question = (id: string) => ({ id, type: "essay", text: "Why?" });
const exam = (count: number) =>
  savedExam({ questions: Array.from({ length: count }, (_, n) => question(`q${n}`)) }).document;
const sectionsOf = ({ questions }: ReturnType<typeof exam>) => questions.map(({ section = "-" }) => section).join("");
const section = (id: string) => ({ id, title: id });

function isValid(written: ReturnType<typeof exam>): boolean {
  return ExamFields.pick({ questions: true, sections: true })
    .superRefine((value, context) => refuseSectionProblems(value, context))
    .safeParse({ questions: written.questions, sections: written.sections }).success;
}

Deno.test("[OP76] a section begins where it is said, goes on to the next one, and gives its questions back", () => {
  let written = startSection(exam(6), section("b"), 3);
  assert.equal(sectionsOf(written), "---bbb");
  written = startSection(written, section("a"), 1);
  assert.equal(sectionsOf(written), "-aabbb");
  written = moveStart(written, 1, 4);
  assert.equal(sectionsOf(written), "-aaabb");
  written = moveStart(written, 0, 5);
  assert.deepEqual([sectionsOf(written), startsOf(written)], ["-----b", [5, 5]]);
  written = moveStart(written, 0, 0);
  assert.equal(sectionsOf(written), "aaaaab");
  assert.equal(sectionsOf(removeSection(written, 1)), "aaaaaa");
  const none = removeSection(removeSection(written, 1), 0);
  assert.deepEqual([sectionsOf(none), none.sections], ["------", undefined]);
});

Deno.test("[OP76] what is moved joins its neighbours, and what is new joins the section before it", () => {
  const written = startSection(startSection(exam(4), section("a"), 0), section("b"), 2);
  const { questions } = written;
  const down = joinNeighbours([questions[1], questions[2], questions[0], questions[3]], 2, true);
  assert.equal(down.map((one) => one.section).join(""), "abbb");
  const up = joinNeighbours([questions[3], ...questions.slice(0, 3)], 0, false);
  assert.equal(up.map((one) => one.section).join(""), "aaab");
  assert.equal(sectionsOf(inSections({ ...written, questions: [...questions, ...exam(1).questions] })), "aabbb");
  assert.equal(inSections(written), written, "nothing changes");
});

Deno.test("[OP76] whatever is done to sections, the exam may be saved", () => {
  const step = fc.tuple(fc.constantFrom("start", "move", "remove", "add", "drop"), fc.nat(9), fc.nat(9));
  fc.assert(fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
    let written = exam(4);
    steps.forEach(([deed, one, other], count) => {
      const { sections = [], questions } = written;
      const at = one % questions.length;
      if (deed === "start") written = startSection(written, section(`s${count}`), at);
      if (deed === "move" && sections.length > 0) written = moveStart(written, other % sections.length, at);
      if (deed === "remove" && sections.length > 0) written = removeSection(written, other % sections.length);
      const added = { ...questions[0], id: `n${count}` };
      if (deed === "add") written = inSections({ ...written, questions: questions.toSpliced(at, 0, added) });
      if (deed === "drop" && questions.length > 1) {
        written = inSections({ ...written, questions: questions.toSpliced(at, 1) });
      }
      assert.ok(isValid(written), JSON.stringify([deed, written]));
    });
  }));
});
