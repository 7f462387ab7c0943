import assert from "node:assert/strict";
import fc from "fast-check";
import { ExamDocument } from "../../../../protocol/exam_document.ts";
import { Question } from "../../../../protocol/items/registry.ts";
import type { ImportFormat } from "../../../../protocol/transfer.ts";
import { writeFile } from "../../../../server/exams/transfer/formats.ts";
import { readFile } from "../../../../server/exams/transfer/read_file.ts";
import { SAMPLES } from "../../../protocol/items/samples.ts";
import { written } from "./any_exam.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, format: ImportFormat | null = null) => readFile(new TextEncoder().encode(text), format);
const keysOf = (notes: { told: { key: string }; line?: number }[]) => notes.map(({ told, line }) => [told.key, line]);

for (const format of ["gift", "moodle_xml", "qti", "csv", "json"] as const) {
  for (const [type, { shown, hidden }] of Object.entries(SAMPLES)) {
    Deno.test(`[IT21] ${type} comes back from ${format} as it went`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...hidden),
          written,
          fc.array(written, { maxLength: 3 }),
          async (key, text, more) => {
            const extra = "choices" in shown
              ? { choices: ["a", "b", "c"].map((id, at) => ({ id, text: more[at] ?? id })) }
              : type === "short_text" && more.length > 0
              ? { correct: more }
              : {};
            const common = more.length === 0 ? {} : { feedback: more[0], tags: ["one", "two words"] };
            const judged = type === "single_choice" || type === "multiple_choice"
              ? { choices: ["a", "b", "c"].map((id, at) => ({ id, text: more[at] ?? id, feedback: more[at] })) }
              : type === "numeric" && more.length > 1
              ? { units: [{ unit: "km", factor: 1_000 }], missing_unit: 0.25, wrong_unit: 0.5 }
              : type === "true_false" && more.length > 1
              ? { choice_feedback: { false: more[1] } }
              : {};
            const given = { ...shown, ...key, ...extra, ...judged, ...common };
            const question = Question.parse({ id: "x1", type, text, points: 2.5, ...given });
            const second = { ...question, id: "x2" };
            const back = await readFile(writeFile({ questions: [question, second] }, format), format);
            assert.deepEqual(back.notes, []);
            // What a file leaves out is not there.
            assert.deepEqual(back.questions, JSON.parse(JSON.stringify([question, second])));
          },
        ),
        { numRuns: format === "qti" ? 50 : 150 },
      );
    });
  }
}

Deno.test("[IT20] formats are recognised, and what is not understood has its line", async () => {
  const gift = await read("// c\n::a:: Q {=x ~y}\n\nBroken {=x\n\nM {=a -> b =c -> d =e -> f}\n\nD\n\nN {#3:1}\n");
  assert.equal(gift.format, "gift");
  assert.deepEqual(gift.questions.map(({ type }) => type), ["single_choice", "matching", "numeric"]);
  assert.deepEqual(gift.notes.map(({ told, item }) => [told.key, item]), [["gift_syntax", 2], ["unknown_type", 4]]);
  const aiken = await read("Which?\nA. One\nB) Two\nANSWER: B\n\nNo answer?\nA. One\nB. Two\n");
  assert.equal(aiken.format, "aiken");
  assert.equal(aiken.questions.length, 1);
  assert.deepEqual(keysOf(aiken.notes), [["aiken_no_answer", 6]]);
  const csv = await read("text;correct;choice_1;choice_2;odd\nWhich?;b;One;Two;\nTree?;;;;\n");
  assert.equal(csv.format, "csv");
  assert.deepEqual(csv.questions.map(({ type }) => type), ["single_choice", "essay"]);
  assert.deepEqual(keysOf(csv.notes), [["unknown_column", 1]]);
});

