import assert from "node:assert/strict";
import { Paper } from "../../../../protocol/paper.ts";
import { seenText } from "../../../../protocol/items/seen_text.ts";
import { textsIn } from "../../../../protocol/items/texts_in.ts";
import { paperCharacters, paperOf, questionWords } from "../../../../server/exams/paper.ts";
import { examHashes } from "../../../../server/evidence/exam_hashes.ts";
import { Hall } from "../../../support/hall.ts";
import { SAMPLES } from "../../../protocol/items/samples.ts";
import { richExam } from "../../../support/rich_exam.ts";

const MARKED = { questions: [{ id: "q1", type: "essay", text: "**Why** is *x*\n\n    indented?" }] };

async function inHall(test: (hall: Hall) => Promise<void>): Promise<void> {
  const hall = await Hall.open();
  try {
    await test(hall);
  } finally {
    hall.kv.close();
  }
}

Deno.test("[TX1] texts are Markdown where the exam says so; else they are as they were written", async () => {
  await inHall(async (hall) => {
    for (const format of [{ code: "ONE" }, { code: "TWO", text_format: "plain" }]) {
      const plain = paperOf(await hall.exam({ ...MARKED, ...format }));
      assert.deepEqual(plain.questions, [{ ...MARKED.questions[0], points: 1 }]);
    }
    const [question] = paperOf(await hall.exam({ ...MARKED, text_format: "markdown" })).questions;
    assert.match(question.html ?? "", /<strong>Why<\/strong> is <em>x<\/em>/);
    assert.equal(question.text, MARKED.questions[0].text);
  });
});

Deno.test("[TX1] a paper is bound with its format, and one of before has the hash that it had", async () => {
  await inHall(async (hall) => {
    const { document } = await hall.exam({ ...MARKED, code: "ONE" });
    const { document: marked } = await hall.exam({ ...MARKED, text_format: "markdown" });
    assert.notEqual(examHashes(document).paper, examHashes(marked).paper);
    assert.equal(examHashes({ ...document, text_format: undefined }).paper, examHashes(document).paper);
  });
});

Deno.test("[TX6] every text of a paper has its HTML, made once for a content, and the exam has none", async () => {
  await inHall(async (hall) => {
    const exam = await hall.exam(richExam());
    const written = JSON.stringify(exam);
    const paper = paperOf(exam);
    assert.deepEqual(Paper.parse(paper), paper);
    assert.match(paper.instructions_html ?? "", /<strong>everything<\/strong>/);
    const [choice, cloze] = paper.questions;
    assert.ok(choice.type === "single_choice" && cloze.type === "cloze");
    assert.deepEqual(choice.choices.map(({ html }) => html?.slice(0, 5)), ["<bdi ", "<pre ", "Plain"]);
    assert.deepEqual(cloze.passage.map(({ html }) => html), [
      "The <strong>fast</strong> ",
      undefined,
      " is <em>very</em> ",
      undefined,
      '<br />\nand then <bdi dir="ltr"><math alttext="x" translate="no"><mi>x</mi></math></bdi>.',
    ]);
    assert.equal(cloze.gaps[1].choices?.[0].html, "<strong>quick</strong>");
    assert.equal(JSON.stringify(exam), written);
    // Read from the store anew, as it is every few seconds.
    assert.equal(paperOf(structuredClone(exam)), paper);
  });
});

Deno.test("[TX7] what counts of a text is what is seen of it", async () => {
  await inHall(async (hall) => {
    const plain = await hall.exam({ code: "ONE", questions: [{ id: "q1", type: "essay", text: "Why is it so?" }] });
    const text = "**Why** is [it](https://a.b/long/address) *so*?";
    const marked = await hall.exam({ text_format: "markdown", questions: [{ id: "q1", type: "essay", text }] });
    assert.deepEqual(textsIn(paperOf(marked).questions), ["Why is it so?"]);
    assert.equal(paperCharacters(marked), paperCharacters(plain));
    assert.deepEqual(questionWords(marked), questionWords(plain));
  });
});

Deno.test("[TX7] words of two lines, cells and items are not one", () => {
  for (const html of ["a<br />\nb", "<p>a</p><p>b</p>", "<td>a</td><td>b</td>", "<li>a</li><li>b</li>"]) {
    assert.equal(seenText(html).split(/\s+/).length, 2, html);
  }
  assert.equal(seenText("&lt;b&gt; &amp;lt;"), "<b> &lt;");
});

Deno.test("[TX6] [IT1] a rendered paper with a question of every type is read by its schema; code stays as it was written", async () => {
  await inHall(async (hall) => {
    const questions = Object.entries(SAMPLES).map(([type, { shown, hidden }]) => {
      // As an author writes it: what is shown of some types is made of what is hidden.
      return { id: type, type, text: "*What* is it?", ...shown, ...hidden[0] };
    });
    const paper = paperOf(await hall.exam({ text_format: "markdown", questions }));
    assert.deepEqual(Paper.parse(paper), paper);
    assert.deepEqual(paper.questions.map(({ html }) => html?.includes("<em>What</em>")), questions.map(() => true));
    const code = paper.questions.find(({ type }) => type === "code");
    assert.ok(code?.type === "code");
    assert.deepEqual(code.starter, SAMPLES.code.shown.starter);
  });
});
