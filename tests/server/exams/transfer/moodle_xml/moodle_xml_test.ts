import assert from "node:assert/strict";
import { Question } from "../../../../../protocol/items/registry.ts";
import { htmlText } from "../../../../../server/exams/transfer/shared/html_text.ts";
import { writeFile } from "../../../../../server/exams/transfer/formats.ts";
import { readFile } from "../../../../../server/exams/transfer/read_file.ts";
import { SAMPLES } from "../../../../protocol/items/samples.ts";
import { pictures } from "../any_exam.ts";

const read = (text: string) => readFile(new TextEncoder().encode(text), null);

/** As Moodle 4 writes it, shortened. */
const QUIZ = `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="category"><category><text>$course$/top/Trees</text></category></question>
  <question type="multichoice">
    <name><text>tree-1</text></name>
    <questiontext format="html"><text><![CDATA[<p>Which is a <strong>tree</strong>?&nbsp;</p><p><img src="@@PLUGINFILE@@/oak.png" alt="An oak"></p>]]></text>
      <file name="oak.png" path="/" encoding="base64">iVBORw0KGgo=</file></questiontext>
    <generalfeedback format="html"><text>Trees are tall.</text></generalfeedback>
    <defaultgrade>2.0000000</defaultgrade>
    <single>true</single>
    <correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback>
    <answer fraction="100" format="html"><text><![CDATA[<p>Oak</p>]]></text><feedback format="html"><text></text></feedback></answer>
    <answer fraction="0" format="html"><text>Moss &amp; fern</text></answer>
    <tags><tag><text>botany</text></tag></tags>
  </question>
  <question type="multichoice"><name><text>Two are right</text></name><questiontext format="html"><text>Pick two</text></questiontext>
    <single>false</single>
    <answer fraction="50"><text>A</text></answer><answer fraction="50"><text>B</text></answer><answer fraction="-50"><text>C</text></answer></question>
  <question type="truefalse"><questiontext format="html"><text>Moss is a tree.</text></questiontext>
    <answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer></question>
  <question type="shortanswer"><questiontext><text>Capital of France</text></questiontext><usecase>1</usecase>
    <answer fraction="100" format="moodle_auto_format"><text>Paris</text></answer><answer fraction="50"><text>Par*</text></answer></question>
  <question type="numerical"><questiontext><text>g?</text></questiontext>
    <answer fraction="100"><text>9.81</text><tolerance>0.02</tolerance></answer>
    <units><unit><multiplier>1</multiplier><unit_name>m/s²</unit_name></unit><unit><multiplier>100</multiplier><unit_name>cm/s²</unit_name></unit></units></question>
  <question type="essay"><questiontext><text>Why?</text></questiontext><minwordlimit>50</minwordlimit><maxwordlimit>200</maxwordlimit>
    <graderinfo format="html"><text>Look for light.</text></graderinfo></question>
  <question type="matching"><questiontext><text>Match</text></questiontext>
    <subquestion format="html"><text>Oak</text><answer><text>Tree</text></answer></subquestion>
    <subquestion format="html"><text>Cat</text><answer><text>Animal</text></answer></subquestion>
    <subquestion format="html"><text></text><answer><text>Stone</text></answer></subquestion></question>
  <question type="cloze"><name><text>Fill in</text></name><questiontext format="html"><text><![CDATA[<p>The {1:SHORTANSWER:=Seine#Yes~=La Seine} flows through {2:MC:London~=Paris}; 1\\} {1:NM:=3:0.1}</p>]]></text></questiontext></question>
  <question type="description"><name><text>Read this first</text></name><questiontext><text>Hello</text></questiontext></question>
  <question type="calculated"><questiontext><text>1+1</text></questiontext></question>
</quiz>`;

