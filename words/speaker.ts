import type { Sentence } from "./sentence.ts";
import type { Counted, Language } from "./words.ts";

/** A value that a sentence has a place for. */
export type Value = string | number;

/** A length of time is said in minutes from here on, ms. */
const MINUTES_FROM_MS = 300_000;

/** Ways to say a number that are no counted phrase; a place names one of them: `{risk:tenths}`. */
const FORMATS: Readonly<Record<string, (speaker: Speaker, n: number) => string>> = {
  "": (speaker, n) => speaker.number(n),
  share: (speaker, n) => speaker.percent(n),
  duration: (speaker, n) => speaker.duration(n),
  span: (speaker, n) => speaker.span(n),
  tenths: (speaker, n) => speaker.tenths(n),
  plain: (speaker, n) => speaker.plain(n),
  inSeconds: (speaker, n) => speaker.duration(n * 1_000),
  upToTenths: (speaker, n) => speaker.number(Math.round(n * 10) / 10),
  hundredths: (speaker, n) => speaker.number(Number(n.toFixed(2)), { least: 2, most: 2 }),
};

/** One piece of a sentence: text as it stands, or a place for a value. */
type Piece = string | { name: string; format: string };

/**
 * Says sentences in one language: puts values into their places, with its numbers and plurals.
 *
 * What `Intl` makes is made once and kept: a row of the room is said anew each second.
 */
export class Speaker {
  readonly #plurals: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;
  readonly #numbersByDigits = new Map<string, Intl.NumberFormat>();
  readonly #pieces = new Map<string, Piece[]>();

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
    return this.#put(sentence, values);
  }

  /**
   * A sentence of a group by its key, as code that does not speak has told it.
   *
   * @throws {RangeError} As {@link say}.
   */
  tell<Key extends string>(
    sentences: Readonly<Record<Key, string>>,
    told: { readonly key: Key; readonly values: Readonly<Record<string, Value>> },
  ): string {
    return this.#put(sentences[told.key], told.values);
  }

  /** Begins a sentence: its first letter as a capital. */
  capital(sentence: string): string {
    const [first = ""] = sentence;
    return first.toLocaleUpperCase(this.language.locale) + sentence.slice(first.length);
  }

  /** A number with its noun: `count(2, "times")` is "twice". */
  count(n: number, phrase: keyof Counted): string {
    const forms = this.counted[phrase];
    const form = forms[`=${n}`] ?? forms[this.#plurals.select(n)] ?? forms.other;
    return form.replace("{n}", this.number(n));
  }

  /** A number, with at most two decimals where nothing else is asked for. */
  number(n: number, digits?: { least?: number; most: number }): string {
    if (digits === undefined) return this.#numbers.format(n);
    const options = { minimumFractionDigits: digits.least ?? 0, maximumFractionDigits: digits.most };
    return kept(
      this.#numbersByDigits,
      `${digits.least} ${digits.most}`,
      () => new Intl.NumberFormat(this.language.locale, options),
    ).format(n);
  }

  /** A number with exactly one decimal, as risk and points are shown. */
  tenths(n: number): string {
    return this.number(n, { least: 1, most: 1 });
  }

  /** A whole number without marks between its thousands, as beside a unit: "1234 ms". */
  plain(n: number): string {
    return String(Math.round(n));
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

  /** A length of time in ms, to the second: "59 s", "1 min 12 s". */
  span(ms: number): string {
    const seconds = Math.round(ms / 1_000);
    const rest = this.count(seconds % 60, "seconds");
    return seconds < 60 ? rest : `${this.count(Math.floor(seconds / 60), "minutes")} ${rest}`;
  }

  #put(sentence: string, values: Readonly<Record<string, Value>>): string {
    return kept(this.#pieces, sentence, () => piecesOf(sentence))
      .map((piece) => typeof piece === "string" ? piece : this.#place(piece, values)).join("");
  }

  #place({ name, format }: { name: string; format: string }, values: Readonly<Record<string, Value>>): string {
    const value = values[name];
    if (typeof value === "string") return value;
    if (value !== undefined && isPhrase(this.counted, format)) return this.count(value, format);
    if (value !== undefined && isFormat(format)) return FORMATS[format](this, value);
    throw new RangeError(`Cannot say ${name}:${format} of ${value}`);
  }
}

/** Whether a place may name a format, beside the counted phrases. */
export function isFormat(name: string): boolean {
  return Object.hasOwn(FORMATS, name);
}

function kept<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

function isPhrase(counted: Counted, name: string): name is keyof Counted {
  return Object.hasOwn(counted, name);
}

/**
 * A sentence in its pieces.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(piecesOf("Away {n:times}."), ["Away ", { name: "n", format: "times" }, "."]);
 * ```
 */
export function piecesOf(sentence: string): Piece[] {
  return sentence.split(/(\{\w+(?::\w+)?\})/).filter((piece) => piece !== "").map((piece) => {
    const place = /^\{(\w+)(?::(\w+))?\}$/.exec(piece);
    return place === null ? piece : { name: place[1], format: place[2] ?? "" };
  });
}
