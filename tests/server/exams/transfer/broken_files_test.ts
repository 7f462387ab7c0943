import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { strToU8, zipSync } from "fflate";
import { MAX_IMPORT_QUESTIONS } from "../../../../protocol/limits.ts";
import { writeFile } from "../../../../server/exams/transfer/formats.ts";
import { unseenIn } from "../../../../protocol/unseen_signs.ts";
import { readFile } from "../../../../server/exams/transfer/read_file.ts";
import { BROUGHT } from "../../../support/brought_files.ts";
import { type ReadApart, readApart } from "../../../support/read_apart.ts";

/** What reading one format's broken files may take: ms of the processor, ms without a pause, and bytes. */
const MOST_TIME = 20_000;
const MOST_HELD_UP = 3_000;
const MOST_MEMORY = 512 * 1024 * 1024;

function assertBounded({ took, heldUp, memory }: ReadApart): void {
  assert.ok(took < MOST_TIME, `${took} ms`);
  assert.ok(heldUp < MOST_HELD_UP, `held up for ${heldUp} ms`);
  assert.ok(memory < MOST_MEMORY, `${memory} bytes`);
}

/** Letters of one byte each. */
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) =>
  new Uint8Array(Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0)).buffer);

for (const { format, file, many, isText } of BROUGHT) {
  Deno.test(`[IT22] ${format}: a file that is cut off or changed anywhere ends in words, within time and memory`, async () => {
    const step = Math.max(1, Math.floor(file.length / 60));
    const broken: Uint8Array[] = [];
    for (let at = 1; at < file.length; at += step) {
      const changed = file.slice();
      changed[at] ^= 0xff;
      broken.push(file.slice(0, at), changed);
    }
    const read = await readApart([file, ...broken]);
    assert.deepEqual([read.questions[0], read.told[0]], [2, []]);
    for (const [at, taken] of read.questions.entries()) {
      assert.ok(taken <= 2 && (taken > 0 || read.told[at].length > 0), `${at}: neither taken nor told`);
    }
    assertBounded(read);
  });

  Deno.test(`[IT22] ${format}: 10,000 questions and more are taken up to the limit, within time and memory`, async () => {
    // A paper's questions are numbered with three digits.
    const [most, count] = format === "pdf" ? [999, 1_040] : [MAX_IMPORT_QUESTIONS, MAX_IMPORT_QUESTIONS + 5];
    const read = await readApart([many(count)]);
    assert.deepEqual(read.questions, [most]);
    if (format !== "pdf") assert.ok(read.told[0].includes("too_many"));
    assertBounded(read);
  });

  if (!isText) continue;
  Deno.test(`[IT22] ${format}: a wrong encoding is read with a note, UTF-16 as it is, and bytes that are no text are refused`, async () => {
    const text = new TextDecoder().decode(file).replaceAll(/\\u00e4/g, "\u00e4").replace('encoding="UTF-8"', "");
    const noise = crypto.getRandomValues(new Uint8Array(65_536));
    noise.set([0, 0xff, 0]);
    const read = await readApart([latin1(text.replaceAll("\u00fc", "ue")), utf16(text), noise]);
    assert.equal(read.questions[0], 2);
    assert.deepEqual(read.told, [["encoding"], [], ["import_no_text"]]);
    assert.equal(read.questions[1], 2);
    assertBounded(read);
  });
}

Deno.test("[IT43] entities that multiply are refused wherever XML is read, within time and memory", async () => {
  const entities = Array.from(
    { length: 12 },
    (_, at) => `<!ENTITY e${at} "${at === 0 ? "ha" : `&e${at - 1};`.repeat(10)}">`,
  ).join("");
  const quiz =
    `<!DOCTYPE quiz [${entities}]>\n<quiz><question type="essay"><questiontext><text>&e11;</text></questiontext>` +
    "</question></quiz>";
  const item =
    `<!DOCTYPE x [${entities}]><assessmentItem identifier="i"><itemBody><p>&e11;</p></itemBody></assessmentItem>`;
  const read = await readApart([
    strToU8(`<?xml version="1.0"?>${quiz}`),
    strToU8(item),
    zipSync({ "i.xml": strToU8(item) }),
  ]);
  assert.deepEqual(read.questions, [0, 0, 0]);
  for (const told of read.told) assert.ok(told.includes("xml_doctype"), told.join(" "));
  assertBounded(read);
});

