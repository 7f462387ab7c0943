import { LANGUAGES, wordsOf } from "../../../words/languages.ts";
import { Speaker } from "../../../words/speaker.ts";
import type { Words } from "../../../words/words.ts";
import type { FormulaWording } from "./formula_line.ts";

const WORDINGS = new Map(LANGUAGES.map((words) => [words.language.tag, wordingOf(words)]));

/**
 * How a formula is read aloud in an exam's language; null where there are no words of it. Screen readers pass over many
 * signs where they read the name of a field: there `x^2` and `x2` are the same.
 *
 * @param language BCP 47 tag; English where the exam does not say.
 */
export function formulaWords(language = "en"): FormulaWording | null {
  const { tag } = wordsOf([language]).language;
  return language.toLowerCase().split("-")[0] === tag ? WORDINGS.get(tag) ?? null : null;
}

function wordingOf({ language, counted, sentences: { formulas: words } }: Words): FormulaWording {
  const speaker = new Speaker(language, counted);
  const signs: Readonly<Record<string, string>> = {
    "(": words.signs.open,
    ")": words.signs.close,
    "[": words.signs.openSquare,
    "]": words.signs.closeSquare,
    "{": words.signs.openCurly,
    "}": words.signs.closeCurly,
    "|": words.signs.bar,
    "∣": words.signs.bar,
    "/": words.signs.slash,
    "!": words.signs.factorial,
    "−": words.signs.minus,
    "·": words.signs.times,
    "⋅": words.signs.times,
    "×": words.signs.times,
    "√": words.signs.root,
  };
  return {
    group: (inner) => speaker.say(words.group, { inner }),
    sign: (sign) => signs[sign] ?? sign.replace(/[\u2061-\u2064]/g, ""),
    power(base, exponent) {
      if (exponent === "2") return speaker.say(words.squared, { base });
      return speaker.say(words.power, { base, exponent });
    },
    index: (base, index) => speaker.say(words.index, { base, index }),
    limits: (base, from, to) => speaker.say(words.limits, { base, from, to }),
    below: (base, below) => speaker.say(words.below, { base, below }),
    above: (base, above) => speaker.say(words.above, { base, above }),
    fraction: (above, below) => speaker.say(words.fraction, { above, below }),
    stacked: (above, below) => speaker.say(words.stacked, { above, below }),
    root: (of, degree) =>
      degree === null ? speaker.say(words.root, { of }) : speaker.say(words.rootOfDegree, { of, degree }),
    overline: (of) => speaker.say(words.overline, { of }),
    rows: (rows) =>
      rows.map((cells, place) => speaker.say(words.row, { number: place + 1, cells: cells.join(", ") })).join("; "),
    join: (parts) => parts.join(" "),
  };
}
