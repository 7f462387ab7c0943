/** Keeps the names of a sentence's values in its type, and nothing at run time. */
declare const NAMES: unique symbol;

/** Names of the values that an English text has places for: `"name" | "left"` for `{name} has {left:minutes} left`. */
export type NamesIn<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? (Place extends `${infer Name}:${string}` ? Name : Place) | NamesIn<Rest>
  : never;

/**
 * A text with places for values: `{name}` for a text or a plain number, `{left:minutes}` for a number that is said as the
 * format or the counted phrase `minutes` says.
 */
export type Sentence<Names extends string> = string & { readonly [NAMES]?: Names };

/** A number with its noun, by the language's plural forms or for exactly one number: `{ "=2": "twice", other: "{n} times" }`. */
export type CountedPhrase =
  & { readonly other: string }
  & { readonly [form in Intl.LDMLPluralRule | `=${number}`]?: string };

/** The same texts in any language: the same keys, and the same values for each. */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? [NamesIn<English[Key]>] extends [never] ? string : Sentence<NamesIn<English[Key]>>
    : Translated<English[Key]>;
};

/**
 * A sentence by its key, with its values: for code that knows what there is to say and leaves saying it to a page.
 *
 * `Told<{ away: "Away for {ms:span}" }>` is `{ key: "away"; values: { ms: … } }`.
 */
export type Told<English> = {
  [Key in keyof English & string]: {
    readonly key: Key;
    readonly values: English[Key] extends string ? Readonly<Record<NamesIn<English[Key]>, string | number>> : never;
  };
}[keyof English & string];