Deno.test("[IT40] a quiz of Moodle's is read with its types, points, keys and lines, and what is left out is named", async () => {
  const { format, questions, notes } = await read(QUIZ);
  assert.equal(format, "moodle_xml");
  assert.deepEqual(questions.map(({ id: _, ...rest }) => rest), [
    {
      type: "single_choice",
      text: "Which is a **tree**?\n\n[An oak]",
      points: 2,
      choices: [{ id: "a", text: "Oak" }, { id: "b", text: "Moss & fern" }],
      correct: "a",
      tags: ["botany"],
      feedback: "Trees are tall.",
    },
    {
      type: "multiple_choice",
      text: "Pick two",
      points: 1,
      choices: ["A", "B", "C"].map((text) => ({ id: text.toLowerCase(), text })),
      correct: ["a", "b"],
    },
    { type: "true_false", text: "Moss is a tree.", points: 1, correct: false },
    {
      type: "short_text",
      text: "Capital of France",
      points: 1,
      max_characters: 500,
      correct: ["Paris"],
      match_case: true,
    },
    {
      type: "numeric",
      text: "g?",
      points: 1,
      unit: "m/s²",
      correct: 9.81,
      tolerance: 0.02,
      units: [{ unit: "cm/s²", factor: 0.01 }],
    },
    { type: "essay", text: "Why?", points: 1, words: { min: 50, max: 200 }, guidance: "Look for light." },
    {
      type: "matching",
      text: "Match",
      points: 1,
      left: [{ id: "l1", text: "Oak" }, { id: "l2", text: "Cat" }],
      right: matchedRight(questions),
      correct: matchedKey(questions),
    },
    {
      type: "cloze",
      text: "Fill in",
      points: 4,
      passage: "The [[g1]] flows through [[g2]]; 1\\} [[g3]]",
      gaps: [
        { id: "g1", max_characters: 50, correct: ["Seine", "La Seine"] },
        {
          id: "g2",
          max_characters: 50,
          choices: [{ id: "c1", text: "London" }, { id: "c2", text: "Paris" }],
          correct: ["c2"],
        },
        { id: "g3", max_characters: 50, correct: ["3"] },
      ],
    },
  ]);
  assert.equal(questions[0].id, "tree-1");
  assert.deepEqual(notes.map(({ told, line }) => [told.key, line]), [
    ["pictures_left_out", 4],
    ["weights_left_out", 21],
    ["feedback_left_out", 32],
    ["tolerance_left_out", 32],
    ["weights_left_out", 32],
    ["description_left_out", 33],
    ["unknown_type", 34],
    ["places_left_out", undefined],
  ]);
});

Deno.test("[IT41] Moodle XML says itself what Moodle knows: the comment is needed only for ids and limits", () => {
  for (const type of ["single_choice", "multiple_choice", "true_false", "numeric", "essay"] as const) {
    const { shown, hidden } = SAMPLES[type];
    // Right minus wrong is what it knows.
    const own = type === "multiple_choice" ? { scoring: undefined } : {};
    const question = Question.parse({
      id: "x1",
      type,
      text: "What\nis it?",
      points: 2.5,
      ...shown,
      ...hidden[0],
      ...own,
    });
    const xml = new TextDecoder().decode(writeFile({ questions: [question] }, "moodle_xml"));
    assert.doesNotMatch(xml, /invigil/, type);
  }
});

Deno.test("[IT82] feedback, tags and pictures stand in Moodle XML as what they are, and come from there", () => {
  const [picture] = pictures;
  const shown = `See ![A tree](media:${picture.mediaId})`;
  const question = Question.parse({
    id: "x1",
    type: "single_choice",
    text: shown,
    choices: [{ id: "a", text: "Oak", feedback: "Right: *Quercus*" }, { id: "b", text: "Moss" }],
    correct: "a",
    feedback: "Trees are tall.",
    tags: ["botany", "easy"],
  });
  const file = writeFile({ questions: [question], pictures: new Map([[picture.mediaId, picture]]) }, "moodle_xml");
  const xml = new TextDecoder().decode(file);
  assert.doesNotMatch(xml, /invigil/);
  assert.match(
    xml,
    /<text>See !\[A tree\]\(@@PLUGINFILE@@\/(\S+\.png)\)<\/text><file name="\1" path="\/" encoding="base64">iVBOR/,
  );
  assert.match(
    xml,
    /<text>Oak<\/text><feedback format="markdown"><text>Right: \*Quercus\*<\/text><\/feedback><\/answer>/,
  );
  assert.match(xml, /<generalfeedback format="markdown"><text>Trees are tall.<\/text><\/generalfeedback>/);
  assert.match(xml, /<tags><tag><text>botany<\/text><\/tag><tag><text>easy<\/text><\/tag><\/tags>/);
});

