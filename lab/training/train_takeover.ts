import type { LikelihoodRatioModel } from "../../scoring/models/likelihood_ratio.ts";
import { KeyRhythm } from "../../scoring/rhythm/key_rhythm.ts";
import { RHYTHM_FEATURES, rhythmFeatures } from "../../scoring/rhythm/rhythm_features.ts";
import { coauthorEvents, type CoauthorSession, startOfText } from "../data_sets/coauthor.ts";
import { fitLikelihoodRatio, type PersonSession } from "./fit_likelihood_ratio.ts";

/** Events of the baseline, and from one window's end to the next. */
const BASELINE_EVENTS = 400;
const WINDOW_EVENTS = 250;
/** Events that the recent stretch of keys is read from: a few of them are no keys. */
const STRETCH_EVENTS = 228;

/** Trains the keys' takeover model on writing sessions. Sessions without a window after the baseline are left out. */
export function trainTakeoverKeys(sessions: readonly CoauthorSession[]): LikelihoodRatioModel {
  const people: PersonSession[] = [];
  for (const session of sessions) {
    const windows: Float64Array[] = [];
    for (let end = BASELINE_EVENTS + WINDOW_EVENTS; end <= session.k.length; end += WINDOW_EVENTS) {
      windows.push(stretchFeatures(session, end - STRETCH_EVENTS, end));
    }
    if (windows.length === 0) continue;
    people.push({ person: session.w, baseline: stretchFeatures(session, 0, BASELINE_EVENTS), windows });
  }
  return fitLikelihoodRatio(people, RHYTHM_FEATURES);
}

function stretchFeatures(session: CoauthorSession, from: number, to: number): Float64Array {
  const rhythm = new KeyRhythm();
  for (const event of coauthorEvents(session, from, to, startOfText()).events) {
    if (event.type === "keystroke_data") rhythm.press(event.t, event.key, event.dwell);
  }
  const all = rhythm.window.map((value, index) => value + rhythm.baseline[index]);
  const features = new Float64Array(RHYTHM_FEATURES.length);
  rhythmFeatures(all, features);
  return features;
}
