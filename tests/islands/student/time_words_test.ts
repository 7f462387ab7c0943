import assert from "node:assert/strict";
import { durationWords, timeAnnouncement, timeLeftWords } from "../../../islands/student/time_words.ts";

const MINUTE = 60_000;

Deno.test("[CA34] time left is shown in whole minutes, and in seconds only near the end", () => {
  const shown = [90 * MINUTE, 60 * MINUTE, 10 * MINUTE, 10 * MINUTE - 1_000, 61_000, 900, 0].map(timeLeftWords);
  assert.deepEqual(shown, ["1 h 30 min", "1 h 0 min", "10 min", "9:59", "1:01", "0:01", "0:00"]);
});

Deno.test("[CA34] time is said aloud once at ten, five and one minutes", () => {
  const said: string[] = [];
  for (let left = 12 * MINUTE; left >= 0; left -= 1_000) {
    const words = timeAnnouncement(left + 1_000, left);
    if (words !== null) said.push(words);
  }
  assert.deepEqual(said, ["10 minutes left.", "5 minutes left.", "1 minute left."]);
  assert.equal(timeAnnouncement(30 * MINUTE, 4 * MINUTE), "5 minutes left.", "a clock that jumped says the last one");
});

Deno.test("lengths of time in words", () => {
  assert.deepEqual([1, 90, 120, 150].map(durationWords), ["1 minute", "90 minutes", "2 hours", "2 hours 30 minutes"]);
});
