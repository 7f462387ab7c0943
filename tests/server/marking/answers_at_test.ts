import assert from "node:assert/strict";
import fc from "fast-check";
import { applyAnswers, pause, resume } from "../../../server/attempts/interventions.ts";
import { answersAt } from "../../../server/marking/answers_at.ts";
import { Hall, hallTest, typed } from "../../support/hall.ts";

const by = (hall: Hall) => ({ by: "amina", now: hall.now, reason: null });

hallTest(
  "[MK5] answers are told as they stood at any moment, and what was kept and not applied is in none",
  async (hall) => {
    await hall.exam();
    const attempt = await hall.join();
    const began = hall.now;
    const at = (t: number) => answersAt(hall.services.attempts, attempt, t);
    hall.now = began + 10_000;
    await hall.append(attempt, [typed(9_000, "ab"), typed(9_500, "c", 2)]);
    await attempt.intervene(pause(by(hall)));
    hall.now = began + 40_000;
    await hall.append(attempt, [typed(20_000, "paused", 3)]);
    await attempt.intervene(resume(by(hall)));
    hall.now = began + 50_000;
    await hall.append(attempt, [typed(50_000, "d", 3)]);
    hall.now = began + 60_000;
    await attempt.intervene(applyAnswers(by(hall), { q1: "as a whole" }));
    assert.deepEqual(await at(8_999), {});
    assert.deepEqual(await at(9_000), { q1: "ab" });
    assert.deepEqual(await at(9_500), { q1: "abc" });
    assert.deepEqual(await at(49_999), { q1: "abc" });
    assert.deepEqual(await at(50_000), { q1: "abcd" });
    assert.deepEqual(await at(60_000), { q1: "as a whole" });
    assert.deepEqual(await at(Infinity), attempt.folded.sheet.toAnswers());
  },
);

Deno.test("[MK5] at every moment answers are what was written by then, at the end what the fold has", async () => {
  const hall = await Hall.open();
  try {
    const exam = await hall.exam();
    let names = 0;
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("a", "bc", "ä")), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (written) => {
        const attempt = await hall.join(`Student ${names++}`);
        const view = { attemptId: attempt.attemptId, record: attempt.record, exam };
        const stood = new Map([[0, ""]]);
        let [t, text] = [0, ""];
        for (const [pause, inserted] of written) {
          t += pause;
          await hall.append(attempt, [typed(t, inserted, text.length)]);
          text += inserted;
          stood.set(t, text);
        }
        for (const [moment, expected] of stood) {
          assert.equal((await answersAt(hall.services.attempts, view, moment)).q1 ?? "", expected);
        }
        const end = await answersAt(hall.services.attempts, view, Infinity);
        assert.deepEqual(end, attempt.folded.sheet.toAnswers());
      }),
      { numRuns: 30 },
    );
    await hall.services.attempts.drained();
  } finally {
    hall.kv.close();
  }
});