/** As Moodle 4 writes a category with a subcategory; parents come along without questions. */
const CATEGORIES = `<quiz>
  <question type="category"><category><text>$course$/top</text></category></question>
  <question type="category"><category><text>$course$/top/Default for Botany</text></category><info format="moodle_auto_format"><text>The default category</text></info><idnumber></idnumber></question>
  <question type="truefalse"><name><text>1</text></name><questiontext format="html"><text><![CDATA[<p><img src="@@PLUGINFILE@@/an%20oak.png" alt="An [old] oak" width="10" />Is \\(x^2\\) a tree?</p>]]></text><file name="an oak.png" path="/" encoding="base64">iVBORw0KGgoB
AgM=</file><file name="sound.mp3" path="/" encoding="base64">AAAA</file></questiontext>
    <answer fraction="100" format="moodle_auto_format"><text>true</text><feedback format="html"><text><![CDATA[<p>It <b>is</b>.</p>]]></text></feedback></answer>
    <answer fraction="0" format="moodle_auto_format"><text>false</text><feedback format="html"><text></text></feedback></answer></question>
  <question type="category"><category><text>$course$/top/Default for Botany/Moss // fern</text></category><info format="html"><text>&lt;p&gt;All about moss.&lt;/p&gt;</text></info><idnumber>moss</idnumber></question>
  <question type="multichoice"><name><text>2</text></name><questiontext format="html"><text>Pick</text></questiontext>
    <generalfeedback format="html"><text></text></generalfeedback><single>true</single>
    <correctfeedback format="html"><text>Well done</text></correctfeedback><partiallycorrectfeedback format="html"><text>Your answer is partially correct.</text></partiallycorrectfeedback><incorrectfeedback format="html"><text>Read again</text></incorrectfeedback>
    <answer fraction="0" format="html"><text>A</text><feedback format="html"><text>No</text></feedback></answer><answer fraction="100" format="html"><text>B</text><feedback format="html"><text></text></feedback></answer></question>
  <question type="multichoiceset"><questiontext><text>All</text></questiontext><answer fraction="100"><text>A</text></answer><answer fraction="0"><text>B</text></answer></question>
</quiz>`;

Deno.test("[IT82] categories of Moodle's are sections, and its pictures come along, where the whole of a file is asked for", async () => {
  const { questions, sections, pictures, notes } = await readFile(new TextEncoder().encode(CATEGORIES), null, {
    isWhole: true,
  });
  assert.deepEqual(sections, [{ id: "moss", title: "Moss / fern", text: "All about moss." }]);
  const [oak] = pictures.values();
  assert.deepEqual([...pictures.keys()], [oak.mediaId]);
  assert.deepEqual([...oak.content], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  assert.deepEqual(questions.map(({ id: _, ...rest }) => rest), [
    {
      type: "true_false",
      text: `![An \\[old\\] oak](media:${oak.mediaId})Is $x^2$ a tree?`,
      points: 1,
      correct: true,
      choice_feedback: { true: "It **is**." },
    },
    {
      type: "single_choice",
      text: "Pick",
      points: 1,
      section: "moss",
      choices: [{ id: "a", text: "A", feedback: "No\n\nRead again" }, { id: "b", text: "B", feedback: "Well done" }],
      correct: "b",
    },
    {
      type: "multiple_choice",
      text: "All",
      points: 1,
      section: "moss",
      scoring: "all_or_nothing",
      choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
      correct: ["a"],
    },
  ]);
  assert.deepEqual(notes.map(({ told }) => told), [
    { key: "pictures_left_out", values: { names: "sound.mp3" } },
  ]);
});

Deno.test("[IT42] HTML becomes text: paragraphs, lists, code, tables, entities; nothing that runs", () => {
  assert.deepEqual(
    htmlText("<p>a<br>b&eacute;</p>\n <ul><li>one</li> <li>two<ol><li>x</li></ol></li></ul><p>c</p>").text,
    "a\nbé\n\n- one\n- two\n  1. x\n\nc",
  );
  assert.equal(htmlText("<pre>if x:\n    y</pre>").text, "if x:\n    y");
  assert.equal(
    htmlText("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>").text,
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
  );
  assert.deepEqual(htmlText("x<script>alert(1)</script><style>a{}</style><img src='q.png' onerror='x'> y"), {
    text: "x y",
    media: ["q.png"],
  });
  assert.equal(htmlText("10 < 11 &amp;&amp; <b></b>H<sub>2</sub>O").text, "10 < 11 && H_2O");
});

function matchedRight(questions: readonly Question[]) {
  const found = questions.find(({ type }) => type === "matching");
  assert.ok(found?.type === "matching");
  assert.deepEqual(found.right.map(({ text }) => text).toSorted(), ["Animal", "Stone", "Tree"]);
  return found.right;
}

function matchedKey(questions: readonly Question[]) {
  const found = questions.find(({ type }) => type === "matching");
  assert.ok(found?.type === "matching");
  const idOf = (text: string) => found.right.find((each) => each.text === text)?.id;
  return { l1: idOf("Tree"), l2: idOf("Animal") };
}
