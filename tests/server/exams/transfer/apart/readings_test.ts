import assert from "node:assert/strict";
import { zlibSync } from "fflate";
import { Refusal } from "../../../../../server/errors.ts";
import { READING_BOUNDS, type ReadingBounds, Readings } from "../../../../../server/exams/transfer/apart/readings.ts";
import { startReaderProcess } from "../../../../../server/exams/transfer/apart/reader_process.ts";
import { startReaderWorker } from "../../../../../server/exams/transfer/apart/reader_worker.ts";
import { Question } from "../../../../../protocol/items/registry.ts";
import { writeFile } from "../../../../../server/exams/transfer/formats.ts";
import { readFile } from "../../../../../server/exams/transfer/read_file.ts";
import { pictures } from "../any_exam.ts";
import { lockedPaper } from "../../../../support/locked_pdf.ts";
import { doublingForms, endlessLetters, millionsOfOperators, onePage } from "../../../../support/hostile_pdf.ts";
import { column, pdfFile } from "../../../../support/pdf_file.ts";

/** What a reading that is stopped may take beyond its bound, ms: the machine may be busy. */
const SLACK = 15_000;
const MB = 1024 * 1024;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const AIKEN = bytesOf("Which?\nA. One\nB. Two\nANSWER: B\n");
const PAPER = pdfFile([column(60, ["1. What?", "A) This", "B) That", "Answer: A"]), []]);

const reading = (bounds: Partial<ReadingBounds> = {}, start?: typeof startReaderWorker) =>
  new Readings({ ...READING_BOUNDS, ...bounds }, start);
const saidOf = async (read: Promise<unknown>) => {
  const refusal = await read.then(() => null, (error) => error);
  assert.ok(refusal instanceof Refusal, `${refusal}`);
  return [refusal.code, refusal.said.key];
};

for (const [name, start] of [["process", startReaderProcess], ["thread", startReaderWorker]] as const) {
  Deno.test(`[IT49] a ${name} of its own says of a file what reading it here says`, async () => {
    const apart = reading({}, start);
    const files = [
      AIKEN,
      PAPER,
      bytesOf("::a:: Q {=x ~y}\n\nBroken {=x\n\nM {=a -> b =c -> d =e -> f}\n\nD\n\nN {#3:1}\n"),
      bytesOf('{"questions": [{"id": "x", "type": "essay", "text": ""}]}'),
      bytesOf(`<quiz>\n<question type="essay"><questiontext><text>Whole</text></questiontext></question>\n<question`),
    ];
    for (const file of files) {
      const here = JSON.parse(JSON.stringify(await readFile(file, null)));
      assert.deepEqual(JSON.parse(JSON.stringify(await apart.read(file, null))), here);
    }
    const [picture] = pictures;
    const question = Question.parse({
      id: "q",
      type: "essay",
      text: `![A tree](media:${picture.mediaId})`,
      section: "s",
      pool: "p",
    });
    const whole = writeFile({
      questions: [question],
      sections: [{ id: "s", title: "First" }],
      pools: [{ id: "p", take: 1 }],
      pictures: new Map([[picture.mediaId, picture]]),
    }, "moodle_xml");
    assert.deepEqual(await apart.read(whole, null, true), await readFile(whole, null, { isWhole: true }));
    assert.deepEqual(await saidOf(apart.read(new Uint8Array([0, 1, 2, 0xff]), null)), ["invalid", "import_no_text"]);
    assert.equal(apart.size, 0);
  });

  Deno.test(`[IT49] a ${name} that does not come to an end is stopped, and nothing waits for it`, async () => {
    const began = performance.now();
    let heldUp = 0;
    let last = began;
    const looking = setInterval(() => {
      heldUp = Math.max(heldUp, performance.now() - last);
      last = performance.now();
    }, 5);
    try {
      const read = reading({ withinMs: 2_500 }, start).read(doublingForms(), null);
      assert.deepEqual(await saidOf(read), ["invalid", "import_too_long"]);
    } finally {
      clearInterval(looking);
    }
    assert.ok(performance.now() - began < 2_500 + SLACK);
    assert.ok(heldUp < 2_000, `held up for ${heldUp} ms`);
  });
}

Deno.test("[IT49] files of any format that would hold a reader up are read in time, or end in words", async () => {
  const apart = reading({ atOnce: 1, withinMs: 3_000 });
  const list = bytesOf(
    `<quiz><question type="essay"><questiontext format="html"><text>${
      "&lt;ul&gt;".repeat(4e5)
    }</text></questiontext></question></quiz>`,
  );
  for (const file of [millionsOfOperators(), list]) {
    const began = performance.now();
    const refusal = await apart.read(file, null).then(() => null, (error) => error);
    // How far 3 s reach is the machine's.
    if (refusal !== null) assert.equal(refusal.said?.key, "import_too_long", `${refusal}`);
    assert.ok(performance.now() - began < 3_000 + SLACK);
  }
});

Deno.test("[IT49] a reading that takes too much memory is stopped: of its script, and in all", async () => {
  for (const bounds of [{ heapBytes: 64 * MB }, { residentBytes: 160 * MB }]) {
    const read = reading({ withinMs: 60_000, ...bounds }).read(endlessLetters(), null);
    assert.deepEqual(await saidOf(read), ["invalid", "import_too_much_memory"]);
  }
});

