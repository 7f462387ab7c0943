import { join } from "node:path";
import { type DataSets, readDataSets } from "../data_sets/read_data_sets.ts";
import { composedTexts } from "../training/composed_texts.ts";
import { type IntervalExample, intervalExamples } from "../training/interval_samples.ts";
import { recordedSittings, simulatedSittings } from "../training/labelled_sittings.ts";
import { type PredictExample, predictExamples } from "../training/predict_samples.ts";
import { automationGroups, trainAutomation } from "../training/train_automation.ts";
import { trainFolds } from "../training/train_folds.ts";
import { trainInterval } from "../training/train_interval.ts";
import { trainPredict } from "../training/train_predict.ts";
import { trainTakeoverDwell, trainTakeoverKeys } from "../training/train_rhythm.ts";
import { trainTakeoverPointer } from "../training/train_takeover_pointer.ts";
import { trainTranscription, writtenTexts } from "../training/train_transcription.ts";
import { readDataTask } from "./data_folder.ts";

/** Of everything random in training. The same seed and data give the same files, byte for byte. */
const SEED = 7;
const FOLDS = 5;
/** Simulated students for each persona that the models of `/predict` and of intervals learn from. */
const STUDENTS = 20;

const ROOT = join(import.meta.dirname!, "..", "..");

/**
 * Where a model is kept: beside the score where it serves the score, beside the evaluation where only that reads it.
 *
 * @param name The model's file name, as {@link train} writes it.
 */
export function modelPath(name: string): string {
  return join(ROOT, name.endsWith("_folds.json") ? "lab/evaluation/folds" : "scoring/models/data", name);
}

/**
 * Trains every model.
 *
 * @param write Takes each model's file name and text.
 */
export function train(
  { essays, sessions, trajectories, argumentation }: DataSets,
  write: (name: string, text: string) => void,
): void {
  const save = (name: string, model: unknown) => write(`${name}.json`, JSON.stringify(model) + "\n");
  const texts = writtenTexts(essays, composedTexts(sessions, argumentation));
  save("transcription", trainTranscription(texts, SEED));
  save(
    "transcription_folds",
    trainFolds(
      ({ data }) => data,
      texts,
      ({ group }) => group,
      FOLDS,
      SEED,
      (some) => trainTranscription(some, SEED),
    ),
  );
  save("takeover_keys", trainTakeoverKeys(sessions));
  save(
    "takeover_keys_folds",
    trainFolds("coauthor", sessions, (session) => session.w, FOLDS, SEED, trainTakeoverKeys),
  );
  save("takeover_dwell", trainTakeoverDwell(argumentation));
  save(
    "takeover_dwell_folds",
    trainFolds("argumentation", argumentation, (session) => session.s, FOLDS, SEED, trainTakeoverDwell),
  );
  save("takeover_pointer", trainTakeoverPointer(trajectories));
  const people = trajectories.filter((trajectory) => trajectory.label === "human");
  save(
    "takeover_pointer_folds",
    trainFolds("delbot-mouse", people, (one) => one.src, Infinity, SEED, trainTakeoverPointer),
  );
  const groups = automationGroups(trajectories, SEED);
  save("automation", trainAutomation(groups, SEED));
  save(
    "automation_folds",
    trainFolds(
      "delbot-mouse",
      groups,
      ({ name }) => name,
      Infinity,
      SEED,
      (some) => trainAutomation(some, SEED),
    ),
  );
  trainOnSittings(sessions, save);
}

/** One sitting is made at a time: all of them would not fit in a small machine's memory. */
function trainOnSittings(sessions: DataSets["sessions"], save: (name: string, model: unknown) => void): void {
  const aggregates: PredictExample[] = [];
  const intervals: IntervalExample[] = [];
  for (const sittings of [simulatedSittings(STUDENTS, SEED), recordedSittings(sessions, "training", SEED)]) {
    for (const sitting of sittings) {
      aggregates.push(...predictExamples(sitting));
      intervals.push(...intervalExamples(sitting));
    }
  }
  save("predict", trainPredict(aggregates));
  const { forest, regression } = trainInterval(intervals, SEED);
  save("interval_forest", forest);
  save("interval_regression", regression);
}

/**
 * `deno task train --data DIR`: rebuilds the shipped models. Needs every data set whole; where a line is bad, nothing
 * is written.
 *
 * @returns Exit code: 0, or 2 where the data are not whole.
 */
export async function runTrain(
  args: readonly string[],
  write: (name: string, text: string) => void,
  print: (line: string) => void,
  complain: (problem: string) => void,
): Promise<number> {
  const task = readDataTask(args);
  if (typeof task === "string") {
    complain(task);
    return 2;
  }
  const sets = await readDataSets(task.data);
  if (sets.problems.length > 0) {
    sets.problems.forEach(complain);
    complain("No model was written: training needs every data set whole.");
    return 2;
  }
  train(sets, (name, text) => {
    write(name, text);
    print(`${name}: ${text.length} bytes`);
  });
  return 0;
}

if (import.meta.main) {
  Deno.exitCode = await runTrain(
    Deno.args,
    (name, text) => Deno.writeTextFileSync(modelPath(name), text),
    (line) => console.log(line),
    (problem) => console.error(problem),
  );
}
