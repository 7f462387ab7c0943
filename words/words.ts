import type { counted } from "./en/counted.ts";
import type { en } from "./en.ts";
import type { CountedPhrase, Translated } from "./sentence.ts";

/** How a language is called, written and counted. */
export interface Language {
  /** BCP 47 tag, as `lang` has it. */
  tag: string;
  /** Tag that dates and numbers are written by: a country's habits where the language alone has none. */
  locale: string;
  /** The language's name in itself. */
  name: string;
  direction: "ltr" | "rtl";
}

/** Numbers with their nouns. */
export type Counted = Readonly<Record<keyof typeof counted, CountedPhrase>>;

/** Every sentence that a person reads, by where they read it. English says which there are. */
export type Sentences = Translated<typeof en>;

/** A group of sentences: what a page needs of them goes to the browser by groups. */
export type Group = keyof Sentences;

/** One language, complete. */
export interface Words {
  language: Language;
  counted: Counted;
  sentences: Sentences;
}
