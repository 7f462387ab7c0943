import type { SignalName } from "../../protocol/risk.ts";
import { Away } from "./away.ts";
import { Display } from "./display.ts";
import { ExternalText } from "./external_text.ts";
import type { SignalTracker } from "./signal.ts";
import { Silent } from "./silent.ts";

/** The trackers of one attempt, by signal. */
export interface SignalTrackers extends Record<SignalName, SignalTracker> {
  external_text: ExternalText;
}

/** New trackers for an attempt: the one place where signals are wired in. */
export function createSignals(): SignalTrackers {
  return {
    away: new Away(),
    external_text: new ExternalText(),
    transcription: new Silent(),
    takeover: new Silent(),
    automation: new Silent(),
    display: new Display(),
  };
}
