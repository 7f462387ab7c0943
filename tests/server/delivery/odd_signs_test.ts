import assert from "node:assert/strict";
import fc from "fast-check";
import { BatchEvents } from "../../../protocol/events.ts";
import { AnswerSheet } from "../../../protocol/items/answer_sheet.ts";
import { readEvents } from "../../../protocol/read_events.ts";
import { exportExam } from "../../../server/delivery/export_exam.ts";
import { verifyExport } from "../../../server/delivery/verify_export.ts";
import { eventsHash } from "../../../server/log/hash.ts";
import { hallTest, typed } from "../../support/hall.ts";

/** A half of a character, a zero, a bell, a whole one whose halves come one after the other, and the half that nothing follows. */
const TYPED = ["a\ud800b", "\u0000", "\u0007", "\ud83d", "\ude00", "\udc00"];
const WHOLE = TYPED.join("");

hallTest(
  "[EV33] what a student types is kept sign by sign, whatever it is: in the log, the answers and the evidence",
  async (hall) => {
    const exam = await hall.exam();
    const attempt = await hall.join();
    let at = 0;
    for (const [index, inserted] of TYPED.entries()) {
      await hall.append(attempt, [typed(1_000 * (index + 1), inserted, at)]);
      at += inserted.length;
    }
    assert.equal(attempt.folded.sheet.get("q1"), WHOLE);

    const restarted = await hall.restarted();
    const again = await restarted.services.attempts.open(attempt.attemptId);
    assert.equal(again.folded.sheet.get("q1"), WHOLE);
    await restarted.end(again);

    const chunks = await Array.fromAsync(exportExam(restarted.stores, exam, () => restarted.now));
    const file = new Blob(chunks as BlobPart[]);
    const { misfit, notReplayed } = await verifyExport(file.stream());
    assert.deepEqual([misfit, notReplayed], [null, 0]);
    // The file is UTF-8, which has no halves: they stand in it as JSON writes them.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    const sheet = new AnswerSheet(new Set(["q1"]));
    for (const line of text.trim().split("\n")) {
      const { kind, entry } = JSON.parse(line);
      if (kind === "entry" && entry.kind === "batch") {
        for (const event of BatchEvents.parse(entry.events)) sheet.apply(event, Infinity);
      }
    }
    assert.equal(sheet.get("q1"), WHOLE);
  },
);

Deno.test("[EV33] page and server hash a batch alike, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...TYPED), (text, odd) => {
      const event = { at: 0, inserted: text + odd, question: "q1", removed: 0, t: 1, type: "answer_edit" as const };
      const wire: unknown = JSON.parse(new TextDecoder().decode(new TextEncoder().encode(JSON.stringify([event]))));
      const quick = readEvents(wire);
      assert.deepEqual(quick, [event]);
      assert.deepEqual(BatchEvents.parse(wire), [event]);
      assert.equal(eventsHash(quick ?? []), eventsHash([event]));
    }),
    { numRuns: 40 },
  );
});
