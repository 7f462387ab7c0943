import type { en } from "./en.ts";
import { refusalText, type Said } from "./refusal.ts";
import type { Told } from "./sentence.ts";
import { Speaker } from "./speaker.ts";
import type { Words } from "./words.ts";

/** What is said of a file that is read, in no language yet. */
export type ImportTold = Told<typeof en["imports"]>;

/** A note on a file in a language; what is wrong with a field, in its own words. */
export function importText({ told, problem }: { told: ImportTold; problem?: Said }, words: Words): string {
  if (problem !== undefined) return refusalText(problem, words);
  return new Speaker(words.language, words.counted).tell(words.sentences.imports, told);
}
