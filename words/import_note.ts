import type { en } from "./en.ts";
import { refusalText, type Said } from "./refusal.ts";
import type { Told } from "./sentence.ts";
import { Speaker } from "./speaker.ts";
import type { Words } from "./words.ts";

/** What is said of a file that is read, in no language yet. */
export type ImportTold = Told<typeof en["imports"]>;

/** A note in no language: what is wrong with a field, where that is it, and the file of a package that it is of. */
interface Noted {
  told: ImportTold;
  problem?: Said;
  file?: string;
}

/** A note on a file in a language; what is wrong with a field, in its own words. */
export function importText({ told, problem, file }: Noted, words: Words): string {
  const text = problem === undefined
    ? new Speaker(words.language, words.counted).tell(words.sentences.imports, told)
    : refusalText(problem, words);
  return file === undefined ? text : `${file}: ${text}`;
}
