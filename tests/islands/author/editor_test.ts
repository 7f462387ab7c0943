import assert from "node:assert/strict";
import { Editor, type EditorWorld } from "../../../islands/author/editor.ts";
import { LocalCopy } from "../../../islands/author/local_copy.ts";
import {
  addQuestion,
  duplicateQuestion,
  moveQuestion,
  newQuestionId,
  removeQuestion,
} from "../../../islands/author/question_moves.ts";
import { makeQuestion, QUESTION_TYPES } from "../../../islands/author/items/registry.tsx";
import { isMissing } from "../../../islands/author/problem_text.ts";
import { ITEMS } from "../../../protocol/items/registry.ts";
import { ENGLISH } from "../../../words/languages.ts";
import { seededRandom, VirtualWorld } from "../../support/virtual_world.ts";
import { savedExam } from "./written_exam.ts";

/** An editor whose server takes everything, and a browser that keeps texts. */
function open(loaded = savedExam(), texts = new Map<string, string>()) {
  const time = new VirtualWorld(() => {
    throw new Error("Nothing connects here");
  });
  const server = { exam: loaded };
  const storage = {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, value: string) => void texts.set(key, value),
    removeItem: (key: string) => void texts.delete(key),
  };
  const world: EditorWorld = {
    put({ revision, document }) {
      if (revision !== server.exam.revision) {
        return Promise.resolve({ ok: false, error: { kind: "refused", status: 409, message: "", path: "revision" } });
      }
      server.exam = { ...server.exam, revision: revision + 1, document };
      return Promise.resolve({ ok: true, value: server.exam });
    },
    preview: () => Promise.reject(new Error("Nobody asks here")),
    render: () => Promise.reject(new Error("Nothing is rendered here")),
    get: () => Promise.resolve({ ok: true, value: server.exam }),
    after: time.after,
    now: time.now,
    random: seededRandom(1),
    copy: new LocalCopy(() => storage, loaded.exam_id),
    isSignedOut: ({ status }) => status === 401,
  };
  return { editor: new Editor(world, loaded), time, server, texts };
}

Deno.test("[WR4] what is not valid yet is in the browser when the page comes back, and the valid rest on the server", async () => {
  const { editor, time, server, texts } = open();
  editor.set("title", "Biology 2");
  editor.set("duration_minutes", NaN);
  await time.pass(2_000);
  assert.equal(server.exam.document.title, "Biology 2");
  assert.equal(server.exam.document.duration_minutes, 60);
  const again = open(server.exam, texts).editor;
  again.restore();
  assert.ok(Number.isNaN(again.exam.value.duration_minutes));
  assert.equal(again.isRestored.value, true);
  again.set("duration_minutes", 60);
  again.keepNow();
  assert.equal(texts.size, 0, "what is saved is not kept twice");
});

Deno.test("[WR5] whoever saved in between is not overwritten: theirs is taken, and undo brings mine back, or mine is kept", async () => {
  for (const keep of ["theirs", "mine"] as const) {
    const { editor, time, server } = open();
    server.exam = savedExam({ title: "Theirs" }, "draft", 2);
    editor.set("title", "Mine");
    await time.pass(2_000);
    assert.equal(editor.save.value.kind, "conflict");
    assert.equal(server.exam.document.title, "Theirs");
    assert.equal(await editor.settle(keep), null);
    await time.pass(2_000);
    assert.equal(server.exam.document.title, keep === "mine" ? "Mine" : "Theirs");
    assert.equal(editor.save.value.kind, "saved");
    if (keep === "mine") continue;
    editor.undo();
    await time.pass(2_000);
    assert.equal(server.exam.document.title, "Mine");
  }
});

Deno.test("[WR12] changes of an exam that is no draft stay here until they are applied, or are dropped", async () => {
  const { editor, time, server } = open(savedExam({}, "published"));
  editor.set("title", "Biology 2");
  editor.editQuestion("q1", (question) => ({ ...question, text: "Really?" }), "text");
  await time.pass(60_000);
  assert.equal(server.exam.revision, 1);
  assert.equal(editor.changes.value, 2);
  assert.equal(await editor.flush(), true);
  assert.equal(server.exam.document.title, "Biology 2");
  assert.equal(editor.changes.value, 0);
  editor.set("title", "Biology 3");
  editor.drop();
  assert.equal(editor.changes.value, 0);
  editor.undo();
  assert.equal(editor.exam.value.title, "Biology 3");
});

Deno.test("[WR7] [WR8] questions are added, copied, moved and removed, each in a step that can be taken back", () => {
  const { editor } = open();
  const ids = () => editor.exam.value.questions.map(({ id }) => id).join();
  for (let n = 0; n < 3; n++) {
    addQuestion(editor, makeQuestion("essay", newQuestionId(editor), ENGLISH.sentences.editorItems, editor.random));
  }
  assert.equal(ids(), "q1,q2,q3,q4");
  assert.equal(moveQuestion(editor, "q4", 0), true);
  assert.equal(moveQuestion(editor, "q4", -1), false);
  assert.equal(ids(), "q4,q1,q2,q3");
  removeQuestion(editor, "q3");
  duplicateQuestion(editor, editor.exam.value.questions[0]);
  assert.equal(ids(), "q4,q5,q1,q2");
  removeQuestion(editor, "q5");
  assert.equal(newQuestionId(editor), "q6", "no id is used twice");
  for (let n = 0; n < 4; n++) editor.undo();
  assert.equal(ids(), "q1,q2,q3,q4");
});

Deno.test("[WR15] every type of question that there is has a form, and begins with what its schema knows", () => {
  assert.deepEqual(QUESTION_TYPES.toSorted(), Object.keys(ITEMS).toSorted());
  for (const type of QUESTION_TYPES) {
    const question = makeQuestion(type, "q1", ENGLISH.sentences.editorItems, seededRandom(2));
    const parsed = ITEMS[type].question.safeParse(question);
    const wrong = (parsed.error?.issues ?? []).filter((issue) => !isMissing({ question: "q1", path: [], issue }));
    assert.deepEqual(wrong, [], type);
  }
});