Deno.test("[IT28] unless its whole is asked for, a question stands in no section and no pool, and the file's note says so", async () => {
  const document = {
    code: "PARTS",
    title: "Parts",
    duration_minutes: 5,
    pools: [{ id: "p", take: 1 }],
    sections: [{ id: "s", title: "First" }],
    questions: [
      { id: "q1", type: "essay", text: "One", pool: "p" },
      { id: "q2", type: "essay", text: "Two", pool: "p", section: "s" },
      { id: "q3", type: "essay", text: "Three", section: "s" },
    ],
  };
  const exam = ExamDocument.parse(document);
  for (const format of ["json", "gift", "moodle_xml", "csv"] as const) {
    const file = format === "json" ? new TextEncoder().encode(JSON.stringify(document)) : writeFile(exam, format);
    const back = await readFile(file, format);
    assert.deepEqual(back.notes.map(({ told, level }) => [told, level]), [
      [{ key: "places_left_out", values: { n: 3 } }, "warning"],
    ]);
    assert.deepEqual([back.sections, back.pools], [[], []]);
    const { code, title, duration_minutes } = document;
    const again = ExamDocument.parse({ code, title, duration_minutes, questions: back.questions });
    assert.deepEqual(again.questions.map(({ id, pool, section }) => [id, pool, section]), [
      ["q1", undefined, undefined],
      ["q2", undefined, undefined],
      ["q3", undefined, undefined],
    ]);
    const whole = await readFile(file, format, { isWhole: true });
    assert.deepEqual(whole.notes, []);
    assert.deepEqual([whole.questions, whole.sections, whole.pools], [exam.questions, exam.sections, exam.pools]);
  }
});

Deno.test("[IT81] what of a file's sections and pools an exam cannot hold is left out and named", async () => {
  const question = (id: string, section: string | undefined, pool: string | undefined, points = 1) => ({
    ...{ id, type: "essay", text: id, points },
    ...{ section, pool },
  });
  const file = {
    sections: [{ id: "a", title: "A" }, { id: "b", title: "B" }, { id: "a", title: "Again" }, { id: "c" }],
    pools: [{ id: "even", take: 1 }, { id: "odd", take: 1 }],
    questions: [
      question("1", "b", "odd", 1),
      question("2", "a", "odd", 2),
      question("3", undefined, "even"),
      question("4", "x", "even"),
    ],
  };
  const { questions, sections, pools, notes } = await readFile(bytesOf(JSON.stringify(file)), null, { isWhole: true });
  assert.deepEqual(questions.map(({ id, section, pool }) => [id, section, pool]), [
    ["3", undefined, "even"],
    ["4", undefined, "even"],
    ["2", "a", undefined],
    ["1", "b", undefined],
  ]);
  assert.deepEqual([sections.map(({ title }) => title), pools.map(({ id }) => id)], [["A", "B"], ["even"]]);
  assert.deepEqual(notes.map(({ told }) => told), [
    { key: "part_left_out", values: { id: "Again" } },
    { key: "part_left_out", values: { id: "c" } },
    { key: "pool_left_out", values: { pool: "odd" } },
    { key: "places_left_out", values: { n: 1 } },
  ]);
});

