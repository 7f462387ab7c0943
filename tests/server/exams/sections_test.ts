import assert from "node:assert/strict";
import { ExamDocument } from "../../../protocol/exam_document.ts";
import { paperOf } from "../../../server/exams/paper.ts";
import { paperCharacters } from "../../../server/exams/paper.ts";
import { hallTest } from "../../support/hall.ts";

const SECTIONS = [{ id: "listen", title: "Listening", text: "You hear **each** text twice." }, {
  id: "write",
  title: "Writing",
}];
const question = (id: string, section?: string) => ({
  id,
  type: "essay",
  text: `Write ${id}.`,
  ...(section && { section }),
});
const QUESTIONS = [
  question("q0"),
  ...["a", "b", "c", "d"].map((id) => question(id, "listen")),
  ...["e", "f", "g", "h"].map((id) => question(id, "write")),
];
const exam = (fields: Record<string, unknown>) => {
  return { code: "HALL", title: "Hall", duration_minutes: 60, questions: QUESTIONS, sections: SECTIONS, ...fields };
};

function problems(fields: Record<string, unknown>): [string, string][] {
  const { error } = ExamDocument.safeParse(exam(fields));
  return (error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);
}

Deno.test("[OP75] sections have ids of their own, and questions stand in their order", () => {
  assert.deepEqual(problems({}), []);
  assert.deepEqual(problems({ sections: [...SECTIONS, SECTIONS[0]] }), [["sections.2.id", "used_twice"]]);
  assert.deepEqual(problems({ sections: [] }).length, 8);
  assert.deepEqual(problems({ questions: [question("a", "speak")] }), [["questions.0.section", "no_such_section"]]);
  assert.deepEqual(problems({ questions: [question("a", "write"), question("b", "listen"), question("c", "write")] }), [
    ["questions.1.section", "section_order"],
  ]);
  assert.deepEqual(problems({ questions: [question("a", "write"), question("b")] }), [
    ["questions.1.section", "section_order"],
  ]);
  assert.deepEqual(
    problems({ sections: [{ id: "a", title: " " }], questions: [question("a")] })[0][0],
    "sections.0.title",
  );
});

hallTest("[OP75] the paper has sections with title and text, as HTML where the exam is Markdown", async (hall) => {
  await hall.exam({ sections: SECTIONS, questions: QUESTIONS });
  const plain = paperOf((await hall.join()).exam);
  assert.deepEqual(plain.sections, SECTIONS);
  assert.deepEqual(plain.questions.map(({ section }) => section).slice(0, 2), [undefined, "listen"]);
  await hall.exam({ code: "MARK", text_format: "markdown", sections: SECTIONS, questions: QUESTIONS });
  const { exam } = await hall.join("Ada", "MARK");
  const [listening, writing] = paperOf(exam).sections ?? [];
  assert.match(listening.html ?? "", /You hear <strong>each<\/strong> text twice/);
  assert.equal(writing.html, undefined);
  await hall.exam({ code: "NONE", questions: QUESTIONS.map(({ id }) => question(id)) });
  const none = (await hall.join("Ada", "NONE")).exam;
  assert.equal("sections" in paperOf(none), false);
  assert.ok(paperCharacters(exam) > paperCharacters(none) + 20, "its text is the paper's, not from outside");
});

hallTest("[OP75] shuffling stays within sections", async (hall) => {
  await hall.exam({ sections: SECTIONS, questions: QUESTIONS, shuffle: { questions: true } });
  const orders = new Set<string>();
  for (let n = 0; n < 20; n++) {
    const ids = paperOf((await hall.join(`Student ${n}`)).exam).questions.map(({ id }) => id);
    assert.deepEqual([ids[0], ids.slice(1, 5).toSorted().join(""), ids.slice(5).toSorted().join("")], [
      "q0",
      "abcd",
      "efgh",
    ]);
    orders.add(ids.join(""));
  }
  assert.ok(orders.size > 15);
});
