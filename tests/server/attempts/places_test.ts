import assert from "node:assert/strict";
import { startAttempt } from "../../../server/attempts/start_attempt.ts";
import { hallTest, refusalOf } from "../../support/hall.ts";

hallTest("[CL24] a hall that comes in at one moment gets exactly the places that there are", async (hall) => {
  await hall.exam({ capacity: 60 });
  const elsewhere = await hall.restarted();
  const instances = [hall.services.attempts, elsewhere.services.attempts];
  const outcomes = await Promise.all(
    Array.from({ length: 90 }, (_, number) => {
      const body = { code: "HALL", student: { name: `Student ${number}` } };
      return refusalOf(startAttempt(instances[number % 2], body, () => {}));
    }),
  );
  const counts = Map.groupBy(outcomes, (outcome) => outcome);
  assert.equal(counts.get("done")?.length, 60);
  assert.equal(counts.get("exam_full")?.length, 30);
});
