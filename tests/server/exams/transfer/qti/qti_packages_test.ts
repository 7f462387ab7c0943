import assert from "node:assert/strict";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { Question } from "../../../../../protocol/items/registry.ts";
import { writeFile } from "../../../../../server/exams/transfer/formats.ts";
import { readFile } from "../../../../../server/exams/transfer/read_file.ts";
import { pictures } from "../any_exam.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const packed = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, file]) => [name, typeof file === "string" ? bytesOf(file) : file]),
    ),
  ).slice();
const toldIn = ({ notes }: { notes: { told: { key: string }; file?: string }[] }) =>
  notes.map(({ told, file }) => [told.key, file]);
const [oak] = pictures;
const SHOWN = `media:${oak.mediaId}`;

/** As TAO 3.4 writes a test with two items: classes of its grid, values in CDATA, feedback shown by conditions. */
const TAO = {
  "imsmanifest.xml":
    `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="QTI-TEST-MANIFEST"><organizations/><resources>
    <resource identifier="t" type="imsqti_test_xmlv2p2" href="tests/i1/test.xml"><dependency identifierref="i1"/></resource>
    <resource identifier="i1" type="imsqti_item_xmlv2p2" href="items/i1/qti.xml"><metadata>
      <imsmd:lom xmlns:imsmd="http://ltsc.ieee.org/xsd/LOM"><imsmd:general><imsmd:keyword><imsmd:string language="en">space</imsmd:string></imsmd:keyword>
      <imsmd:keyword><imsmd:langstring xml:lang="en"> history </imsmd:langstring></imsmd:keyword></imsmd:general></imsmd:lom></metadata>
      <file href="items/i1/qti.xml"/><file href="items/i1/assets/an%20oak.png"/></resource>
    <resource identifier="i2" type="imsqti_item_xmlv2p2" href="items/i2/qti.xml"><file href="items/i2/qti.xml"/></resource>
    </resources></manifest>`,
  "tests/i1/test.xml":
    `<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="T" title="T" toolName="tao">
    <testPart identifier="testPart-1" navigationMode="linear" submissionMode="individual"><itemSessionControl maxAttempts="0"/>
    <assessmentSection identifier="assessmentSection-1" required="true" fixed="false" title="Section 1" visible="true" keepTogether="true">
      <assessmentItemRef identifier="item-1" required="false" fixed="false" href="../../items/i1/qti.xml"/>
      <assessmentItemRef identifier="item-2" href="../../items/i2/qti.xml"/></assessmentSection></testPart></assessmentTest>`,
  "items/i1/qti.xml": `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i6011423ba1e83975" title="Shuttle" label="Shuttle" xml:lang="en-US" adaptive="false" timeDependent="false" toolName="TAO" toolVersion="3.4.0">
  <responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier"><correctResponse><value><![CDATA[choice_1]]></value><value><![CDATA[choice_2]]></value></correctResponse></responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="2"/>
  <outcomeDeclaration identifier="FEEDBACK_1" cardinality="single" baseType="identifier"/>
  <itemBody><div class="grid-row"><div class="col-12"><p>Look: <img src="assets/an%20oak.png" alt="An oak" type="image/png" width="100%"/></p>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="0" minChoices="0" orientation="vertical"><prompt>Which flew?</prompt>
      <simpleChoice identifier="choice_1" fixed="false" showHide="show">Atlantis</simpleChoice><simpleChoice identifier="choice_2">Discovery</simpleChoice><simpleChoice identifier="choice_3">Oak</simpleChoice></choiceInteraction></div></div></itemBody>
  <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>
</assessmentItem>`,
  "items/i2/qti.xml":
    `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i2" title="Sum" adaptive="false" timeDependent="false" toolName="TAO">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value><![CDATA[choice_1]]></value></correctResponse></responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><outcomeDeclaration identifier="FEEDBACK_1" cardinality="single" baseType="identifier"/><outcomeDeclaration identifier="FEEDBACK_2" cardinality="single" baseType="identifier"/><outcomeDeclaration identifier="FEEDBACK_3" cardinality="single" baseType="identifier"/>
  <itemBody><p>What is <m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:semantics><m:mrow><m:mn>1</m:mn><m:mo>+</m:mo><m:mn>1</m:mn></m:mrow><m:annotation encoding="latex">1+1</m:annotation></m:semantics></m:math>?</p>
    <choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><simpleChoice identifier="choice_1">2</simpleChoice><simpleChoice identifier="choice_2">3</simpleChoice></choiceInteraction></itemBody>
  <responseProcessing>
    <responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match><setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue baseType="float">1</baseValue></sum></setOutcomeValue></responseIf></responseCondition>
    <responseCondition><responseIf><and><not><isNull><variable identifier="RESPONSE"/></isNull></not><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match></and><setOutcomeValue identifier="FEEDBACK_1"><baseValue baseType="identifier">feedbackModal_1</baseValue></setOutcomeValue></responseIf>
      <responseElse><setOutcomeValue identifier="FEEDBACK_1"><baseValue baseType="identifier">feedbackModal_2</baseValue></setOutcomeValue></responseElse></responseCondition>
    <responseCondition><responseIf><match><variable identifier="RESPONSE"/><baseValue baseType="identifier">choice_2</baseValue></match><setOutcomeValue identifier="FEEDBACK_2"><baseValue baseType="identifier">feedbackModal_3</baseValue></setOutcomeValue></responseIf></responseCondition>
    <responseCondition><responseIf><gte><variable identifier="SCORE"/><baseValue baseType="float">0.5</baseValue></gte><setOutcomeValue identifier="FEEDBACK_3"><baseValue baseType="identifier">feedbackModal_4</baseValue></setOutcomeValue></responseIf></responseCondition>
  </responseProcessing>
  <modalFeedback identifier="feedbackModal_1" outcomeIdentifier="FEEDBACK_1" showHide="show" title="">Well <strong>done</strong></modalFeedback>
  <modalFeedback identifier="feedbackModal_2" outcomeIdentifier="FEEDBACK_1" showHide="show">Count again</modalFeedback>
  <modalFeedback identifier="feedbackModal_3" outcomeIdentifier="FEEDBACK_2" showHide="show">One too many</modalFeedback>
  <modalFeedback identifier="feedbackModal_4" outcomeIdentifier="FEEDBACK_3" showHide="show">Half</modalFeedback>
</assessmentItem>`,
  "items/i1/assets/an oak.png": oak.content,
};

