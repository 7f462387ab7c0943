import type { Breaks } from "../../protocol/exam.ts";
import type { Speaker } from "../../words/speaker.ts";
import type { Sentences } from "../../words/words.ts";

/** Breaks that a student is allowed, as staff read it. */
export function breaksText(speaker: Speaker, words: Sentences["allowances"], breaks: Breaks): string {
  const { minutes, count, by_student: isOwn = false } = breaks;
  if (isOwn) return speaker.say(words.ownBreaks, { minutes: minutes * (count ?? 1) });
  return count === undefined
    ? speaker.say(words.breaks, { minutes })
    : speaker.say(words.someBreaks, { minutes, count });
}
