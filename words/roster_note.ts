import type { en } from "./en.ts";
import { refusalText, type Said } from "./refusal.ts";
import type { Told } from "./sentence.ts";
import { Speaker } from "./speaker.ts";
import type { Words } from "./words.ts";

/** What is said of a roster's file, in no language yet. */
export type RosterTold = Told<typeof en["rosterNotes"]>;

/** A note on a roster's file in a language; what is wrong with a field, in its own words. */
export function rosterText({ told, problem }: { told: RosterTold; problem?: Said }, words: Words): string {
  if (problem !== undefined) return refusalText(problem, words);
  return new Speaker(words.language, words.counted).tell(words.sentences.rosterNotes, told);
}
