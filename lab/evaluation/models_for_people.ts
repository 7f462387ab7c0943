import { readModel, type SignalModels } from "../../scoring/models/shipped_models.ts";
import automationFolds from "./folds/automation_folds.json" with { type: "json" };
import dwellFolds from "./folds/takeover_dwell_folds.json" with { type: "json" };
import takeoverFolds from "./folds/takeover_keys_folds.json" with { type: "json" };
import pointerFolds from "./folds/takeover_pointer_folds.json" with { type: "json" };
import transcriptionFolds from "./folds/transcription_folds.json" with { type: "json" };
import { FoldModels, HeldOut } from "./held_out.ts";

/** Models for one person, of whom they learnt nothing, and the fold that the person was held out in. */
interface Held {
  models: SignalModels;
  fold: number;
}

/** Models for each person of the data sets, by the set they are of. */
export interface PeopleModels {
  /** A writer of `coauthor`. */
  writer(id: string): Held;
  /** A writer of `argumentation`. */
  writerWithDwell(id: string): Held;
  /** A device of `delbot-mouse`. */
  device(src: string): Held;
}

/** The shipped models, each exchanged for one that saw nothing of the person in question. */
export function modelsForPeople(shipped: SignalModels): PeopleModels {
  // A writer is in the same fold of both models.
  const composed = new HeldOut(
    "coauthor",
    FoldModels.parse(transcriptionFolds),
    shipped.transcription,
    readModel.transcription,
  );
  const takeover = new HeldOut(
    "coauthor",
    FoldModels.parse(takeoverFolds),
    shipped,
    (json, fold) => ({ ...shipped, takeoverKeys: readModel.takeoverKeys(json), transcription: composed.model(fold) }),
  );
  const composedWithDwell = new HeldOut(
    "argumentation",
    FoldModels.parse(transcriptionFolds),
    shipped.transcription,
    readModel.transcription,
  );
  const dwell = new HeldOut(
    "argumentation",
    FoldModels.parse(dwellFolds),
    shipped.takeoverDwell,
    readModel.takeoverDwell,
  );
  const automation = new HeldOut(
    "delbot-mouse",
    FoldModels.parse(automationFolds),
    shipped.automation,
    readModel.automation,
  );
  const pointer = new HeldOut(
    "delbot-mouse",
    FoldModels.parse(pointerFolds),
    shipped.takeoverPointer,
    readModel.takeoverPointer,
  );
  return {
    writer: (id) => {
      const fold = takeover.fold(id);
      return { models: takeover.model(fold), fold };
    },
    writerWithDwell: (id) => {
      const fold = composedWithDwell.fold(id);
      const transcription = composedWithDwell.model(fold);
      return { models: { ...shipped, transcription, takeoverDwell: dwell.model(dwell.fold(id)) }, fold };
    },
    device: (src) => {
      const fold = automation.fold(src);
      const takeoverPointer = pointer.model(pointer.fold(src));
      return { models: { ...shipped, automation: automation.model(fold), takeoverPointer }, fold };
    },
  };
}