Deno.test("[IT84] a package of TAO's: pictures, keywords, all or nothing, and feedback by what shows it", async () => {
  const { questions, sections, pictures, ...read } = await readFile(packed(TAO), null, { isWhole: true });
  assert.deepEqual(sections, []);
  assert.deepEqual([...pictures.keys()], [oak.mediaId]);
  assert.deepEqual(questions, [
    {
      id: "i6011423ba1e83975",
      type: "multiple_choice",
      text: `Look: ![An oak](${SHOWN})\n\nWhich flew?`,
      points: 2,
      tags: ["space", "history"],
      choices: [{ id: "choice_1", text: "Atlantis" }, { id: "choice_2", text: "Discovery" }, {
        id: "choice_3",
        text: "Oak",
      }],
      correct: ["choice_1", "choice_2"],
      scoring: "all_or_nothing",
    },
    {
      id: "i2",
      type: "single_choice",
      text: "What is $1+1$?",
      points: 1,
      choices: [{ id: "choice_1", text: "2", feedback: "Well **done**" }, {
        id: "choice_2",
        text: "3",
        feedback: "One too many\n\nCount again",
      }],
      correct: "choice_1",
    },
  ]);
  assert.deepEqual(toldIn(read), [["result_feedback_left_out", "items/i2/qti.xml"]]);
});

