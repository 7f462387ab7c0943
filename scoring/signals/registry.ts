import type { SignalName } from "../../protocol/risk.ts";
import { shippedModels, type SignalModels } from "../models/shipped_models.ts";
import { Automation } from "./automation.ts";
import { Away } from "./away.ts";
import { Display } from "./display.ts";
import { ExternalText } from "./external_text.ts";
import { Paced } from "./paced.ts";
import type { SignalTracker } from "./signal.ts";
import { Takeover } from "./takeover.ts";
import { Transcription } from "./transcription.ts";

/** The trackers of one attempt, by signal. */
export interface SignalTrackers extends Record<SignalName, SignalTracker> {
  external_text: ExternalText;
}

/**
 * New trackers for an attempt: the one place where signals are wired in.
 *
 * @param models Those shipped, or, in a cross-validation, ones that did not see the attempt's person.
 */
export function createSignals(models: SignalModels = shippedModels()): SignalTrackers {
  return {
    away: new Away(),
    external_text: new ExternalText(),
    transcription: new Paced(new Transcription(models)),
    takeover: new Takeover(models),
    automation: new Paced(new Automation(models)),
    display: new Display(),
  };
}
