import type { Random } from "../../scoring/models/random.ts";
import { logNormal } from "./distributions.ts";
import type { DigraphClass } from "./keyboard_layout.ts";

/** One person's way of typing. Times in ms are medians of log-normal distributions. */
export interface TypingProfile {
  /** From one key press to the next, by how the two keys follow each other. */
  gapMs: Record<DigraphClass, number>;
  /** Spread of the logarithm of a gap. */
  gapSpread: number;
  /** From press to release. */
  dwellMs: number;
  dwellSpread: number;
  /** Share of letters that slip to a neighbouring key; every one is noticed and mended. */
  slipShare: number;
  /** Share of words begun after a pause for thought, and that pause. */
  wordPauseShare: number;
  wordPauseMs: number;
  /** Pause before a new sentence. */
  sentencePauseMs: number;
  pauseSpread: number;
  /** Share of sentences after which an earlier word is replaced. */
  revisionShare: number;
}

/**
 * A touch typist of middling speed: 52 words a minute, gaps of 100 to 260 ms by digraph class, dwells of 116 ms, about a
 * sixth of presses rolled over, 2 % slips (means of 168,000 volunteers: Dhakal et al., CHI 2018), and pauses of
 * some seconds between sentences (Medimorec and Risko 2017).
 */
export const MIDDLING_TYPIST: TypingProfile = {
  gapMs: { repeat: 150, alternate: 104, same_hand: 138, same_finger: 185, to_space: 115, word_start: 175, other: 260 },
  gapSpread: 0.4,
  dwellMs: 112,
  dwellSpread: 0.22,
  slipShare: 0.02,
  wordPauseShare: 0.12,
  wordPauseMs: 800,
  sentencePauseMs: 2_400,
  pauseSpread: 0.75,
  revisionShare: 0.18,
};

/**
 * A typist with two fingers, who looks for keys: neighbours take as long as anything else, a new word takes a look at
 * the keyboard, presses are short and uneven, slips
 * frequent. Invented, not measured.
 */
export const TWO_FINGER_TYPIST: TypingProfile = {
  ...MIDDLING_TYPIST,
  gapMs: { repeat: 140, alternate: 210, same_hand: 330, same_finger: 300, to_space: 230, word_start: 480, other: 380 },
  gapSpread: 0.55,
  dwellMs: 75,
  dwellSpread: 0.35,
  slipShare: 0.06,
};

/**
 * The same way of typing at another speed.
 *
 * @param factor On gaps and pauses; below 1 is faster.
 *
 * @example
 * assert.equal(atPace(MIDDLING_TYPIST, 2).gapMs.repeat, 330);
 */
export function atPace(profile: TypingProfile, factor: number): TypingProfile {
  return {
    ...profile,
    gapMs: mapGaps(profile.gapMs, (gap) => gap * factor),
    wordPauseMs: profile.wordPauseMs * factor,
    sentencePauseMs: profile.sentencePauseMs * factor,
  };
}

/**
 * One person drawn from around a profile: people differ in speed, in each digraph class, in dwell, in spread and in
 * habits, and stay themselves for as long as they type.
 *
 * @example
 * const person = drawTypist(MIDDLING_TYPIST, createRandom(1));
 * assert.notEqual(person.dwellMs, MIDDLING_TYPIST.dwellMs);
 */
export function drawTypist(around: TypingProfile, random: Random): TypingProfile {
  const own = (median: number, spread: number): number => logNormal(random, median, spread);
  const pace = own(1, 0.14);
  return {
    gapMs: mapGaps(around.gapMs, (gap) => own(gap * pace, 0.09)),
    gapSpread: own(around.gapSpread, 0.12),
    dwellMs: own(around.dwellMs, 0.18),
    dwellSpread: own(around.dwellSpread, 0.12),
    slipShare: own(around.slipShare, 0.4),
    wordPauseShare: Math.min(0.6, own(around.wordPauseShare, 0.25)),
    wordPauseMs: own(around.wordPauseMs, 0.2),
    sentencePauseMs: own(around.sentencePauseMs, 0.25),
    pauseSpread: around.pauseSpread,
    revisionShare: Math.min(0.6, own(around.revisionShare, 0.3)),
  };
}

function mapGaps(gaps: Record<DigraphClass, number>, change: (gap: number) => number): Record<DigraphClass, number> {
  return {
    repeat: change(gaps.repeat),
    alternate: change(gaps.alternate),
    same_hand: change(gaps.same_hand),
    same_finger: change(gaps.same_finger),
    to_space: change(gaps.to_space),
    word_start: change(gaps.word_start),
    other: change(gaps.other),
  };
}