/** As Inspera writes a set of questions, shortened: numbers for names, points in the mapping alone, pictures beside the items. */
const INSPERA = {
  "imsmanifest.xml":
    `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2"><resources>
    <resource href="ID_42-item.xml" identifier="ID_42" type="imsqti_item_xmlv2p2"><file href="ID_42-item.xml"/><file href="resources/ID_7.png"/></resource>
    <resource href="ID_43-item.xml" identifier="ID_43" type="imsqti_item_xmlv2p2"/></resources></manifest>`,
  "ID_42-item.xml":
    `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" xmlns:inspera="http://www.inspera.no/qti" identifier="42" title="Energy" inspera:objectType="content_question_qti2_multiple_choice" adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>rId1</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="rId1" mappedValue="3"/></mapping></responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
  <templateDeclaration identifier="SCORE_EACH_CORRECT" baseType="float" cardinality="single"><defaultValue><value>3</value></defaultValue></templateDeclaration>
  <itemBody inspera:defaultLanguage="sv_se" inspera:supportedLanguages="sv_se"><div class="question-main-illustration"><object data="resources/ID_7.png" type="image/png">Diagram</object></div><p style="">What counts?&#160;</p>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1"><simpleChoice identifier="rId0"><p>Weight</p></simpleChoice><simpleChoice identifier="rId1"><p>The mix</p></simpleChoice></choiceInteraction><p style=""> </p></itemBody>
  <responseProcessing><responseCondition><responseIf><isNull><variable identifier="RESPONSE"/></isNull><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseIf><responseElse><setOutcomeValue identifier="SCORE"><sum><mapResponse identifier="RESPONSE"/></sum></setOutcomeValue></responseElse></responseCondition></responseProcessing>
  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="correct" showHide="show"><p>Yes.</p></modalFeedback><modalFeedback outcomeIdentifier="FEEDBACK" identifier="incorrect" showHide="show"><p>No.</p></modalFeedback>
</assessmentItem>`,
  "ID_43-item.xml":
    `<assessmentItem identifier="43" title="Name it"><responseDeclaration identifier="RESPONSE-1" cardinality="single" baseType="string"><correctResponse><value>Oak</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="Oak" mappedValue="2" caseSensitive="true"/><mapEntry mapKey="Quercus" mappedValue="2" caseSensitive="true"/></mapping></responseDeclaration>
  <itemBody><rubricBlock view="candidate"><p>Read the text first.</p></rubricBlock><rubricBlock view="scorer">Be kind.</rubricBlock><p>Which tree? <textEntryInteraction responseIdentifier="RESPONSE-1" expectedLength="20"/></p></itemBody></assessmentItem>`,
  "resources/ID_7.png": oak.content,
};

Deno.test("[IT84] a package of Inspera's: points of the mapping, pictures as objects, feedback by name, what students read", async () => {
  const read = await readFile(packed(INSPERA), null, { isWhole: true });
  assert.deepEqual(read.questions, [
    {
      id: "42",
      type: "single_choice",
      text: `![Diagram](${SHOWN})\n\nWhat counts?`,
      points: 3,
      choices: [{ id: "rId0", text: "Weight", feedback: "No." }, { id: "rId1", text: "The mix", feedback: "Yes." }],
      correct: "rId1",
    },
    {
      id: "43",
      type: "short_text",
      text: "Read the text first.\n\nWhich tree?",
      points: 2,
      max_characters: 20,
      correct: ["Oak", "Quercus"],
      match_case: true,
    },
  ]);
  assert.deepEqual(toldIn(read), [["rubric_left_out", "ID_43-item.xml"]]);
  const plain = await readFile(packed(INSPERA), null);
  assert.equal(plain.questions[0].text, "[Diagram]\n\nWhat counts?");
  assert.deepEqual(toldIn(plain), [["pictures_left_out", "ID_42-item.xml"], ["rubric_left_out", "ID_43-item.xml"]]);
});

