import assert from "node:assert/strict";
import type { Note } from "../../../islands/link/outbox_store.ts";
import { missingAnswers, readLocalAnswers, withEvents, withServers } from "../../../islands/student/answer_book.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";

Deno.test("[CA22] what the server does not have yet is applied to the answers that it has", () => {
  const edit: CapturedEvent = { at: 5, inserted: " there", question: "q1", removed: 0, t: 1, type: "answer_edit" };
  const choice: CapturedEvent = { choices: ["a"], question: "q2", t: 2, type: "answer_select" };
  const other: CapturedEvent = { choices: ["a"], question: "no such question", t: 3, type: "answer_select" };
  assert.deepEqual(withEvents([{ id: "q1" }, { id: "q2" }], { q1: "Hello" }, [edit, choice, other]), {
    q1: "Hello there",
    q2: ["a"],
  });
});

Deno.test("[AT34] what was not applied goes from the page; what the server has not seen is applied to its text", () => {
  const shown = { q1: "Hello while paused there", q2: ["a"], q3: "mine" };
  const edit: CapturedEvent = { at: 5, inserted: " you", question: "q1", removed: 0, t: 9, type: "answer_edit" };
  const other: CapturedEvent = { at: 4, inserted: "!", question: "q3", removed: 0, t: 9, type: "answer_edit" };
  assert.deepEqual(withServers(shown, { q1: "Hello", q2: [] }, [edit, other]), { q1: "Hello you", q2: [], q3: "mine" });
});

Deno.test("[CA21] only what the server cannot have is brought back, and another device's later word counts", () => {
  const local = new Map([
    ["lost", { value: "typed in the last moment", seq: 5 }],
    ["stored", { value: "same", seq: 5 }],
    ["elsewhere", { value: "older", seq: 4 }],
    ["chosen", { value: ["a"], seq: 5 }],
  ]);
  const expected = { lost: "typed", stored: "same", elsewhere: "newer", chosen: ["b"] };
  assert.deepEqual(
    missingAnswers(expected, local, 4),
    new Map<string, string | string[]>([["lost", "typed in the last moment"], ["chosen", ["a"]]]),
  );
});

Deno.test("[CA21] a copy on the device that is not one is as if it were not there", () => {
  const notes = new Map<string, Note>(Object.entries({
    "answer:q1": { value: "x", seq: 1 },
    "answer:q2": { value: 7, seq: 1 },
    "answer:q3": "x",
  }));
  assert.deepEqual([...readLocalAnswers(notes).keys()], ["q1"]);
});
