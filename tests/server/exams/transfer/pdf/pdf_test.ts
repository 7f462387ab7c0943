import assert from "node:assert/strict";
import { zlibSync } from "fflate";
import { readFile } from "../../../../../server/exams/transfer/read_file.ts";
import { column, pdfFile } from "../../../../support/pdf_file.ts";
import { readApart } from "../../../../support/read_apart.ts";

/** What reading all that is broken may take: ms of the processor, and bytes. */
const MOST_TIME = 20_000;
const MOST_MEMORY = 512 * 1024 * 1024;
const told = ({ notes }: { notes: { told: { key: string }; page?: number }[] }) =>
  notes.map(({ told, page }) => [told.key, page]);

const PAPER = [
  "Biology, autumn",
  "1. Which of these trees keeps its leaves all through the winter, and which is not ever-",
  "green? (2 points)",
  "A) Oak",
  "B) Spruce, which stands",
  "in the north",
  "C) Ash",
  "2) Pick two.",
  "(a) Cat",
  "(b) Moss",
  "(c) Dog",
];

Deno.test("[IT46] a numbered paper is read from a PDF: questions, lettered choices, points and its key", async () => {
  const read = await readFile(
    pdfFile([column(60, PAPER), [], [
      ...column(60, ["3. Say why. [5 marks]", "4. Which?"]),
      { x: 60, y: 700, text: "A. Yes" },
      { x: 200, y: 700, text: "B. No" },
      { x: 60, y: 660, text: "Answers: 1. B  2. A, C" },
      { x: 60, y: 640, text: "4. A" },
    ]]),
    null,
  );
  assert.equal(read.format, "pdf");
  assert.deepEqual(read.questions, [
    {
      id: "q1",
      type: "single_choice",
      text: "Which of these trees keeps its leaves all through the winter, and which is not evergreen?",
      points: 2,
      choices: [
        { id: "a", text: "Oak" },
        { id: "b", text: "Spruce, which stands in the north" },
        { id: "c", text: "Ash" },
      ],
      correct: "b",
    },
    {
      id: "q2",
      type: "multiple_choice",
      text: "Pick two.",
      points: 1,
      choices: [{ id: "a", text: "Cat" }, { id: "b", text: "Moss" }, { id: "c", text: "Dog" }],
      correct: ["a", "c"],
    },
    { id: "q3", type: "essay", text: "Say why.", points: 5 },
    {
      id: "q4",
      type: "single_choice",
      text: "Which?",
      points: 1,
      choices: [{ id: "a", text: "Yes" }, { id: "b", text: "No" }],
      correct: "a",
    },
  ]);
  assert.deepEqual(told(read), [["pdf_page_without_text", 2], ["pdf_before", 1]]);
});

Deno.test("[IT46] of two columns the left one is read first, and a question without a key says so", async () => {
  const left = column(40, ["1. What is the first one here?", "A) One of the things", "B) Another", "Answer: B"]);
  const right = column(320, ["2. And what is this one?", "A) Something", "B) Nothing at all"]);
  const read = await readFile(pdfFile([[...left, ...right]]), null);
  assert.deepEqual(read.questions.map(({ text }) => text), ["What is the first one here?", "And what is this one?"]);
  assert.ok(read.questions[0].type === "single_choice" && read.questions[0].correct === "b");
  assert.deepEqual(told(read), [["no_key", 1]]);
});

Deno.test("[IT47] broken, locked and swollen PDFs end in words, in bounded time", async () => {
  const whole = pdfFile([column(60, PAPER)]);
  const broken = [];
  for (let length = 8; length < whole.length; length += 41) {
    const changed = whole.slice();
    changed[length] ^= 0xff;
    broken.push(whole.slice(0, length), changed);
  }
  const zeros = zlibSync(new Uint8Array(70_000_000));
  const nothing = new TextEncoder().encode("%PDF-1.7\nnothing");
  const read = await readApart([
    bomb(zeros),
    bomb(zlibSync(zeros), "/Filter[/FlateDecode/FlateDecode]"),
    nothing,
    ...broken,
  ]);
  assert.deepEqual(read.told.slice(0, 3), [
    ["pdf_too_large", "nothing"],
    ["pdf_too_large", "nothing"],
    ["pdf_broken", "nothing"],
  ]);
  assert.ok(read.took < MOST_TIME, `${read.took} ms`);
  assert.ok(read.memory < MOST_MEMORY, `${read.memory} bytes`);
});