Deno.test("[IT49] so many files are read at a time, so many wait, and the next one is told to come back", async () => {
  const apart = reading({ atOnce: 1, waiting: 1, withinMs: 9_000 });
  const slow = saidOf(apart.read(doublingForms(), null));
  const next = apart.read(AIKEN, null);
  const refused = await apart.read(AIKEN, null).then(() => null, (error) => error);
  assert.ok(refused instanceof Refusal && refused.code === "unavailable" && refused.retryAfterSeconds === 10);
  assert.equal(apart.size, 1);
  assert.deepEqual(await slow, ["invalid", "import_too_long"]);
  assert.equal((await next).questions.length, 1);
  const hasty = reading({ atOnce: 1, waitMs: 100, withinMs: 2_000 });
  const held = saidOf(hasty.read(doublingForms(), null));
  assert.deepEqual(await saidOf(hasty.read(AIKEN, null)), ["unavailable", "import_busy"]);
  hasty.end();
  assert.deepEqual(await held, ["unavailable", "import_busy"]);
});

Deno.test("[IT96] an account has one file read at a time: its next one waits, the one after that comes back, and others are read", async () => {
  const apart = reading({ atOnce: 2, withinMs: 60_000, waitMs: 60_000 });
  const ada = { account: "ada" };
  const given = new AbortController();
  const slow = saidOf(apart.read(doublingForms(), null, false, { ...ada, signal: given.signal }));
  const next = apart.read(AIKEN, null, false, ada);
  assert.deepEqual(await saidOf(apart.read(AIKEN, null, false, ada)), ["rate_limited", "import_own_waits"]);
  assert.equal((await apart.read(AIKEN, null, false, { account: "bo" })).questions.length, 1);
  assert.equal(apart.size, 1, "the slow one is still being read");
  given.abort();
  assert.deepEqual(await slow, ["unavailable", "import_busy"]);
  assert.equal((await next).questions.length, 1);
  assert.equal(apart.size, 0);
});

Deno.test("[IT96] a reading to which nobody listens any more ends, as does its waiting, and gives its place back", async () => {
  const apart = reading({ atOnce: 1, waiting: 1, withinMs: 60_000, waitMs: 60_000 });
  const [first, second] = [new AbortController(), new AbortController()];
  const read = saidOf(apart.read(doublingForms(), null, false, { signal: first.signal }));
  const waiting = saidOf(apart.read(AIKEN, null, false, { signal: second.signal }));
  second.abort();
  assert.deepEqual(await waiting, ["unavailable", "import_busy"]);
  const next = apart.read(AIKEN, null);
  first.abort();
  assert.deepEqual(await read, ["unavailable", "import_busy"]);
  assert.equal((await next).questions.length, 1);
  assert.deepEqual(await saidOf(apart.read(AIKEN, null, false, { signal: first.signal })), [
    "unavailable",
    "import_busy",
  ]);
  assert.equal(apart.size, 0);
});

const QUESTION = ["1. Which tree is evergreen?", "A. Oak", "B. Spruce", "Answer: B"];

Deno.test("[IT47] what only the owner may change is read apart from the server; what a password opens is not", async () => {
  const apart = reading();
  const owned = await apart.read(lockedPaper(QUESTION), null);
  assert.deepEqual([owned.questions.map(({ text }) => text), owned.notes], [["Which tree is evergreen?"], []]);
  const locked = await apart.read(lockedPaper(QUESTION, "secret"), null);
  assert.deepEqual(locked.notes.map(({ told }) => told.key), ["pdf_password", "nothing"]);
  const inThread = await reading({}, startReaderWorker).read(lockedPaper(QUESTION), null);
  assert.deepEqual(inThread.notes.map(({ told }) => told.key), ["pdf_password", "nothing"]);
});

Deno.test("[IT47] streams that are packed in other ways than Flate are read apart from the server", async () => {
  const content = QUESTION.map((line, at) => `BT /F1 11 Tf 60 ${780 - at * 16} Td (${line}) Tj ET`).join("\n");
  const packed: [filter: string, data: Uint8Array][] = [
    ["[/ASCII85Decode/FlateDecode]", bytesOf(`${ascii85(zlibSync(bytesOf(content)))}~>`)],
    ["/ASCIIHexDecode", bytesOf(`${bytesOf(content).toHex()}>`)],
    ["[/FlateDecode/FlateDecode]", zlibSync(zlibSync(bytesOf(content)))],
  ];
  for (const [filter, data] of packed) {
    const read = await reading().read(onePage({ words: `/Filter${filter}`, data }), null);
    assert.deepEqual([read.questions.length, read.notes], [1, []], filter);
  }
});

Deno.test("[IT47] a stream that swells in a way that is not known before is stopped by its memory, in bounded time", async () => {
  // Of some hundred bytes in the file.
  const data = zlibSync(zlibSync(new Uint8Array(400_000_000)));
  const read = reading({ residentBytes: 300 * MB }).read(
    onePage({ words: "/Filter[/FlateDecode/FlateDecode]", data }),
    null,
  );
  assert.deepEqual(await saidOf(read), ["invalid", "import_too_much_memory"]);
});

/** Bytes in the letters of base 85. */
function ascii85(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const four = bytes.subarray(at, at + 4);
    let number = [0, 1, 2, 3].reduce((sum, byte) => sum * 256 + (four[byte] ?? 0), 0);
    let letters = "";
    for (let count = 0; count < 5; count++, number = Math.floor(number / 85)) {
      letters = String.fromCharCode(33 + number % 85) + letters;
    }
    text += letters.slice(0, four.length + 1);
  }
  return text;
}
