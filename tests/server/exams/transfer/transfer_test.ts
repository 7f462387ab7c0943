import assert from "node:assert/strict";
import fc from "fast-check";
import { Question } from "../../../../protocol/items/registry.ts";
import type { ImportFormat } from "../../../../protocol/transfer.ts";
import { writeFile, WRITTEN } from "../../../../server/exams/transfer/formats.ts";
import { readFile } from "../../../../server/exams/transfer/read_file.ts";
import { SAMPLES } from "../../../protocol/items/samples.ts";

const read = (text: string, format: ImportFormat | null = null) => readFile(new TextEncoder().encode(text), format);
const keysOf = (notes: { told: { key: string }; line?: number }[]) => notes.map(({ told, line }) => [told.key, line]);

const hostile = fc.constantFrom(
  "=1+1",
  "'=x",
  "a {=b}\n\n::q::",
  "// x",
  "$CATEGORY: a",
  "\\n \\ ~%50%",
  '"',
  "[html]",
  "a | b",
  "\ud800",
);
const written = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ maxLength: 40 }), hostile)
  .filter((text) => text.trim() !== "");

for (const format of ["gift", "csv", "json"] as const) {
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
            const question = Question.parse({ id: "x1", type, text, points: 2.5, ...shown, ...key, ...extra });
            const second = { ...question, id: "x2" };
            const back = await readFile(writeFile([question, second], format), format);
            assert.deepEqual(back.notes, []);
            // What a file leaves out is not there.
            assert.deepEqual(back.questions, JSON.parse(JSON.stringify([question, second])));
          },
        ),
        { numRuns: 150 },
      );
    });
  }
}

Deno.test("[IT20] formats are recognised, and what is not understood has its line", async () => {
  const gift = await read("// c\n::a:: Q {=x ~y}\n\nBroken {=x\n\nM {=a -> b =c -> d =e -> f}\n\nN {#3:1}\n");
  assert.equal(gift.format, "gift");
  assert.deepEqual(gift.questions.map(({ type }) => type), ["single_choice", "numeric"]);
  assert.deepEqual(gift.notes.map(({ told, item }) => [told.key, item]), [["gift_syntax", 2], ["unknown_type", 3]]);
  const aiken = await read("Which?\nA. One\nB) Two\nANSWER: B\n\nNo answer?\nA. One\nB. Two\n");
  assert.equal(aiken.format, "aiken");
  assert.equal(aiken.questions.length, 1);
  assert.deepEqual(keysOf(aiken.notes), [["aiken_no_answer", 6]]);
  const csv = await read("text;correct;choice_1;choice_2;odd\nWhich?;b;One;Two;\nTree?;;;;\n");
  assert.equal(csv.format, "csv");
  assert.deepEqual(csv.questions.map(({ type }) => type), ["single_choice", "essay"]);
  assert.deepEqual(keysOf(csv.notes), [["unknown_column", 1]]);
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
  const table = WRITTEN.csv.text([question]);
  assert.match(table, /'=1\+1/);
  assert.doesNotMatch(table, /(^|[,"])[=+@]/m);
});
