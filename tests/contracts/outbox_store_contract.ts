import type { CapturedEvent } from "../../protocol/events.ts";
import type { HeldBatch } from "../../islands/link/outbox.ts";
import type { OutboxStore } from "../../islands/link/outbox_store.ts";

/** One thing that every outbox store promises. It runs in a browser too, so it answers instead of asserting. */
export interface StoreCase {
  title: string;
  run(store: OutboxStore): Promise<unknown>;
  gives: unknown;
}

function edit(t: number, inserted: string): CapturedEvent {
  return { at: 0, inserted, question: "q1", removed: 0, t, type: "answer_edit" };
}

function batch(seq: number, inserted = `${seq}`): HeldBatch {
  return { seq, sentAt: 1_700_000_000_000 + seq, events: [edit(seq, inserted), edit(seq + 1, "漢\u0000\ud83d\ude00")] };
}

async function seqs(store: OutboxStore, attemptId: string): Promise<number[]> {
  return (await store.listBatches(attemptId)).map(({ seq }) => seq);
}

/** The acceptance suite of {@link OutboxStore}. Each case begins with an empty store. */
export const OUTBOX_STORE_CASES: readonly StoreCase[] = [
  {
    title: "gives batches back as they were written, in the order of their numbers",
    async run(store) {
      for (const seq of [10, 2, 1]) await store.putBatch("a", batch(seq));
      return await store.listBatches("a");
    },
    gives: [batch(1), batch(2), batch(10)],
  },
  {
    title: "keeps what was asked for at once in the order in which it was asked for",
    async run(store) {
      await Promise.all([
        store.putBatch("a", batch(1)),
        store.putBatch("a", batch(2)),
        store.dropBatches("a", 1),
        store.putBatch("a", batch(3)),
      ]);
      return await seqs(store, "a");
    },
    gives: [2, 3],
  },
  {
    title: "replaces a batch that comes again under its number",
    async run(store) {
      await store.putBatch("a", batch(1));
      await store.putBatch("a", batch(1, "again"));
      return await store.listBatches("a");
    },
    gives: [batch(1, "again")],
  },
  {
    title: "keeps its own copy, whatever becomes of a batch outside",
    async run(store) {
      const given = batch(1);
      await store.putBatch("a", given);
      given.seq = 7;
      given.events = [];
      const [listed] = await store.listBatches("a");
      listed.seq = 8;
      return await store.listBatches("a");
    },
    gives: [batch(1)],
  },
  {
    title: "drops batches up to a number, and those of no other attempt",
    async run(store) {
      for (const attemptId of ["a", "ab", "b"]) {
        for (const seq of [1, 2, 3]) await store.putBatch(attemptId, batch(seq));
      }
      await store.dropBatches("a", 2);
      await store.dropBatches("c", 2);
      return await Promise.all(["a", "ab", "b", "c"].map((attemptId) => seqs(store, attemptId)));
    },
    gives: [[3], [1, 2, 3], [1, 2, 3], []],
  },
  {
    title: "puts batches in place of all that the attempt had, and of no other's",
    async run(store) {
      for (const attemptId of ["a", "ab"]) for (const seq of [1, 2, 3]) await store.putBatch(attemptId, batch(seq));
      await store.replaceBatches("a", [batch(5), batch(6)]);
      return [await store.listBatches("a"), await seqs(store, "ab")];
    },
    gives: [[batch(5), batch(6)], [1, 2, 3]],
  },
  {
    title: "forgets an attempt, and no other",
    async run(store) {
      for (const attemptId of ["a", "ab"]) {
        await store.putBatch(attemptId, batch(1));
        await store.putNote(attemptId, "copy:loaded", "paper");
      }
      await store.forget("a");
      const left = async (attemptId: string) => [
        await seqs(store, attemptId),
        [...await store.listNotes(attemptId, "")],
      ];
      return [await left("a"), await left("ab")];
    },
    gives: [[[], []], [[1], [["copy:loaded", "paper"]]]],
  },
  {
    title: "gives back the notes of an attempt whose name begins so, each with its last value",
    async run(store) {
      await store.putNote("a", "answer/q1", "first");
      await store.putNote("a", "answer/q1", { text: "second", edits: [1, null, true] });
      await store.putNote("a", "answer/q2", null);
      await store.putNote("a", "flagged", ["q1"]);
      await store.putNote("b", "answer/q1", "another's");
      const lists = [["a", "answer/"], ["a", ""], ["a", "copies"], ["c", ""]];
      return await Promise.all(lists.map(async ([attemptId, prefix]) => [...await store.listNotes(attemptId, prefix)]));
    },
    gives: [
      [["answer/q1", { text: "second", edits: [1, null, true] }], ["answer/q2", null]],
      [["answer/q1", { text: "second", edits: [1, null, true] }], ["answer/q2", null], ["flagged", ["q1"]]],
      [],
      [],
    ],
  },
];
