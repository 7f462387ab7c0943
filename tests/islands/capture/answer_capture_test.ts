import assert from "node:assert/strict";
import { AnswerCapture } from "../../../islands/capture/answer_capture.ts";
import { ExamTexts } from "../../../islands/capture/exam_texts.ts";
import { inputKind } from "../../../islands/capture/input_kind.ts";
import { BatchEvents, type CapturedEvent, InputKind } from "../../../protocol/events.ts";

function start(texts = new ExamTexts(["The paper's own text,\nover two lines."])) {
  const events: CapturedEvent[] = [];
  const context = { record: (event: CapturedEvent) => void events.push(event), t: () => 1_000, now: () => 1_000 };
  return { capture: new AnswerCapture(context, texts), events, texts };
}

Deno.test("[CA04] an insert over 8,000 characters is split into edits at one time that add up, with no character cut", () => {
  const { capture, events } = start();
  const after = "x" + "😀".repeat(6_000);
  capture.edit({ question: "q1", before: "old", after, inputType: "insertFromPaste", data: null });
  const edits = events.filter((event) => event.type === "answer_edit");
  assert.equal(edits.map(({ inserted }) => inserted).join(""), after);
  assert.deepEqual(edits.map(({ at, removed, inserted }) => [at, removed, inserted.length]), [
    [0, 3, 7_999],
    [7_999, 0, 4_002],
  ]);
  assert.ok(edits.every(({ t }) => t === 1_000));
  BatchEvents.parse(events);
});

Deno.test("[CA04] own text and the paper's are of the exam, whatever the clipboard does to white space", () => {
  const { texts } = start();
  texts.copied("My first\r\nparagraph.");
  assert.equal(texts.originOf("first paragraph"), "exam");
  assert.equal(texts.originOf("own text, over   two"), "exam");
  assert.equal(texts.originOf("somebody else's paragraph"), "outside");
  assert.equal(new ExamTexts([], texts.copies()).originOf("My first paragraph."), "exam", "also after a reload");
});

Deno.test("[CA04] an edit that changes nothing is not told, a paste over the same text is", () => {
  const { capture, events } = start();
  capture.edit({ question: "q1", before: "same", after: "same", inputType: "insertText" });
  assert.deepEqual(events, []);
  capture.edit({ question: "q1", before: "same", after: "same", inputType: "insertFromPaste", data: "same" });
  assert.deepEqual(events, [{ length: 4, origin: "outside", t: 1_000, type: "paste_event" }]);
});

Deno.test("[CA03] what is recorded has its fields in the order of the canonical form", () => {
  const { capture, events } = start();
  capture.edit({ question: "q1", before: "", after: "a", inputType: "insertText" });
  capture.select("q2", ["a"]);
  capture.view("q3");
  for (const event of events) assert.deepEqual(Object.keys(event), Object.keys(event).toSorted());
});

Deno.test("[CA03] every input type has a kind, and only a paste is a paste", () => {
  const types: [string, InputKind][] = [
    ["insertText", "typing"],
    ["deleteContentBackward", "typing"],
    ["deleteWordBackward", "typing"],
    ["insertCompositionText", "composition"],
    ["deleteCompositionText", "composition"],
    ["insertReplacementText", "replacement"],
    ["insertFromDictation", "dictation"],
    ["historyRedo", "history"],
    ["insertFromPaste", "paste"],
    ["insertFromDrop", "drop"],
    ["", "other"],
    ["formatBold", "other"],
  ];
  for (const [type, kind] of types) assert.equal(inputKind(type), kind, type);
});
