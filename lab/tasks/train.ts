import { join } from "node:path";
import { type DataSets, readDataSets } from "../data_sets/read_data_sets.ts";
import { simulatedSamples } from "../training/simulated_samples.ts";
import { trainAutomation } from "../training/train_automation.ts";
import { trainFolds } from "../training/train_folds.ts";
import { trainPredictForest, trainPredictRegression } from "../training/train_predict.ts";
import { trainTakeoverDwell, trainTakeoverKeys } from "../training/train_rhythm.ts";
import { trainTakeoverPointer } from "../training/train_takeover.ts";
import { trainTranscription } from "../training/train_transcription.ts";
import { readDataTask } from "./data_folder.ts";

/** Of everything random in training. The same seed and data give the same files, byte for byte. */
const SEED = 7;
const FOLDS = 5;
/** Simulated students a persona that the models of `/predict` learn from. */
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
  { essays, sessions, dwells, trajectories }: DataSets,
  write: (name: string, text: string) => void,
): void {
  const save = (name: string, model: unknown) => write(`${name}.json`, JSON.stringify(model) + "\n");
  save("transcription", trainTranscription(essays, SEED));
  save(
    "transcription_folds",
    trainFolds(
      "transcription-detection",
      essays,
      (row) => row.essayID,
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
  save("takeover_dwell", trainTakeoverDwell(dwells));
  save(
    "takeover_dwell_folds",
    trainFolds("argumentation", dwells, (session) => session.s, FOLDS, SEED, trainTakeoverDwell),
  );
  save("takeover_pointer", trainTakeoverPointer(trajectories));
  save("automation", trainAutomation(trajectories, SEED));
  const people = trajectories.filter((trajectory) => trajectory.label === "human");
  save(
    "automation_folds",
    trainFolds("delbot-mouse", people, (one) => one.src, Infinity, SEED, (some) => trainAutomation(some, SEED)),
  );
  const samples = simulatedSamples(STUDENTS, SEED);
  save("predict_forest", trainPredictForest(samples, SEED).model);
  save("predict_regression", trainPredictRegression(samples).model);
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
