import { type PointerProfile, PRACTISED_HAND, SCRIPTED_POINTER } from "./pointer_profile.ts";
import { atPace, MIDDLING_TYPIST, type TypingProfile } from "./typing_profile.ts";

/** The simulated ways of sitting an exam. */
export const PERSONAS = [
  "steady",
  "fast",
  "hesitant",
  "pasting",
  "away",
  "taken_over",
  "transcribing",
  "bot",
  "offline",
  "dictation",
  "screen_reader",
  "switch_access",
] as const;
export type PersonaName = typeof PERSONAS[number];

/** Things that come now and then, each at a mean rate a minute. */
export interface Habits {
  /** Looks at another tab or window for about `awayMs`. */
  awayPerMinute: number;
  awayMs: number;
  /** Brings text from outside, of about `pasteCharacters`. */
  pastePerMinute: number;
  pasteCharacters: number;
  /** Cuts own text and pastes it elsewhere. */
  movePerMinute: number;
  /** Loses the window's focus for less than a second, as to a notification. */
  blurPerMinute: number;
  /** Loses the network for about `offlineMs`. */
  offlinePerMinute: number;
  offlineMs: number;
}

/** A way of sitting an exam. */
export interface Persona {
  /** How text gets in: keys; a microphone; or a switch with word prediction. */
  entry: "keys" | "dictation" | "prediction";
  typing: TypingProfile;
  /** Null for who uses no pointer. */
  pointer: PointerProfile | null;
  habits: Habits;
  /** Whether another person takes the keyboard on the way. */
  isTakenOver: boolean;
  /** What a model may be taught: `irregular` where help from outside, another hand or a script is simulated. */
  label: "regular" | "irregular";
}

const QUIET: Habits = {
  awayPerMinute: 0.02,
  awayMs: 2_500,
  pastePerMinute: 0,
  pasteCharacters: 0,
  movePerMinute: 0.05,
  blurPerMinute: 0.08,
  offlinePerMinute: 0,
  offlineMs: 0,
};

const STEADY: Persona = {
  entry: "keys",
  typing: MIDDLING_TYPIST,
  pointer: PRACTISED_HAND,
  habits: QUIET,
  isTakenOver: false,
  label: "regular",
};

const NO_PAUSES = { wordPauseShare: 0, revisionShare: 0 };

/** Typing from a page beside the screen: even pauses to read on, few thoughts, next to no revision. */
const COPY_TYPIST: TypingProfile = {
  ...MIDDLING_TYPIST,
  wordPauseShare: 0.16,
  wordPauseMs: 420,
  sentencePauseMs: 700,
  pauseSpread: 0.3,
  revisionShare: 0.005,
};

const SCRIPTED_TYPING: TypingProfile = {
  ...MIDDLING_TYPIST,
  ...NO_PAUSES,
  gapMs: { repeat: 90, alternate: 90, same_hand: 90, same_finger: 90, to_space: 90, word_start: 90, other: 90 },
  gapSpread: 0.015,
  dwellMs: 20,
  dwellSpread: 0.01,
  slipShare: 0,
  sentencePauseMs: 400,
  pauseSpread: 0.02,
};

/** One key at a time, when the highlighted group comes round. */
const SCANNING: TypingProfile = {
  ...MIDDLING_TYPIST,
  gapMs: {
    repeat: 2_100,
    alternate: 2_300,
    same_hand: 2_300,
    same_finger: 2_300,
    to_space: 1_800,
    word_start: 2_600,
    other: 3_000,
  },
  gapSpread: 0.45,
  dwellMs: 260,
  dwellSpread: 0.4,
  slipShare: 0.03,
  sentencePauseMs: 4_000,
  revisionShare: 0.02,
};

const TABLE: Record<PersonaName, Persona> = {
  steady: STEADY,
  fast: { ...STEADY, typing: { ...atPace(MIDDLING_TYPIST, 0.58), dwellMs: 88, slipShare: 0.028 } },
  hesitant: {
    ...STEADY,
    typing: {
      ...atPace(MIDDLING_TYPIST, 1.9),
      dwellMs: 140,
      slipShare: 0.035,
      wordPauseShare: 0.28,
      wordPauseMs: 2_400,
      sentencePauseMs: 9_000,
      revisionShare: 0.35,
    },
  },
  pasting: {
    ...STEADY,
    habits: { ...QUIET, awayPerMinute: 0.2, awayMs: 9_000, pastePerMinute: 0.6, pasteCharacters: 320 },
    label: "irregular",
  },
  away: { ...STEADY, habits: { ...QUIET, awayPerMinute: 1.4, awayMs: 14_000 }, label: "irregular" },
  taken_over: { ...STEADY, isTakenOver: true, label: "irregular" },
  transcribing: { ...STEADY, typing: COPY_TYPIST, label: "irregular" },
  bot: {
    ...STEADY,
    typing: SCRIPTED_TYPING,
    pointer: SCRIPTED_POINTER,
    habits: { ...QUIET, awayPerMinute: 0, movePerMinute: 0, blurPerMinute: 0 },
    label: "irregular",
  },
  offline: { ...STEADY, habits: { ...QUIET, offlinePerMinute: 0.4, offlineMs: 25_000 } },
  dictation: { ...STEADY, entry: "dictation" },
  screen_reader: { ...STEADY, pointer: null },
  switch_access: { ...STEADY, entry: "prediction", typing: SCANNING, pointer: null },
};

/**
 * What a persona does, before a person is drawn from it.
 *
 * @example
 * assert.equal(personaOf("bot").pointer?.motion, "script");
 */
export function personaOf(name: PersonaName): Persona {
  return TABLE[name];
}
