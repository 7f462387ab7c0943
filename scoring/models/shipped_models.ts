import { COMPOSITION_FEATURES } from "../composition/composition_features.ts";
import { PASSAGE_FEATURES } from "../pointer/passage_features.ts";
import { WINDOW_FEATURES } from "../pointer/window_features.ts";
import { DWELL_FEATURES } from "../rhythm/dwell_features.ts";
import { RHYTHM_FEATURES } from "../rhythm/rhythm_features.ts";
import { readRhythmModel, type RhythmRatio } from "../rhythm/rhythm_model.ts";
import automation from "./data/automation.json" with { type: "json" };
import takeoverDwell from "./data/takeover_dwell.json" with { type: "json" };
import takeoverKeys from "./data/takeover_keys.json" with { type: "json" };
import takeoverPointer from "./data/takeover_pointer.json" with { type: "json" };
import transcription from "./data/transcription.json" with { type: "json" };
import { KernelLogistic, KernelLogisticModel } from "./kernel_logistic.ts";
import { NeuralNetwork, NeuralNetworkModel } from "./neural_network.ts";
import { OwnDistance, OwnDistanceModel } from "./own_distance.ts";

/** The models behind `takeover`, `transcription` and `automation`. */
export interface SignalModels {
  takeoverKeys: RhythmRatio;
  takeoverDwell: RhythmRatio;
  takeoverPointer: OwnDistance;
  transcription: KernelLogistic;
  automation: NeuralNetwork;
}

/** Reads one signal's model from JSON. Throws ZodError or RangeError on one that is none. */
export const readModel = {
  takeoverKeys: (json: unknown) => readRhythmModel(json, RHYTHM_FEATURES),
  takeoverDwell: (json: unknown) => readRhythmModel(json, DWELL_FEATURES),
  takeoverPointer: (json: unknown) => new OwnDistance(OwnDistanceModel.parse(json), WINDOW_FEATURES),
  transcription: (json: unknown) => new KernelLogistic(KernelLogisticModel.parse(json), COMPOSITION_FEATURES),
  automation: (json: unknown) => new NeuralNetwork(NeuralNetworkModel.parse(json), PASSAGE_FEATURES),
} satisfies { [Name in keyof SignalModels]: (json: unknown) => SignalModels[Name] };

let shipped: SignalModels | null = null;

/** The models that the project ships, as `deno task train` made them. Read once. */
export function shippedModels(): SignalModels {
  shipped ??= {
    takeoverKeys: readModel.takeoverKeys(takeoverKeys),
    takeoverDwell: readModel.takeoverDwell(takeoverDwell),
    takeoverPointer: readModel.takeoverPointer(takeoverPointer),
    transcription: readModel.transcription(transcription),
    automation: readModel.automation(automation),
  };
  return shipped;
}