/** A PDF of one stream, behind which nothing follows. */
function bomb(data: Uint8Array, filter = "/Filter/FlateDecode", keyword = "stream\n"): Uint8Array<ArrayBuffer> {
  const head = `%PDF-1.4\n1 0 obj<<${filter}/Length ${data.length}>>${keyword}`;
  const bytes = new Uint8Array(head.length + data.length);
  bytes.set(new TextEncoder().encode(head));
  bytes.set(data, head.length);
  return bytes;
}

/** A whole paper with something put into the dictionary of its first stream. */
function paperWith(words: string, more = ""): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder("latin1").decode(pdfFile([column(60, PAPER)], false));
  return new TextEncoder().encode(
    text.replace(/<<\/Length \d+/, `$&${words}`).replace("trailer<<", `trailer<<${more}`),
  );
}

Deno.test("[IT47] a PDF with streams that are packed in ways that multiply is refused, however it says so", async () => {
  const refused = [
    "/Filter/LZWDecode",
    "/Filter /LZ#57Decode",
    "/F#69lter/LZWDecode",
    "/F/LZW",
    "/F [ /Fl /Fl ]",
    "/Filter[/FlateDecode/FlateDecode]",
    "/Filter [/ASCIIHexDecode /FlateDecode]",
    "/Filter[/ASCII85Decode/FlateDecode]",
    "/Filter%\n/RunLengthDecode",
    `/F%${"-".repeat(2_500)}\n%\n/LZW`,
    `/F[${"/A".repeat(9)}/LZW]`,
    "/Filter 7 0 R",
    "/Filter[7 0 R]",
    "/Filter/BrotliDecode",
  ];
  for (const filter of refused) {
    assert.deepEqual(
      told(await readFile(paperWith(filter), null)).map(([key]) => key),
      ["pdf_too_large", "nothing"],
      filter,
    );
  }
  for (const locked of ["/Encrypt 9 0 R", "/Encr#79pt<</Filter/Standard/V 1>>"]) {
    const read = await readFile(paperWith("", locked), null);
    assert.deepEqual(told(read).map(([key]) => key), ["pdf_password", "nothing"], locked);
  }
});

Deno.test("[IT47] what does not multiply is read: names with signs of their own, pictures, and files that are linked", async () => {
  for (const words of ["", "/Name/Times#20New", "/F (paper.txt)", "/F 4"]) {
    assert.equal((await readFile(paperWith(words), null)).questions.length, 2, words);
  }
  // A picture is never unpacked: as the text of a page it is none.
  const picture = await readFile(paperWith("/Filter[/DCTDecode]"), null);
  assert.ok(!told(picture).some(([key]) => key === "pdf_too_large"));
});

Deno.test("[IT47] a stream counts as a whole, wherever it is said to begin and to end", async () => {
  const zeros = zlibSync(new Uint8Array(70_000_000));
  // A stored block with the word that ends a stream, then what swells.
  const stored = new TextEncoder().encode("\nendstream endobj\n");
  const early = new Uint8Array(2 + 5 + stored.length + zeros.length - 2);
  early.set(zeros.subarray(0, 2));
  early.set([0, stored.length, 0, 255 - stored.length, 255], 2);
  early.set(stored, 7);
  early.set(zeros.subarray(2), 7 + stored.length);
  const swollen = [bomb(early), bomb(zeros, undefined, "stream \n"), bomb(zeros, undefined, "stream\r")];
  const read = await readApart(swollen);
  assert.deepEqual(read.told, swollen.map(() => ["pdf_too_large", "nothing"]));
  assert.ok(read.took < MOST_TIME, `${read.took} ms`);
  assert.ok(read.memory < MOST_MEMORY, `${read.memory} bytes`);
});