Deno.test("[IT22] long lines and signs that open and never close take no more than they are worth, in any format", async () => {
  const long = 4e6;
  const quiz = (text: string) => `<quiz><question type="essay"><questiontext><text>${text}`;
  const read = await readApart(
    [
      "::a:: " + "{".repeat(long),
      "a {" + "=a -> b ".repeat(6_000) + "}\n\nb {}",
      "[" + "{".repeat(long),
      "[".repeat(long),
      `[{"text": "${"\\u00e4".repeat(long / 6)}"`,
      `text,a\n"${'""'.repeat(long / 2)}`,
      "text" + ",a".repeat(long / 2),
      "A. x\nANSWER: A\n" + "B. y ".repeat(long / 5),
      quiz("x".repeat(long)),
      quiz("&amp;".repeat(long / 5)),
      quiz("<![CDATA[".repeat(long / 9)),
    ].map((text) => new TextEncoder().encode(text)),
  );
  for (const [at, told] of read.told.entries()) assert.ok(told.length > 0 || read.questions[at] > 0, `${at}`);
  assertBounded(read);
});

Deno.test("[IT23] formulas come as the texts that they are, from every format, and leave as such in a table", async () => {
  const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", "\t=1", "\r=1"];
  const rows = formulas.map((formula) => `"${formula.replaceAll('"', '""')}"`);
  const brought = await readFile(new TextEncoder().encode(`text\n${rows.join("\n")}\n`), "csv");
  assert.deepEqual(brought.questions.map(({ text }) => text.trim()), formulas.map((formula) => formula.trim()));
  for (const format of ["gift", "moodle_xml", "qti", "json", "csv"] as const) {
    const { questions } = await readFile(writeFile({ questions: brought.questions }, format), format);
    assert.deepEqual(questions.map(({ text }) => text.trim()), formulas.map((formula) => formula.trim()), format);
    const table: string[][] = parse(new TextDecoder().decode(writeFile({ questions }, "csv")));
    // A number is what it looks like.
    for (const cell of table.flat()) assert.ok(!/^\s*[=+@-]/.test(cell) || Number.isFinite(Number(cell)), cell);
  }
});

Deno.test("[IT95] a sign that nobody can see is replaced by one that can be, wherever a file has it, and that is noted", async () => {
  const exam = {
    sections: [{ id: "s", title: "Part\u0001" }],
    questions: [
      {
        id: "a",
        type: "short_text",
        text: "half \ud800 of one",
        correct: ["yes\u0000"],
        feedback: "a\vb",
        section: "s",
      },
      { id: "b", type: "essay", text: "fine 😀\n\tand so on" },
    ],
  };
  const read = await readFile(new TextEncoder().encode(JSON.stringify(exam)), null, { isWhole: true });
  assert.equal(unseenIn(read), null);
  assert.deepEqual(read.sections, [{ id: "s", title: "Part\ufffd" }]);
  const [b, a] = read.questions;
  assert.deepEqual([a.text, a.feedback, b.text], ["half \ufffd of one", "a\nb", "fine 😀\n\tand so on"]);
  assert.deepEqual(a.type === "short_text" && a.correct, ["yes\ufffd"]);
  assert.deepEqual(read.notes.map(({ told, item }) => [told, item]), [
    [{ key: "unseen_replaced", values: { sign: "U+0001" } }, undefined],
    [{ key: "unseen_replaced", values: { sign: "U+D800" } }, 1],
  ]);
  const gift = await readFile(new TextEncoder().encode("::a\u0002:: Is it so? {T}"), "gift");
  assert.equal(unseenIn(gift.questions), null);
});
