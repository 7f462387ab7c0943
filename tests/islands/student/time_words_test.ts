import assert from "node:assert/strict";
import { durationWords, timeLeftAloud, timeLeftWords, timeToAnnounce } from "../../../islands/student/time_words.ts";
import { ENGLISH, wordsOf } from "../../../words/languages.ts";
import { Speaker } from "../../../words/speaker.ts";
import type { Words } from "../../../words/words.ts";

const MINUTE = 60_000;

const german = wordsOf(["de"]);
const speak = ({ language, counted }: Words) => new Speaker(language, counted);
const shownIn = (words: Words) => (ms: number) =>
  timeLeftWords(ms, speak(words), words.sentences.examStatus.time.hoursAndMinutes);
const aloudIn = (words: Words) => (ms: number) =>
  timeLeftAloud(ms, speak(words), words.sentences.examStatus.time.hoursAndMinutes);
const toldIn = (words: Words) => (minutes: number) =>
  durationWords(minutes, speak(words), words.sentences.consent.duration);

Deno.test("[CA34] time left is shown in whole minutes, and in seconds only near the end", () => {
  const shown = [90 * MINUTE, 60 * MINUTE, 10 * MINUTE, 10 * MINUTE - 1_000, 61_000, 900, 0].map(shownIn(ENGLISH));
  assert.deepEqual(shown, ["1 h 30 min", "1 h", "10 min", "9:59", "1:01", "0:01", "0:00"]);
});

Deno.test("[CA34] time is said aloud once at ten, five and one minutes", () => {
  const said: number[] = [];
  for (let left = 12 * MINUTE; left >= 0; left -= 1_000) {
    const ms = timeToAnnounce(left + 1_000, left);
    if (ms !== null) said.push(ms);
  }
  assert.deepEqual(said, [10 * MINUTE, 5 * MINUTE, MINUTE]);
});

Deno.test("[CA80] at the first look, and after a sleep, the time that is really left is said", () => {
  const aloud = (before: number, now: number) => {
    const ms = timeToAnnounce(before, now);
    return ms === null ? null : aloudIn(ENGLISH)(ms);
  };
  assert.equal(aloud(Infinity, 84_000), "1 min 24 s");
  assert.equal(aloud(Infinity, 168_000), "2 min 48 s");
  assert.equal(aloud(Infinity, 9 * MINUTE), "9 minutes");
  assert.equal(aloud(Infinity, 11 * MINUTE), null, "whoever joins in time is told at ten minutes");
  assert.equal(aloud(30 * MINUTE, 4 * MINUTE - 500), "4 minutes");
  assert.equal(aloud(2 * MINUTE, 20_000), "20 s");
  assert.equal(aloudIn(german)(12 * MINUTE), "12 min");
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