Deno.test("[IT84] a test's sections with their texts, and what is drawn from one, are sections and pools", async () => {
  const item = (id: string) =>
    `<assessmentItem identifier="${id}"><itemBody><p>${id}?</p><extendedTextInteraction responseIdentifier="R"/></itemBody></assessmentItem>`;
  const ref = (id: string) => `<assessmentItemRef identifier="${id}" href="${id}.xml"/>`;
  const test = `<assessmentTest identifier="t"><testPart identifier="p">
    <assessmentSection identifier="reading" title="Reading" visible="true"><rubricBlock view="candidate"><p>Read <img src="oak.png" alt="it"/></p></rubricBlock>
      ${ref("a")}<assessmentSection identifier="drawn" title="x" visible="false"><selection select="2"/>${ref("b")}${
    ref("c")
  }${ref("d")}</assessmentSection></assessmentSection>
    <assessmentSection identifier="1 odd" title="Writing" visible="true">${ref("e")}</assessmentSection>
    <assessmentSectionRef identifier="s" href="more.xml"/></testPart></assessmentTest>`;
  const files = {
    "imsmanifest.xml":
      `<manifest><resources><resource type="imsqti_test_xmlv2p1" href="test.xml"/></resources></manifest>`,
    "test.xml": test,
    "more.xml": `<assessmentSection identifier="more" title="More">${ref("f")}</assessmentSection>`,
    "oak.png": oak.content,
    ...Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((id) => [`${id}.xml`, item(id)])),
  };
  const { questions, sections, pools, pictures, notes } = await readFile(packed(files), null, { isWhole: true });
  assert.deepEqual(notes, []);
  assert.deepEqual(sections, [
    { id: "reading", title: "Reading", text: `Read ![it](${SHOWN})` },
    { id: "s2", title: "Writing" },
    { id: "more", title: "More" },
  ]);
  assert.deepEqual(pools, [{ id: "drawn", take: 2 }]);
  assert.deepEqual([...pictures.keys()], [oak.mediaId]);
  assert.deepEqual(questions.map(({ id, section, pool }) => [id, section, pool]), [
    ["a", "reading", undefined],
    ["b", "reading", "drawn"],
    ["c", "reading", "drawn"],
    ["d", "reading", "drawn"],
    ["e", "s2", undefined],
    ["f", "more", undefined],
  ]);
});

Deno.test("[IT82] QTI says feedback, tags, pictures, sections and pools itself, and texts as students see them", () => {
  const question = Question.parse({
    id: "x1",
    type: "single_choice",
    text: `Solve **$x^2=1$**\n\n![A tree](${SHOWN})`,
    choices: [{ id: "a", text: "Oak", feedback: "Right: *Quercus*" }, { id: "b", text: "`if`" }],
    correct: "a",
    feedback: "Trees are tall.",
    tags: ["botany"],
    section: "s",
    pool: "p",
  });
  const exam = {
    questions: [question],
    sections: [{ id: "s", title: "Trees", text: `All of ![them](${SHOWN})` }],
    pools: [{ id: "p", take: 1 }],
    pictures: new Map([[oak.mediaId, oak]]),
    textFormat: "markdown",
  } as const;
  const files = unzipSync(writeFile(exam, "qti"));
  const item = strFromU8(files["items/1.xml"]);
  assert.match(item, /<strong><bdi><math xmlns="http:\/\/www.w3.org\/1998\/Math\/MathML"/);
  assert.match(item, new RegExp(`<img src="../media/${oak.mediaId}.png" alt="A tree" ?/>`));
  assert.match(
    item,
    /<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="a" show-hide="show">Right: <em>Quercus<\/em>/,
  );
  assert.match(
    item,
    /<qti-modal-feedback outcome-identifier="GENERAL" identifier="general" show-hide="show"><qti-content-body><p>Trees/,
  );
  assert.doesNotMatch(item, /tabindex|dir=/);
  const test = strFromU8(files["test.xml"]);
  assert.match(test, /title="Trees" visible="true">\s*<qti-rubric-block use="instructions" view="candidate">/);
  assert.match(test, new RegExp(`<img src="media/${oak.mediaId}.png"`));
  assert.match(test, /<qti-selection select="1"\/>/);
  assert.match(strFromU8(files["imsmanifest.xml"]), /<keyword><string>botany<\/string><\/keyword>/);
  assert.deepEqual(files[`media/${oak.mediaId}.png`], oak.content);
});
