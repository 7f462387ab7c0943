import type { Sentence } from "./sentence.ts";
import type { Counted, Language } from "./words.ts";

/** A value that a sentence has a place for. */
export type Value = string | number;

/** A length of time is said in minutes from here on, ms. */
const MINUTES_FROM_MS = 300_000;

/** One piece of a sentence: text as it stands, or a place for a value. */
type Piece = string | { name: string; format: string };

/** Says sentences in one language: puts values into their places, with its numbers, plurals, lists and dates. */
export class Speaker {
  readonly #plurals: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;

  constructor(readonly language: Language, readonly counted: Counted) {
    this.#plurals = new Intl.PluralRules(language.locale);
    this.#numbers = new Intl.NumberFormat(language.locale, { maximumFractionDigits: 2 });
  }

  /**
   * A sentence with its values.
   *
   * @throws {RangeError} If a place has no value, or a format that there is none of.
   */
  say<Names extends string>(sentence: Sentence<Names>, values: Readonly<Record<Names, Value>>): string {
    return piecesOf(sentence).map((piece) => typeof piece === "string" ? piece : this.#place(piece, values)).join("");
  }

  /** A number with its noun: `count(2, "times")` is "twice". */
  count(n: number, phrase: keyof Counted): string {
    const forms = this.counted[phrase];
    const form = forms[`=${n}`] ?? forms[this.#plurals.select(n)] ?? forms.other;
    return form.replace("{n}", this.number(n));
  }

  number(n: number): string {
    return this.#numbers.format(n);
  }

  /** A share as a percentage, in whole percent. */
  percent(share: number): string {
    return this.count(Math.round(share * 100), "percent");
  }

  /** A length of time in ms for a sentence: "71 s", or "12 min" from five minutes on. */
  duration(ms: number): string {
    return ms >= MINUTES_FROM_MS
      ? this.count(Math.round(ms / 60_000), "minutes")
      : this.count(Math.round(ms / 1_000), "seconds");
  }

  /** "a, b and c". */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.language.locale, { type: "conjunction" }).format(items);
  }

  /** A moment in the reader's own clock. @param ms Since 1970. */
  date(ms: number, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.language.locale, options).format(ms);
  }

  #place({ name, format }: { name: string; format: string }, values: Readonly<Record<string, Value>>): string {
    const value = values[name];
    if (value === undefined) throw new RangeError(`Cannot say a sentence without its value "${name}"`);
    if (typeof value === "string") return value;
    if (format === "") return this.number(value);
    if (format === "share") return this.percent(value);
    if (format === "duration") return this.duration(value);
    if (isPhrase(this.counted, format)) return this.count(value, format);
    throw new RangeError(`Cannot say "${name}": there is no format "${format}"`);
  }
}

function isPhrase(counted: Counted, name: string): name is keyof Counted {
  return Object.hasOwn(counted, name);
}

/**
 * A sentence in its pieces.
 *
 * @example
 * assert.deepEqual(piecesOf("Away {n:times}."), ["Away ", { name: "n", format: "times" }, "."]);
 */
export function piecesOf(sentence: string): Piece[] {
  return sentence.split(/(\{\w+(?::\w+)?\})/).filter((piece) => piece !== "").map((piece) => {
    const place = /^\{(\w+)(?::(\w+))?\}$/.exec(piece);
    return place === null ? piece : { name: place[1], format: place[2] ?? "" };
  });
}
