import assert from "node:assert/strict";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { Question } from "../../../../../protocol/items/registry.ts";
import { writeFile } from "../../../../../server/exams/transfer/formats.ts";
import { readFile } from "../../../../../server/exams/transfer/read_file.ts";
import { readApart } from "../../../../support/read_apart.ts";
import { SAMPLES } from "../../../../protocol/items/samples.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const packed = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)]))).slice();
/** What reading what is swollen may take, ms of the processor and bytes: far less than what a bomb would. */
const MOST_TIME = 10_000;
const MOST_MEMORY = 512 * 1024 * 1024;
const told = ({ notes }: { notes: { told: { key: string }; file?: string; line?: number }[] }) =>
  notes.map(({ told, file, line }) => [told.key, file, line]);

/** As QTI 2.1 writes it, with a namespace's prefix. */
const CHOICE = `<?xml version="1.0" encoding="UTF-8"?>
<i:assessmentItem xmlns:i="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="choice" title="Unattended" adaptive="false" timeDependent="false">
  <i:responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><i:correctResponse><i:value>ChoiceB</i:value></i:correctResponse></i:responseDeclaration>
  <i:outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="3"/>
  <i:itemBody><i:p>Look at the sign: <i:img src="sign.png" alt="NEVER LEAVE LUGGAGE UNATTENDED"/></i:p>
    <i:choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1"><i:prompt>What does it say?</i:prompt>
      <i:simpleChoice identifier="ChoiceA">Stay.<i:feedbackInline identifier="x" outcomeIdentifier="F" showHide="show">No</i:feedbackInline></i:simpleChoice>
      <i:simpleChoice identifier="ChoiceB">Watch it.</i:simpleChoice></i:choiceInteraction></i:itemBody>
</i:assessmentItem>`;
const GAPS = `<assessmentItem identifier="gaps" title="Richard III">
  <responseDeclaration identifier="R1" cardinality="single" baseType="identifier"><correctResponse><value>Y</value></correctResponse></responseDeclaration>
  <responseDeclaration identifier="R2" cardinality="single" baseType="string"><correctResponse><value>summer</value></correctResponse>
    <mapping defaultValue="0"><mapEntry mapKey="summer" mappedValue="1"/><mapEntry mapKey="Summer" mappedValue="0.5"/></mapping></responseDeclaration>
  <itemBody><p>Fill the gaps.</p><blockquote><p>made glorious <textEntryInteraction responseIdentifier="R2" expectedLength="15"/> by this sun of
    <inlineChoiceInteraction responseIdentifier="R1"><inlineChoice identifier="L">Lancaster</inlineChoice><inlineChoice identifier="Y">York</inlineChoice></inlineChoiceInteraction>.</p></blockquote></itemBody>
</assessmentItem>`;
const ORDER =
  `<assessmentItem identifier="order"><responseDeclaration identifier="R" cardinality="ordered" baseType="identifier">
  <correctResponse><value>A</value><value>B</value><value>C</value></correctResponse></responseDeclaration>
  <itemBody><orderInteraction responseIdentifier="R"><prompt>Order</prompt><simpleChoice identifier="B">two</simpleChoice><simpleChoice identifier="A">one</simpleChoice><simpleChoice identifier="C">three</simpleChoice></orderInteraction></itemBody></assessmentItem>`;
const HOTSPOT = `<assessmentItem identifier="h"><itemBody><p>Where?</p>
<hotspotInteraction responseIdentifier="R"><object data="uk.png" type="image/png"/></hotspotInteraction></itemBody></assessmentItem>`;

Deno.test("[IT44] items of QTI 2.1 are read from a package, in its test's order, and what is not is named by file and line", async () => {
  const manifest = `<manifest><resources><resource type="imsqti_test_xmlv2p1" href="t/test.xml"/>${
    ["choice", "gaps", "order", "hot"].map((name) => `<resource type="imsqti_item_xmlv2p1" href="${name}.xml"/>`).join(
      "",
    )
  }</resources></manifest>`;
  const test =
    `<assessmentTest><testPart><assessmentSection><assessmentItemRef href="../order.xml"/></assessmentSection></testPart></assessmentTest>`;
  const read = await readFile(
    packed({
      "imsmanifest.xml": manifest,
      "t/test.xml": test,
      "choice.xml": CHOICE,
      "gaps.xml": GAPS,
      "order.xml": ORDER,
      "hot.xml": HOTSPOT,
    }),
    null,
  );
  assert.equal(read.format, "qti");
  const [order, choice, gaps] = read.questions;
  assert.deepEqual(choice, {
    id: "choice",
    type: "single_choice",
    text: "Look at the sign: [NEVER LEAVE LUGGAGE UNATTENDED]\n\nWhat does it say?",
    points: 3,
    choices: [{ id: "ChoiceA", text: "Stay.", feedback: "No" }, { id: "ChoiceB", text: "Watch it." }],
    correct: "ChoiceB",
  });
  assert.deepEqual(gaps, {
    id: "gaps",
    type: "cloze",
    text: "Fill the gaps.",
    points: 1,
    passage: "made glorious [[R2]] by this sun of [[R1]].",
    gaps: [
      { id: "R2", max_characters: 15, correct: ["summer"] },
      {
        id: "R1",
        max_characters: 50,
        choices: [{ id: "L", text: "Lancaster" }, { id: "Y", text: "York" }],
        correct: ["Y"],
      },
    ],
  });
  assert.ok(order.type === "ordering" && order.correct !== undefined);
  const textOf = new Map(order.choices.map(({ id, text }) => [id, text]));
  assert.deepEqual(order.correct.map((id) => textOf.get(id)), ["one", "two", "three"]);
  assert.deepEqual(told(read), [
    ["pictures_left_out", "choice.xml", 2],
    ["unknown_type", "hot.xml", 2],
  ]);
  const single = await readFile(bytesOf(GAPS), null);
  assert.deepEqual([single.format, single.questions.length], ["qti", 1]);
  assert.deepEqual(told(await readFile(bytesOf("<questestinterop/>"), null))[0], ["qti_1", undefined, 1]);
});