Deno.test("[IT82] GIFT says feedback, tags and categories itself, and is read so", async () => {
  const file = `$CATEGORY: $course$/top/Trees

// [tag:botany] [tag:two words]
::a::Which? {=Oak#Right ~Moss#Wrong####Trees are tall.}

$CATEGORY: Trees/Moss
::b::It is. {T#It is not false.#It is.}

::c::How many? {#=3:0.5####Count.}

::d::[html]See <img src\\="data\\:image/png;base64,iVBORw0KGgoBAgM\\=" alt\\="it"> {}
`;
  const { questions, sections, pictures, notes } = await readFile(bytesOf(file), "gift", { isWhole: true });
  assert.deepEqual(notes, []);
  assert.deepEqual(sections.map(({ title }) => title), ["Trees", "Moss"]);
  assert.deepEqual(questions, [
    {
      id: "a",
      type: "single_choice",
      text: "Which?",
      points: 1,
      section: "s1",
      choices: [{ id: "a", text: "Oak", feedback: "Right" }, { id: "b", text: "Moss", feedback: "Wrong" }],
      correct: "a",
      feedback: "Trees are tall.",
      tags: ["botany", "two words"],
    },
    {
      id: "b",
      type: "true_false",
      text: "It is.",
      points: 1,
      section: "s2",
      correct: true,
      choice_feedback: { true: "It is.", false: "It is not false." },
    },
    {
      id: "c",
      type: "numeric",
      text: "How many?",
      points: 1,
      section: "s2",
      correct: 3,
      tolerance: 0.5,
      feedback: "Count.",
    },
    { id: "d", type: "essay", text: `See ![it](media:${[...pictures.keys()]})`, points: 1, section: "s2" },
  ]);
  const written = new TextDecoder().decode(writeFile({ questions: [questions[0], questions[1]], sections }, "gift"));
  assert.match(
    written,
    /^\/\/ \[tag:botany\] \[tag:two words\]\n::a::Which\? \{=Oak#Right ~Moss#Wrong####Trees are tall\.\}$/m,
  );
  assert.match(written, /^::b::It is\. \{TRUE#It is not false\.#It is\.\}$/m);
  assert.match(written, /^\$CATEGORY: \$course\$\/top\/Trees$/m);
  // A remark for each section, and for each question with its points.
  assert.equal(written.match(/invigil/g)?.length, 4);
});

Deno.test("[IT82] a table has columns for tags, feedback, sections and pools, as somebody may write them", async () => {
  const table = `text,choice_1,choice_2,correct,feedback,feedback_2,tags,section,section_text,pool,pool_take
Which?,Oak,Moss,a,Trees are tall.,No tree,botany | easy,Part A: Trees,Look up.,p,2
Why?,,,,,,,Part A: Trees,,p,
Where?,,,,,,,,,,
`;
  const { questions, sections, pools, notes } = await readFile(bytesOf(table), null, { isWhole: true });
  assert.deepEqual(notes, []);
  assert.deepEqual(sections, [{ id: "s1", title: "Part A: Trees", text: "Look up." }]);
  assert.deepEqual(pools, [{ id: "p", take: 2 }]);
  assert.deepEqual(questions, [
    { id: "q3", type: "essay", text: "Where?", points: 1 },
    {
      id: "q1",
      type: "single_choice",
      text: "Which?",
      points: 1,
      pool: "p",
      section: "s1",
      tags: ["botany", "easy"],
      feedback: "Trees are tall.",
      choices: [{ id: "a", text: "Oak" }, { id: "b", text: "Moss", feedback: "No tree" }],
      correct: "a",
    },
    { id: "q2", type: "essay", text: "Why?", points: 1, pool: "p", section: "s1" },
  ]);
});

Deno.test("[IT22] broken files are refused or taken in bounded time", async () => {
  await assert.rejects(readFile(new Uint8Array([0x25, 0x50, 0, 1, 2, 0xff]), null), { code: "invalid" });
  await assert.rejects(read("<!DOCTYPE a [<!ENTITY b 'c'>]><quiz/>"), { code: "invalid" });
  assert.deepEqual(keysOf((await read('{"questions": [\n{"id"', "json")).notes).map(([key]) => key), [
    "not_json",
    "nothing",
  ]);
  const latin = await readFile(Uint8Array.from("B\xe4ume {}", (letter) => letter.charCodeAt(0)), "gift");
  assert.equal(latin.questions[0].text, "Bäume");
  const begin = performance.now();
  const many = await read("::q:: What {=x ~y ~z}\n\n".repeat(10_001), "gift");
  assert.equal(many.questions.length, 10_000);
  for (const format of ["gift", "csv", "json", "aiken"] as const) {
    for (
      const text of [
        "{".repeat(1e6),
        "a {~".repeat(2e5),
        '"a,'.repeat(3e5),
        "text,a\n" + '"'.repeat(1e6),
        "[".repeat(1e6),
      ]
    ) {
      await read(text, format);
    }
  }
  assert.ok(performance.now() - begin < 20_000);
});

Deno.test("[IT23] no cell of an exported table is a formula", () => {
  const question = Question.parse({ id: "x", type: "short_text", text: "=1+1", correct: ["@SUM(A1)"] });
  const table = new TextDecoder().decode(writeFile({ questions: [question] }, "csv"));
  assert.match(table, /'=1\+1/);
  assert.doesNotMatch(table, /(^|[,"])[=+@]/m);
});
