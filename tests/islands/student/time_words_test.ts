import assert from "node:assert/strict";
import { durationWords, minutesToAnnounce, timeLeftWords } from "../../../islands/student/time_words.ts";
import { ENGLISH, wordsOf } from "../../../words/languages.ts";
import { Speaker } from "../../../words/speaker.ts";
import type { Words } from "../../../words/words.ts";

const MINUTE = 60_000;

const german = wordsOf(["de"]);
const speak = ({ language, counted }: Words) => new Speaker(language, counted);
const shownIn = (words: Words) => (ms: number) =>
  timeLeftWords(ms, speak(words), words.sentences.examStatus.time.hoursAndMinutes);
const toldIn = (words: Words) => (minutes: number) =>
  durationWords(minutes, speak(words), words.sentences.consent.duration);

Deno.test("[CA34] time left is shown in whole minutes, and in seconds only near the end", () => {
  const shown = [90 * MINUTE, 60 * MINUTE, 10 * MINUTE, 10 * MINUTE - 1_000, 61_000, 900, 0].map(shownIn(ENGLISH));
  assert.deepEqual(shown, ["1 h 30 min", "1 h 0 min", "10 min", "9:59", "1:01", "0:01", "0:00"]);
});

Deno.test("[CA34] time is said aloud once at ten, five and one minutes", () => {
  const said: number[] = [];
  for (let left = 12 * MINUTE; left >= 0; left -= 1_000) {
    const minutes = minutesToAnnounce(left + 1_000, left);
    if (minutes !== null) said.push(minutes);
  }
  assert.deepEqual(said, [10, 5, 1]);
  assert.equal(minutesToAnnounce(30 * MINUTE, 4 * MINUTE), 5, "a clock that jumped says the last one");
});

Deno.test("lengths of time in words", () => {
  const lengths = [1, 90, 120, 150];
  assert.deepEqual(
    lengths.map(toldIn(ENGLISH)),
    ["1 minute", "90 minutes", "2 hours", "2 hours 30 minutes"],
  );
  assert.deepEqual(
    lengths.map(toldIn(german)),
    ["1 Minute", "90 Minuten", "2 Stunden", "2 Stunden 30 Minuten"],
  );
});
