import assert from "node:assert/strict";
import type { ImportFormat } from "../../../../protocol/transfer.ts";
import { readFile } from "../../../../server/exams/transfer/read_file.ts";

const read = (text: string, format: ImportFormat | null = "moodle_xml") =>
  readFile(new TextEncoder().encode(text), format);
const essay = (text: string) => `<question type="essay"><questiontext><text>${text}</text></questiontext></question>`;
const toldIn = ({ notes }: { notes: { told: { key: string }; line?: number }[] }) =>
  notes.map(({ told, line }) => [told.key, line]);

Deno.test("[IT43] entities are not expanded and nothing is fetched: a DOCTYPE ends the reading", async () => {
  const laughs =
    `<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  for (
    const head of [
      laughs,
      `\n<!DOCTYPE quiz SYSTEM "http://127.0.0.1:1/x.dtd">`,
      `\n<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>`,
    ]
  ) {
    const { questions, notes } = await read(`${head}<quiz>${essay("&b;&x;")}</quiz>`);
    assert.equal(questions.length, 0);
    assert.deepEqual(toldIn({ notes }), [["xml_doctype", 2], ["nothing", undefined]]);
  }
  assert.deepEqual(toldIn(await read(`<quiz>\n${essay("&nbsp;")}</quiz>`)), [["xml_syntax", 2], [
    "nothing",
    undefined,
  ]]);
});

Deno.test("[IT43] a file that breaks off gives the questions before", async () => {
  const { questions, notes } = await read(`<quiz>\n${essay("Whole")}\n<question type="essay"><questiontext><te`);
  assert.deepEqual(questions.map(({ text }) => text), ["Whole"]);
  assert.deepEqual(toldIn({ notes }), [["xml_syntax", 3]]);
  assert.deepEqual(toldIn(await read(`<quiz>${"<a>".repeat(200)}`)), [["xml_deep", 1], ["nothing", undefined]]);
});

Deno.test("[IT22] XML is read in UTF-16, and in the encoding that it names", async () => {
  const text = `<?xml version="1.0" encoding="iso-8859-1"?><quiz>${essay("B\u00e4ume")}</quiz>`;
  const latin = await readFile(Uint8Array.from(text, (letter) => letter.charCodeAt(0)), null);
  assert.equal(latin.questions[0].text, "B\u00e4ume");
  const wide = new Uint8Array(Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0)).buffer);
  assert.equal((await readFile(wide, null)).questions[0].text, "B\u00e4ume");
});

Deno.test("[IT22] 10,000 questions and a line of 4 MB are read in bounded time, without holding up the server", async () => {
  const begin = performance.now();
  let longest = 0;
  let last = begin;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  try {
    const many = await read(`<quiz>${essay("What?\n").repeat(10_001)}</quiz>`);
    assert.equal(many.questions.length, 10_000);
    assert.deepEqual(toldIn(many).map(([key]) => key), ["too_many", "more_than_an_exam"]);
    const long = await read(`<quiz>${essay("a".repeat(4e6))}</quiz>`);
    assert.equal(long.questions.length, 0);
    for (
      const piece of [
        "<",
        "<a ",
        "<a b='",
        "<!--",
        "<![CDATA[",
        "&amp;",
        "</a>",
        "{1:SA:",
        "\\(",
        "\\(x",
        "&lt;b&gt;\\[",
      ]
    ) {
      await read(`<quiz>${essay("x")}${piece.repeat(4e6 / piece.length)}`);
      await read(`<quiz>${essay(piece.repeat(1e6 / piece.length))}</quiz>`);
    }
  } finally {
    clearInterval(timer);
  }
  assert.ok(performance.now() - begin < 20_000);
  assert.ok(longest < 2_000, `held up for ${longest} ms`);
});
