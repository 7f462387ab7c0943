import assert from "node:assert/strict";
import { AnswerCapture } from "../../../islands/capture/answer_capture.ts";
import { ExamTexts } from "../../../islands/capture/exam_texts.ts";
import { inputKind } from "../../../islands/capture/input_kind.ts";
import { BatchEvents, type CapturedEvent, InputKind } from "../../../protocol/events.ts";

function start() {
  const events: CapturedEvent[] = [];
  const answers = { q1: "", q2: "" };
  let kept: readonly string[] = [];
  const remember = (paper: string[], copies: readonly string[]) =>
    new ExamTexts(paper, () => Object.values(answers), copies, (copies) => kept = copies);
  const texts = remember(["The paper's own text,\nover two lines."], []);
  const context = { record: (event: CapturedEvent) => void events.push(event), t: () => 1_000, now: () => 1_000 };
  const capture = new AnswerCapture(context, texts);
  /** An answer becomes another text, as its field would tell. */
  const edit = (question: "q1" | "q2", after: string, inputType: string) => {
    capture.edit({ question, before: answers[question], after, inputType });
    answers[question] = after;
  };
  const origins = () => events.flatMap((event) => event.type === "paste_event" ? [event.origin] : []);
  return { capture, edit, events, origins, reloaded: () => remember([], kept), texts };
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

Deno.test("[CA92] edits and choices that a script makes say so, and no others", () => {
  const events: CapturedEvent[] = [];
  let isScripted = true;
  const context = { record: (event: CapturedEvent) => void events.push(event), t: () => 5, now: () => 5 };
  const capture = new AnswerCapture(context, new ExamTexts([], () => [], [], () => {}), () => isScripted);
  capture.edit({ question: "q1", before: "", after: "x", inputType: "" });
  capture.select("q2", ["a"]);
  isScripted = false;
  capture.edit({ question: "q1", before: "x", after: "xy", inputType: "insertText" });
  capture.select("q2", []);
  assert.equal(JSON.stringify(BatchEvents.parse(events)), JSON.stringify(events), "fields stand in canonical order");
  assert.deepEqual(events.map((event) => "scripted" in event && event.scripted), [true, true, false, false]);
});

Deno.test("[CA04] own text and the paper's are of the exam, whatever the clipboard does to white space", () => {
  const { reloaded, texts } = start();
  texts.copied("My first\r\nparagraph.");
  assert.equal(texts.originOf("first paragraph"), "exam");
  assert.equal(texts.originOf("own text, over   two"), "exam");
  assert.equal(texts.originOf("somebody else's paragraph"), "outside");
  assert.equal(reloaded().originOf("My first paragraph."), "exam", "also after a reload");
});

Deno.test("[CA08] an answer's own text is the student's, also where no copy told of it", () => {
  const { edit, origins } = start();
  edit("q1", "A sentence that I wrote myself.", "insertText");
  edit("q2", "a sentence that I wrote", "insertFromPaste");
  edit("q2", "A sentence that I wrote", "insertFromPaste");
  edit("q2", "Somebody else's sentence", "insertFromPaste");
  assert.deepEqual(origins(), ["outside", "exam", "outside"]);
});

Deno.test("[CA08] own text and the paper's come back as such also without a paste: dragged, or put in by software", () => {
  const { edit, origins } = start();
  edit("q1", "A sentence that I wrote myself.", "insertText");
  edit("q2", "sentence that I wrote", "insertFromDrop");
  edit("q2", "sentence that I wroteThe paper's own text,", "insertFromDrop");
  edit("q2", "", "deleteContentBackward");
  edit("q2", "A sentence that I wrote myself.", "");
  edit("q2", "A sentence that I wrote myself. A", "insertText");
  edit("q1", "", "deleteContentBackward");
  edit("q1", "Somebody else's sentence, dragged in", "insertFromDrop");
  assert.deepEqual(origins(), ["exam", "exam", "exam"]);
});

Deno.test("[CA08] text that was taken out comes back as the student's own: in one piece, by lines, by letters", () => {
  const { edit, origins, reloaded } = start();
  edit("q1", "One line of mine.\nAnother line.\nThe rest.", "insertText");
  edit("q1", "Another line.\nThe rest.", "deleteSoftLineForward");
  edit("q1", "The rest.", "deleteSoftLineForward");
  edit("q1", "The rest.One line of mine.\nAnother line.", "insertFromYank");
  for (let text = "The rest.One line of mine."; text.length > 9; text = text.slice(0, -1)) {
    edit("q1", text, "deleteContentBackward");
  }
  edit("q2", "One line of mine.", "insertFromPaste");
  assert.deepEqual(origins(), ["exam", "exam"]);
  assert.equal(reloaded().originOf("Another line."), "exam", "also after a reload");
});

Deno.test("[CA08] what was taken out is the student's own after a reload too, whatever was copied or taken out since", () => {
  const { edit, reloaded, texts } = start();
  edit("q1", "A sentence that I took out.", "insertText");
  edit("q1", "", "deleteContentBackward");
  texts.copied("Something else of this page.");
  assert.equal(reloaded().originOf("A sentence that I took out."), "exam");
  edit("q2", "Taken out one by one. Stays.", "insertText");
  for (let text = "Taken out one by one. Stays."; text.length > 6; text = text.slice(1)) {
    edit("q2", text.slice(1), "deleteContentForward");
  }
  edit("q2", "Stay.", "deleteContentBackward");
  assert.equal(reloaded().originOf("Taken out one by one."), "exam");
});

Deno.test("[CA08] neither the fifty-first copy nor a very long one is forgotten, and what is remembered is bounded", () => {
  const { reloaded, texts } = start();
  const sentence = (index: number) => `Note ${index} of what stands on this page, and nowhere else.`;
  for (let index = 0; index < 200; index++) texts.copied(sentence(index));
  assert.equal(texts.originOf(sentence(0)), "exam");
  const long = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(" ");
  texts.copied(long);
  assert.equal(texts.originOf(long), "exam");
  for (let copy = 0; copy < 20; copy++) texts.copied(`${copy}${"x".repeat(199_000)}`);
  assert.equal(reloaded().originOf(sentence(0)), "outside");
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
