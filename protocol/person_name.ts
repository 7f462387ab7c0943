import { z } from "zod";
import { MAX_NAME_CHARACTERS, MAX_NAME_UNITS, MAX_STUDENT_NUMBER_CHARACTERS } from "./limits.ts";

/**
 * What stands in a text without being seen: controls, format characters (those that turn the direction of writing among
 * them), fillers and half characters. The first group is what is kept of it, where it does its work:
 * - the joiners between letters of scripts whose letters join, as in Persian and in the scripts of India;
 * - a joiner behind the sign that takes a syllable's vowel away, also at the end of a word, as in Malayalam and Sinhala;
 * - a joiner and a style selector within an emoji;
 * - the selectors of a letter's form, in Han (names in Japan need them) and in Mongolian.
 */
const UNSEEN =
  /((?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*)[\u200C\u200D](?=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}])|(?<=[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA])\u200D|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]|(?<=\p{Script=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]|(?<=\p{Script=Mongolian})[\u180B-\u180D\u180F])|[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFFC]/gu;

/** White space, and signs that are drawn as nothing: Braille without a dot, a blank of hieroglyphs, a note without a head. */
const BLANKS = /[\s\p{Z}\u2800\u{13441}\u{13442}\u{1D159}]+/gu;

/** More marks on one letter than any language writes: they would cover the lines above and below. */
const PILED_MARKS = /\p{M}{9}/u;

/** A text of one line as it is shown: composed (NFC), nothing unseen in it, one space between its words. */
export function cleanLine(text: string): string {
  return text.replace(BLANKS, " ").replace(UNSEEN, "$1").normalize("NFC").replace(BLANKS, " ").trim();
}

function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u.test(text);
}

/** Characters as a reader counts them. */
function characters(text: string): number {
  return Array.from(new Intl.Segmenter().segment(text)).length;
}

/** A line that names somebody. @param most Characters as a reader counts them, at most. */
function line(most: number) {
  return z.string().max(MAX_NAME_UNITS).overwrite(cleanLine)
    .refine(isVisible, "nothing_visible")
    .refine((text) => characters(text) <= most, { error: "too_many_characters", params: { value: String(most) } })
    .refine((text) => !PILED_MARKS.test(text), "piled_marks");
}

/** A person's name, as somebody writes it: see {@link cleanLine}. */
export const PersonName = /* @__PURE__ */ line(MAX_NAME_CHARACTERS);

/** A student's number, which may have letters. */
export const StudentNumber = /* @__PURE__ */ line(MAX_STUDENT_NUMBER_CHARACTERS);
