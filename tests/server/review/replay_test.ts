import assert from "node:assert/strict";
import fc from "fast-check";
import { simulate } from "../../../lab/simulation/simulate.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";
import type { ReplayStep } from "../../../protocol/replay.ts";
import { ReplayModel } from "../../../islands/review/replay/replay_model.ts";
import { applyAnswers, pause, resume } from "../../../server/attempts/interventions.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { answersAt } from "../../../server/marking/answers_at.ts";
import { replayPage } from "../../../server/review/replay_page.ts";
import { Hall, hallTest, typed } from "../../support/hall.ts";

const SEEKS = 200;

async function stepsOf(hall: Hall, attempt: LiveAttempt): Promise<ReplayStep[]> {
  const steps: ReplayStep[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page = await replayPage(hall.services.attempts, attempt, after);
    steps.push(...page.steps);
    after = page.next;
  }
  return steps;
}

/** Seeks here and there, each held against what the server says of that moment. */
async function assertSeeks(hall: Hall, attempt: LiveAttempt, seed: number): Promise<void> {
  const model = new ReplayModel(await stepsOf(hall, attempt));
  const random = createRandom(seed);
  const endT = attempt.head.lastT;
  for (let seek = 0; seek < SEEKS; seek++) {
    const t = Math.floor(random() * (endT + 2_000));
    assert.deepEqual(model.answersAt(t), await answersAt(hall.services.attempts, attempt, t), `at ${t}`);
  }
  assert.deepEqual(model.answersAt(Infinity), attempt.folded.sheet.toAnswers());
}

for (const persona of ["steady", "pasting", "taken_over", "dictation"] as const) {
  hallTest(
    `[RV20] a ${persona} sitting is replayed at any moment as the server has it, and ends in what was handed in`,
    async (hall) => {
      await hall.exam();
      const attempt = await hall.join();
      await hall.sit(attempt, persona, 11, 300_000);
      await hall.end(attempt);
      assert.ok(attempt.folded.sheet.toAnswers().q1?.length ?? 0 > 50);
      await assertSeeks(hall, attempt, 5);
    },
  );
}

hallTest(
  "[RV20] what was kept, came late, came as a whole or out of order is replayed as the server has it",
  async (hall) => {
    await hall.exam({
      questions: [
        { id: "q1", type: "essay", text: "Write." },
        {
          id: "q2",
          type: "single_choice",
          text: "Which?",
          points: 1,
          correct: "a",
          choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
        },
      ],
    });
    const attempt = await hall.join();
    const began = hall.now;
    const by = () => ({ by: "amina", now: hall.now, reason: null });
    const choose = (t: number, choices: string[]): CapturedEvent => ({
      choices,
      question: "q2",
      t,
      type: "answer_select",
    });
    hall.now = began + 10_000;
    await hall.append(attempt, [typed(9_000, "abc"), choose(9_500, ["a"]), typed(9_600, "d", 3)]);
    await hall.append(attempt, [typed(6_000, "early ", 0), typed(9_900, "e", 10)]);
    await attempt.intervene(pause(by()));
    hall.now = began + 40_000;
    await hall.append(attempt, [typed(20_000, "paused", 3)]);
    await attempt.intervene(resume(by()));
    hall.now = began + 50_000;
    await hall.append(attempt, [typed(50_000, "z", 99), choose(50_100, ["b"]), choose(50_200, [])]);
    hall.now = began + 60_000;
    await attempt.intervene(applyAnswers(by(), { q1: "as a whole", q2: ["a"] }));
    hall.now = began + 70_000;
    await hall.append(attempt, [{ ...typed(70_000, "!", 3), removed: 400 } as CapturedEvent]);
    await attempt.handOver({ seq: 9, sentAt: 0, events: [typed(30_000, "handed over")] }, "amina", hall.now);
    await hall.end(attempt);
    await assertSeeks(hall, attempt, 3);
  },
);

Deno.test("[RV20] any edits, wherever they point, are replayed as the server has them", async () => {
  const hall = await Hall.open();
  try {
    await hall.exam();
    let names = 0;
    const edit = fc.record({
      step: fc.integer({ min: 0, max: 5 }),
      at: fc.integer({ min: 0, max: 12 }),
      removed: fc.integer({ min: 0, max: 6 }),
      inserted: fc.constantFrom("", "a", "bc", "ä€", "👩‍🎓", "a piece of text"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 40 }), async (edits) => {
        const attempt = await hall.join(`Student ${names++}`);
        let t = 0;
        for (const { step, ...fields } of edits) {
          t += step;
          await hall.append(attempt, [{ ...fields, question: "q1", t, type: "answer_edit" }]);
        }
        const model = new ReplayModel(await stepsOf(hall, attempt));
        for (let moment = -1; moment <= t + 1; moment++) {
          assert.deepEqual(model.answersAt(moment), await answersAt(hall.services.attempts, attempt, moment));
        }
      }),
      { numRuns: 25 },
    );
    await hall.services.attempts.drained();
  } finally {
    hall.kv.close();
  }
});

Deno.test("[RV20] a recorded essay of thousands of edits is sought and ends at once", () => {
  const questions = [{ id: "q1", points: 1, text: "Write.", type: "essay" as const }];
  const steps: ReplayStep[] = [...simulate("fast", 2, { questions, durationMs: 3_600_000 })].flatMap((event) =>
    event.type === "answer_edit" ? [{ kind: "edit" as const, ...event }] : []
  );
  assert.ok(steps.length > 5_000, String(steps.length));
  const began = performance.now();
  const model = new ReplayModel(steps);
  const end = model.answersAt(Infinity);
  for (let seek = 0; seek < SEEKS; seek++) model.at(seek * 18_000);
  assert.deepEqual(model.answersAt(3_600_000), end);
  assert.ok(performance.now() - began < 20_000);
});
