import type { KeyClass } from "../../protocol/events.ts";

/** Kinds of key that rhythm tells apart. */
export const enum KeyKind {
  Letter,
  Space,
  Punctuation,
  Enter,
  Erase,
  Navigation,
  /** Modifiers, shortcuts, function keys: not part of the text's rhythm. */
  Ignored,
}

const KINDS: Record<KeyClass, KeyKind> = {
  letter: KeyKind.Letter,
  digit: KeyKind.Letter,
  space: KeyKind.Space,
  punctuation: KeyKind.Punctuation,
  enter: KeyKind.Enter,
  tab: KeyKind.Enter,
  backspace: KeyKind.Erase,
  delete: KeyKind.Erase,
  arrow: KeyKind.Navigation,
  navigation: KeyKind.Navigation,
  modifier: KeyKind.Ignored,
  shortcut: KeyKind.Ignored,
  function: KeyKind.Ignored,
  other: KeyKind.Ignored,
};

/**
 * Kind of a key, by its captured class.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(keyKind("digit"), KeyKind.Letter);
 * ```
 */
export function keyKind(key: KeyClass): KeyKind {
  // Most keys are letters: a comparison instead of a look into the table.
  return key === "letter" ? KeyKind.Letter : KINDS[key] ?? KeyKind.Ignored;
}

/** What a key follows: the classes whose inter-key times are compared, since each has a rhythm of its own. */
export const enum KeyContext {
  SecondLetter,
  EarlyLetter,
  LateLetter,
  FirstLetter,
  SpaceAfterLetter,
  SpaceAfterPunctuation,
  PunctuationAfterLetter,
  EraseAgain,
  AfterErase,
  FirstErase,
  NewLine,
  Navigation,
  Other,
}

/** Contexts that {@link KeyContext} names, {@link KeyContext.Other} included. */
export const CONTEXTS = 13;

/**
 * Context of a key, from its kind, the kind before it, and its place in its word.
 *
 * Letters are told apart by their place in the word (second; third and fourth; later), because the second letter is
 * slower to plan and the later ones are typed from habit (Ostry 1983).
 *
 * @param kind Of the key.
 * @param before Kind of the key before it.
 * @param place Letters typed in this word before it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(keyContext(KeyKind.Space, KeyKind.Letter, 5), KeyContext.SpaceAfterLetter);
 * ```
 */
export function keyContext(kind: KeyKind, before: KeyKind, place: number): KeyContext {
  switch (kind) {
    case KeyKind.Letter:
      if (before === KeyKind.Letter) {
        return place <= 1 ? KeyContext.SecondLetter : place <= 3 ? KeyContext.EarlyLetter : KeyContext.LateLetter;
      }
      if (before === KeyKind.Erase) return KeyContext.AfterErase;
      return before === KeyKind.Navigation ? KeyContext.Other : KeyContext.FirstLetter;
    case KeyKind.Space:
      if (before === KeyKind.Letter) return KeyContext.SpaceAfterLetter;
      if (before === KeyKind.Punctuation) return KeyContext.SpaceAfterPunctuation;
      return before === KeyKind.Erase ? KeyContext.AfterErase : KeyContext.Other;
    case KeyKind.Punctuation:
      if (before === KeyKind.Letter) return KeyContext.PunctuationAfterLetter;
      return before === KeyKind.Erase ? KeyContext.AfterErase : KeyContext.Other;
    case KeyKind.Enter:
      return KeyContext.NewLine;
    case KeyKind.Erase:
      return before === KeyKind.Erase ? KeyContext.EraseAgain : KeyContext.FirstErase;
    case KeyKind.Navigation:
      return KeyContext.Navigation;
    case KeyKind.Ignored:
      return KeyContext.Other;
  }
}
