import assert from "node:assert/strict";
import { Saver, type SaveState } from "../../../islands/author/saver.ts";
import { failure, type Outcome } from "../../../islands/staff/staff_api.ts";
import type { SavedExam } from "../../../islands/author/authored_exam.ts";
import { savedExam } from "./written_exam.ts";
import { VirtualWorld } from "../../support/virtual_world.ts";

/** A server of one exam, which answers when it is told to. */
function stage() {
  const world = new VirtualWorld(() => {
    throw new Error("Nothing connects here");
  });
  const states: SaveState["kind"][] = [];
  const sent: string[] = [];
  let answer: ((outcome: Outcome<SavedExam>) => void) | null = null;
  let written = "a";
  let saved = savedExam({ title: "a" });
  const saver = new Saver({
    next: () =>
      written === saved.document.title
        ? null
        : { revision: saved.revision, document: { ...saved.document, title: written } },
    put: ({ document }) => {
      sent.push(document.title);
      return new Promise((resolve) => answer = resolve);
    },
    after: world.after,
    onSaved: (next) => saved = next,
    onState: ({ kind }) => states.push(kind),
    isStale: ({ path }) => path === "revision",
    isSignedOut: ({ status }) => status === 401,
  });
  return {
    world,
    saver,
    states,
    sent,
    write(text: string) {
      written = text;
      saver.touch();
    },
    async take(outcome?: Outcome<SavedExam>) {
      answer?.(outcome ?? { ok: true, value: savedExam({ title: sent.at(-1) }, "draft", saved.revision + 1) });
      await world.pass(0);
    },
  };
}

Deno.test("[WR3] what is typed in a go is saved at once, a moment after the last letter, one request at a time", async () => {
  const { world, saver, states, sent, write, take } = stage();
  write("ab");
  await world.pass(300);
  write("abc");
  await world.pass(600);
  assert.deepEqual(sent, []);
  await world.pass(200);
  assert.deepEqual(sent, ["abc"]);
  write("abcd");
  await world.pass(5_000);
  assert.deepEqual(sent, ["abc"], "the first is under way");
  await take();
  await world.pass(1_000);
  assert.deepEqual(sent, ["abc", "abcd"]);
  await take();
  assert.equal(states.at(-1), "saved");
  write("abcde");
  write("abcd");
  await world.pass(5_000);
  assert.equal(sent.length, 2, "what was taken back is not sent");
  const flushed = saver.flush();
  await flushed;
  assert.equal(states.at(-1), "saved");
});

Deno.test("[WR3] [WR6] a save that does not reach the server is tried again, less and less often, and at once when asked", async () => {
  const { world, saver, states, sent, write, take } = stage();
  write("ab");
  await world.pass(800);
  await take({ ok: false, error: failure("unreachable", 0) });
  assert.equal(states.at(-1), "away");
  await world.pass(2_100);
  assert.equal(sent.length, 2);
  await take({ ok: false, error: failure("unreachable", 0) });
  await world.pass(2_100);
  assert.equal(sent.length, 2, "the second wait is longer");
  const flushed = saver.flush();
  await world.pass(0);
  await take();
  await flushed;
  assert.equal(states.at(-1), "saved");
});

Deno.test("[WR5] after a conflict nothing is sent until it is settled; what is refused waits for the next change", async () => {
  const { world, saver, states, sent, write, take } = stage();
  write("ab");
  await world.pass(800);
  await take({ ok: false, error: { kind: "refused", status: 409, message: "", path: "revision" } });
  assert.equal(states.at(-1), "conflict");
  write("abc");
  await world.pass(60_000);
  assert.equal(sent.length, 1);
  saver.resume();
  await world.pass(800);
  assert.equal(sent.length, 2);
  await take({ ok: false, error: { kind: "refused", status: 413, message: "Too large", path: "document.questions" } });
  assert.equal(states.at(-1), "refused");
  await world.pass(60_000);
  assert.equal(sent.length, 2);
  write("abcd");
  await world.pass(800);
  assert.equal(sent.length, 3);
});
