import { chance, logNormal } from "./distributions.ts";
import { fillerWord } from "./filler_text.ts";
import { digraphClass, keyClassOf, neighbouringKey } from "./keyboard_layout.ts";
import type { Sitting } from "./sitting.ts";
import type { TypingProfile } from "./typing_profile.ts";

// A key that goes down twice is up in between for at least this long.
const REPRESS_MS = 20;

/**
 * Types a text at a place of the answer in view, letter by letter, with slips noticed and mended.
 *
 * @param at Offset in the answer where it goes.
 * @returns The offset after the text.
 *
 * @example
 * const sitting = new Sitting(createRandom(1));
 * sitting.view("q1");
 * typeText(sitting, MIDDLING_TYPIST, "the", 0);
 * assert.equal(sitting.text, "the");
 */
export function typeText(sitting: Sitting, profile: TypingProfile, text: string, at: number): number {
  let previous = at === 0 ? "" : sitting.text[at - 1];
  let offset = at;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    const isSlip = /[a-z]/.test(character) && chance(sitting.random, profile.slipShare);
    if (!isSlip) {
      typeCharacter(sitting, profile, previous, character, offset++);
      previous = character;
      continue;
    }
    // The slip, up to two letters typed before it is noticed, a short stop, as many backspaces, and again.
    const unnoticed = text.slice(index + 1, index + 1 + Math.floor(sitting.random() * 3));
    let wrong = previous;
    for (const typed of neighbouringKey(sitting.random, character) + unnoticed) {
      typeCharacter(sitting, profile, wrong, typed, offset++);
      wrong = typed;
    }
    sitting.wait(logNormal(sitting.random, 260, 0.4));
    for (let count = 0; count <= unnoticed.length; count++) erase(sitting, profile, --offset);
    typeCharacter(sitting, profile, "", character, offset++);
    previous = character;
  }
  return offset;
}

/** Erases the character at an offset with the backspace key. */
function erase(sitting: Sitting, profile: TypingProfile, offset: number): void {
  const gapMs = logNormal(sitting.random, profile.gapMs.repeat, profile.gapSpread);
  sitting.press(
    "backspace",
    Math.max(gapMs, sitting.msUntilRelease + REPRESS_MS),
    logNormal(sitting.random, profile.dwellMs * 0.9, profile.dwellSpread),
  );
  sitting.edit(offset, 1, "", "typing");
}

function typeCharacter(
  sitting: Sitting,
  profile: TypingProfile,
  previous: string,
  character: string,
  offset: number,
): void {
  const { random } = sitting;
  const digraph = digraphClass(previous, character);
  let gapMs = logNormal(random, profile.gapMs[digraph], profile.gapSpread);
  if (digraph === "repeat") gapMs = Math.max(gapMs, sitting.msUntilRelease + REPRESS_MS);
  const dwellMs = logNormal(random, profile.dwellMs, profile.dwellSpread);
  if (/\p{Lu}/u.test(character)) {
    sitting.press("modifier", gapMs, dwellMs * 2);
    sitting.press("letter", logNormal(random, profile.gapMs.alternate * 0.8, profile.gapSpread), dwellMs);
  } else {
    sitting.press(keyClassOf(character), gapMs, dwellMs);
  }
  sitting.edit(offset, 0, character, "typing");
}

/**
 * Writes a sentence at the end of the answer in view: a pause first, then word by word with pauses for thought.
 *
 * @param afterWord Called between words, where a person may be interrupted; the next word goes on after it.
 *
 * @example
 * const sitting = new Sitting(createRandom(1));
 * sitting.view("q1");
 * writeSentence(sitting, MIDDLING_TYPIST, "One two.", () => {});
 * assert.equal(sitting.text, "One two.");
 */
export function writeSentence(
  sitting: Sitting,
  profile: TypingProfile,
  sentence: string,
  afterWord: () => void,
): void {
  sitting.wait(logNormal(sitting.random, profile.sentencePauseMs, profile.pauseSpread));
  const words = sentence.split(" ");
  if (sitting.text !== "") words[0] = ` ${words[0]}`;
  words.forEach((word, index) => {
    const isThought = index > 0 && chance(sitting.random, profile.wordPauseShare);
    if (isThought) sitting.wait(logNormal(sitting.random, profile.wordPauseMs, profile.pauseSpread));
    typeText(sitting, profile, index === 0 ? word : ` ${word}`, sitting.text.length);
    afterWord();
  });
}

/**
 * Goes back to an earlier word with the arrow keys, types another in its place and returns to the end.
 * Nothing happens where there is no earlier word.
 *
 * @example
 * const sitting = new Sitting(createRandom(1));
 * sitting.view("q1");
 * typeText(sitting, MIDDLING_TYPIST, "one two three four", 0);
 * reviseWord(sitting, MIDDLING_TYPIST);
 * assert.match(sitting.text, /^one \S+ \S+ four$/);
 */
export function reviseWord(sitting: Sitting, profile: TypingProfile): void {
  const { random, text } = sitting;
  const end = text.lastIndexOf(" ", text.length - 1 - Math.floor(random() * 60));
  const begin = end <= 0 ? -1 : text.lastIndexOf(" ", end - 1);
  if (begin < 0) return;
  const away = Math.max(1, Math.round((text.length - end) / 6));
  arrows(sitting, profile, away);
  for (let offset = end - 1; offset > begin; offset--) erase(sitting, profile, offset);
  typeText(sitting, profile, fillerWord(random), begin + 1);
  sitting.wait(logNormal(random, 500, 0.5));
  arrows(sitting, profile, 1);
  sitting.press("navigation", logNormal(random, 300, 0.3), logNormal(random, profile.dwellMs, profile.dwellSpread));
}

function arrows(sitting: Sitting, profile: TypingProfile, count: number): void {
  for (let pressed = 0; pressed < count; pressed++) {
    const gapMs = logNormal(sitting.random, pressed === 0 ? 450 : 140, 0.3);
    sitting.press("arrow", gapMs, logNormal(sitting.random, profile.dwellMs * 0.8, profile.dwellSpread));
  }
}
