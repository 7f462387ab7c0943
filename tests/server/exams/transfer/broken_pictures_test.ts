import assert from "node:assert/strict";
import { zipSync } from "fflate";
import { MAX_EXAM_PICTURES, MAX_IMPORT_MEDIA_BYTES } from "../../../../protocol/limits.ts";
import { readFile } from "../../../../server/exams/transfer/read_file.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const keysIn = (read: { notes: { told: { key: string } }[] }) => new Set(read.notes.map(({ told }) => told.key));
/** What reading what is swollen may take, ms: a machine may have other things to do. */
const MOST_TIME = 20_000;

Deno.test("[IT86] of too many pictures those that there is room for are taken, and the others are said and named", async () => {
  const texts = Array.from({ length: MAX_EXAM_PICTURES + 5 }, (_, at) => {
    const picture = btoa(String.fromCharCode(...PNG, at % 256, at >> 8));
    return `<question type="essay"><questiontext format="html"><text>&lt;img src="@@PLUGINFILE@@/p" alt="P${at}"&gt;</text>` +
      `<file name="p" path="/" encoding="base64">${picture}</file></questiontext></question>`;
  });
  const read = await readFile(bytesOf(`<quiz>${texts.join("")}</quiz>`), null, { isWhole: true });
  assert.equal(read.pictures.size, MAX_EXAM_PICTURES);
  assert.equal(read.questions.length, texts.length);
  assert.equal(read.questions.at(-1)?.text, `[P${MAX_EXAM_PICTURES + 4}]`);
  assert.deepEqual(keysIn(read), new Set(["pictures_left_out"]));
});

Deno.test("[IT86] what is no picture, or swells, or says too much after the answer, is left in bounded time", async () => {
  const began = performance.now();
  const drawn = Array.from({ length: 90_000 }, (_, at) => `<g id="n${at * 7919}"/>`).join("");
  const svg = (at: number) => `<svg xmlns="http://www.w3.org/2000/svg" id="s${at}">${drawn}</svg>`;
  const item = (at: number) =>
    `<assessmentItem identifier="i${at}"><itemBody><p><img src="${at}.svg" alt="S${at}"/>?</p><extendedTextInteraction responseIdentifier="R"/></itemBody></assessmentItem>`;
  const many = Array.from({ length: 12 }, (_, at) => at);
  const swollen = zipSync({
    ...Object.fromEntries(many.map((at) => [`${at}.xml`, bytesOf(item(at))])),
    ...Object.fromEntries(many.map((at) => [`${at}.svg`, bytesOf(svg(at))])),
  }).slice();
  const read = await readFile(swollen, null, { isWhole: true });
  const sum = [...read.pictures.values()].reduce((bytes, { content }) => bytes + content.length, 0);
  assert.ok(sum <= MAX_IMPORT_MEDIA_BYTES);
  assert.deepEqual(keysIn(read), new Set(["pictures_left_out"]));
  const said = `<modalFeedback outcomeIdentifier="F" identifier="x">a</modalFeedback>`.repeat(40_000);
  await readFile(bytesOf(item(0).replace("</itemBody>", `</itemBody>${said}`)), null, { isWhole: true });
  const strange = `<quiz><question type="essay"><questiontext><text>&lt;img src="data:image/png;base64,${
    "A".repeat(3e6)
  }"&gt;&lt;img src="data:image/svg+xml,%"&gt;&lt;img src="${
    "data:".repeat(1e5)
  }"&gt;x</text><file name="f" encoding="base64">!!!</file></questiontext></question></quiz>`;
  const left = await readFile(bytesOf(strange), null, { isWhole: true });
  assert.equal(left.pictures.size, 0);
  assert.deepEqual(left.questions.map(({ text }) => text), ["x"]);
  assert.ok(performance.now() - began < MOST_TIME, `${performance.now() - began} ms`);
});