Deno.test("[IT41] QTI 3.0 says itself what QTI knows of every type", () => {
  // Code and files are essays to it.
  const known = Object.entries(SAMPLES).filter(([type]) => type !== "code" && type !== "file");
  const written = known.map(([type, { shown, hidden }]) =>
    Question.parse({
      id: type,
      type,
      text: "What\nis it?\n\nSay.",
      points: 2.5,
      ...shown,
      ...type === "essay" ? { words: undefined } : {},
      ...type === "short_text" ? { correct: ["Tea", "Chai"] } : hidden[0],
      ...type === "multiple_choice" ? { scoring: undefined } : {},
      ...type === "cloze" ? { gaps: [{ id: "river", correct: ["Seine"] }, { id: "city", correct: ["Paris"] }] } : {},
      ...type === "matching"
        ? { right: [{ id: "x", text: "Tree" }, { id: "y", text: "Code" }], correct: { a: "x", b: "y" } }
        : {},
    })
  );
  const files = unzipSync(writeFile({ questions: written }, "qti"));
  for (const [index, { type }] of written.entries()) {
    assert.doesNotMatch(strFromU8(files[`items/${index + 1}.xml`]), /invigil/, type);
  }
  assert.deepEqual(writeFile({ questions: written }, "qti"), writeFile({ questions: written }, "qti"));
});

Deno.test("[IT45] a package is unpacked within bounds: bombs, broken ones, and names that lead out are named and left", async () => {
  const bomb = zipSync({ "a.xml": new Uint8Array(30_000_000) }).slice();
  // The same one, which says of itself that it is small.
  const liar = bomb.slice();
  const view = new DataView(liar.buffer);
  const central = view.getUint32(liar.length - 22 + 16, true);
  view.setUint32(central + 24, 1_000, true);
  const many = zipSync(Object.fromEntries(Array.from({ length: 12_001 }, (_, at) => [`${at}.xml`, new Uint8Array()])));
  const swollen = await readApart([bomb, liar, many]);
  assert.deepEqual(swollen.told, [["zip_too_large", "nothing"], ["nothing"], ["zip_entries", "nothing"]]);
  assert.ok(swollen.took < MOST_TIME, `${swollen.took} ms`);
  assert.ok(swollen.memory < MOST_MEMORY, `${swollen.memory} bytes`);
  const whole = packed({ "i.xml": GAPS, "../../etc/x.xml": GAPS, "/abs.xml": GAPS, "more.zip": "PK" });
  const read = await readFile(whole, null);
  assert.equal(read.questions.length, 1);
  assert.deepEqual(told(read).map(([key]) => key), ["zip_path", "zip_inside"]);
  for (let length = 4; length < whole.length; length += 7) {
    const cut = await readFile(whole.slice(0, length), null);
    assert.ok(cut.notes.some(({ told }) => told.key === "zip_broken"), `${length}`);
  }
  for (let at = 0; at < whole.length; at += 3) {
    const changed = whole.slice();
    changed[at] ^= 0xff;
    await readFile(changed, "qti").catch((error) => assert.equal(error.code, "invalid"));
  }
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">]>${GAPS}`;
  assert.deepEqual(told(await readFile(packed({ "i.xml": laughs }), null))[0], ["xml_doctype", "i.xml", 1]);
});

Deno.test("[IT45] many tiny files of which one is broken cost no more than the file is worth, and none but that one", async () => {
  const names = Array.from({ length: 12_000 }, (_, at) => `${at}.xml`);
  const many = zipSync(Object.fromEntries(names.map((name) => [name, bytesOf("<a/>".repeat(4))])));
  const broken = many.slice();
  // The data of the first file, of a kind of block that there is none of.
  broken[30 + "0.xml".length] = 0xff;
  // Every file says of itself that it is all that follows.
  const overlapping = many.slice();
  const view = new DataView(overlapping.buffer);
  let at = view.getUint32(many.length - 22 + 16, true);
  for (const _ of names) {
    view.setUint32(at + 20, many.length / 4, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
  }
  const read = await readApart([broken, overlapping]);
  assert.deepEqual(read.told, [["nothing"], ["zip_too_large", "nothing"]]);
  assert.ok(read.took < MOST_TIME, `${read.took} ms`);
  assert.ok(read.heldUp < MOST_TIME / 4, `${read.heldUp} ms`);
  const one = packed({ "bad.xml": `<x>${"lorem ipsum ".repeat(20)}</x>`, "i.xml": GAPS });
  one[30 + "bad.xml".length] = 0xff;
  assert.equal((await readFile(one, null)).questions.length, 1);
});

Deno.test("[IT45] a package in which a name stands twice is refused, and which one is said", async () => {
  const twice = packed({ "i.xml": GAPS, "j.xml": GAPS });
  for (let at = 0; at + 5 < twice.length; at++) {
    if (new TextDecoder().decode(twice.subarray(at, at + 5)) === "j.xml") twice[at] = "i".charCodeAt(0);
  }
  const { questions, notes } = await readFile(twice, null);
  assert.equal(questions.length, 0);
  assert.deepEqual(notes[0].told, { key: "zip_twice", values: { name: "i.xml" } });
});
