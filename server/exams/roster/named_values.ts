import { AssistiveTechnology } from "../../../protocol/exam.ts";
import { LANGUAGES } from "../../../words/languages.ts";
import { fold } from "./fold.ts";

/** A name without its spaces, too: a screen reader is a screenreader in German. */
const plain = (name: string) => fold(name).replaceAll(" ", "");

/** Assistive technologies by their names, the API's and those that people read. */
const TECHNOLOGIES: ReadonlyMap<string, AssistiveTechnology> = new Map(
  AssistiveTechnology.options.flatMap((value) =>
    [value, ...LANGUAGES.map(({ sentences }) => sentences.technologies[value])].map((name) =>
      [plain(name), value] as const
    )
  ),
);

/** Signals, features and categories by their names, the scorer's and those that people read. */
const SCORED: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap(({ sentences: { signals, featureTitles, contributions } }) => [
    ...[signals, featureTitles].flatMap((group) =>
      Object.entries(group).flatMap(([key, { name }]) => [[plain(key), key], [plain(name), key]] as const)
    ),
    ...(["mouse", "keyboard", "window", "cohort"] as const).flatMap((key) =>
      [[plain(key), key], [plain(contributions.names[key]), key]] as const
    ),
  ]),
);

/** The technology of a name, or null. */
export function technologyOf(name: string): AssistiveTechnology | null {
  return TECHNOLOGIES.get(plain(name)) ?? null;
}

/** What a name is of in a score, or null. */
export function scoredOf(name: string): string | null {
  return SCORED.get(plain(name)) ?? null;
}
