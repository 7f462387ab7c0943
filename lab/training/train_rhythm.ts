import type { KeyEvent } from "../../protocol/scorable_event.ts";
import { DWELL_FEATURES, dwellFeatures } from "../../scoring/rhythm/dwell_features.ts";
import { KeyKind, keyKind } from "../../scoring/rhythm/key_context.ts";
import { KeyRhythm, WINDOW_KEYS } from "../../scoring/rhythm/key_rhythm.ts";
import { RHYTHM_FEATURES, rhythmFeatures } from "../../scoring/rhythm/rhythm_features.ts";
import type { RhythmModel } from "../../scoring/rhythm/rhythm_model.ts";
import { argumentationKeys, type ArgumentationSession } from "../data_sets/argumentation.ts";
import { coauthorEvents, type CoauthorSession, startOfText } from "../data_sets/coauthor.ts";
import {
  atOtherPace,
  type TypingChange,
  withBouncingKeys,
  withOneHand,
  withTremor,
} from "../simulation/changed_typing.ts";
import { type Change, fitLikelihoodRatio, type PersonSession } from "./fit_likelihood_ratio.ts";

/** Keys of the baseline, and from one window's end to the next. */
const BASELINE_KEYS = 400;
const STRIDE_KEYS = 240;
/** The window that changes are tried on. */
const CHANGED_WINDOW = 1;
/** Of what is random in a change. */
const CHANGE_SEED = 3;

/** Changes that the same person may go through, each with its weight in the variance within a person. */
type Changes = readonly { change: TypingChange; weight: number }[];

const FASTER = 0.65;
const KEY_CHANGES: Changes = [
  { change: atOtherPace(FASTER), weight: 0.05 },
  { change: withTremor, weight: 0.2 },
  { change: withOneHand, weight: 0.05 },
  { change: withBouncingKeys, weight: 0.05 },
];
/** With dwell there are two ways of being faster: keys are held as long, or shorter by as much. */
const DWELL_CHANGES: Changes = [
  { change: atOtherPace(FASTER), weight: 0.1 },
  { change: atOtherPace(FASTER, FASTER), weight: 0.1 },
  { change: withTremor, weight: 0.2 },
  { change: withOneHand, weight: 0.1 },
  { change: withBouncingKeys, weight: 0.05 },
];

/** One person's keys in one session. */
interface Typing {
  person: string;
  keys: KeyEvent[];
}

/** Trains the takeover model of inter-key times on writing sessions; those with too few keys for a window are left out. */
export function trainTakeoverKeys(sessions: readonly CoauthorSession[]): RhythmModel {
  const typings = sessions.map((session) => ({
    person: session.w,
    keys: coauthorEvents(session, 0, session.k.length, startOfText()).events.filter((event) =>
      event.type === "keystroke_data"
    ),
  }));
  return trainRhythm(typings, RHYTHM_FEATURES, rhythmFeatures, KEY_CHANGES);
}

/** Trains the takeover model of dwell and rollover on essays whose key-ups were recorded. */
export function trainTakeoverDwell(sessions: readonly ArgumentationSession[]): RhythmModel {
  const typings = sessions.map((session) => ({ person: session.s, keys: argumentationKeys(session) }));
  return trainRhythm(typings, DWELL_FEATURES, dwellFeatures, DWELL_CHANGES);
}

/** Both ways in which the same person may go on: how stretches of one session differ, and with changes added to that. */
function trainRhythm(
  typings: readonly Typing[],
  names: readonly string[],
  read: (statistics: Float64Array, into: Float64Array) => void,
  changes: Changes,
): RhythmModel {
  const people: PersonSession[] = [];
  const differences: Float64Array[][] = changes.map(() => []);
  for (const { person, keys: all } of typings) {
    const keys = all.filter((key) => key.repeat !== true && keyKind(key.key) !== KeyKind.Ignored);
    const windows: Float64Array[] = [];
    for (let end = BASELINE_KEYS + STRIDE_KEYS; end <= keys.length; end += STRIDE_KEYS) {
      const stretch = keys.slice(end - WINDOW_KEYS, end);
      const usual = featuresOf(stretch);
      if (windows.length === CHANGED_WINDOW) {
        changes.forEach(({ change }, index) => {
          const changed = featuresOf(change(stretch, 0, CHANGE_SEED));
          differences[index].push(changed.map((value, feature) => value - usual[feature]));
        });
      }
      windows.push(usual);
    }
    if (windows.length > 0) people.push({ person, baseline: featuresOf(keys.slice(0, BASELINE_KEYS)), windows });
  }
  const added: Change[] = changes.flatMap(({ weight }, index) =>
    differences[index].map((difference) => ({ difference, weight: weight / differences[index].length }))
  );
  return {
    kind: "rhythm",
    version: 1,
    usual: fitLikelihoodRatio(people, names),
    changed: fitLikelihoodRatio(people, names, added),
  };

  function featuresOf(keys: readonly KeyEvent[]): Float64Array {
    const rhythm = new KeyRhythm();
    for (const { t, key, dwell } of keys) rhythm.press(t, key, dwell);
    const features = new Float64Array(names.length);
    read(rhythm.window.map((value, index) => value + rhythm.baseline[index]), features);
    return features;
  }
}
