import assert from "node:assert/strict";
import { join } from "node:path";
import { Metric } from "../../../lab/evaluation/metric.ts";
import { runEvaluate } from "../../../lab/tasks/evaluate.ts";
import { modelPath, runTrain } from "../../../lab/tasks/train.ts";

/** The data sets are not shipped: these tests run where they lie beside the project. */
const FOLDER = join(import.meta.dirname!, "..", "..", "..", "..", "shared", "datasets");

function isThere(): boolean {
  try {
    return Deno.statSync(FOLDER).isDirectory;
  } catch {
    return false;
  }
}

Deno.test({
  name: "[SG143] the shipped models are what train makes of the data, byte for byte",
  ignore: !isThere(),
  async fn() {
    const written = new Map<string, string>();
    const code = await runTrain(["--data", FOLDER], (name, text) => written.set(name, text), () => {}, assert.fail);
    assert.equal(code, 0);
    for (const [name, text] of written) {
      assert.ok(text === await Deno.readTextFile(modelPath(name)), `${name} differs`);
    }
  },
});

/** What the project promises of each figure: at least, or at most. */
const PROMISED: [task: string, metric: string, isAtLeast: boolean, bound: number][] = [
  ["T1", "auc", true, 0.985],
  ["T1", "tpr_at_1_fpr", true, 0.8],
  ["T1", "worst_speed_third_fpr_at_5", false, 0.09],
  ["T1", "copies_medium", true, 0.8],
  ["T1", "composed_medium", false, 0.01],
  ["people", "coauthor_ever_medium", false, 0.03],
  ["people", "coauthor_ever_high", false, 0],
  ["people", "argumentation_ever_medium", false, 0.025],
  ["people", "argumentation_ever_high", false, 0],
  ["people", "delbot_mouse_ever_medium", false, 0],
  ["people", "transcription_lifts_alone", false, 0.01],
  ["cases", "honest_sittings_high", false, 0],
  ["T2", "window_auc", true, 0.95],
  ["T2", "session_auc", true, 0.985],
  ["T2", "session_tpr_at_1_fpr", true, 0.9],
  ["T2", "faster_by_35_ever_medium", false, 0.1],
  ["T2", "one_hand_ever_medium", false, 0.1],
  ["T3", "session_eer", false, 0.05],
  ["T3", "first_window_eer", false, 0.05],
  ["T2", "honest_ever_high", false, 0.003],
  ["T2", "honest_ever_high_unmuted", false, 0.02],
  ["T4", "mean_auc", true, 0.95],
  ["T4", "worst_auc", true, 0.9],
  ["T4", "people_fpr", false, 0.01],
  ["T6", "people_fpr", false, 0.01],
  ["T6", "tpr_simple", true, 0.95],
  ["T6", "tpr_drivers", true, 0.8],
  ["T5", "auc", true, 0.85],
  ["T5", "same_hand_fpr", false, 0.01],
  ["T4", "tpr_pixel_steps", true, 0.9],
  ["T4", "known_tpr_bezier", true, 0.85],
  ["paste", "honest_high_by_one_insert", false, 0],
];

Deno.test({
  name: "[SG144] on real people, the figures are as promised",
  ignore: !isThere(),
  async fn() {
    const metrics: Metric[] = [];
    const take = (line: string) => metrics.push(Metric.parse(JSON.parse(line)));
    assert.equal(await runEvaluate(["--data", FOLDER, "--json"], take, assert.fail), 0);
    for (const [task, metric, isAtLeast, bound] of PROMISED) {
      const value = metrics.find((one) => one.task === task && one.metric === metric)?.value ?? NaN;
      assert.ok(isAtLeast ? value >= bound : value <= bound, `${task} ${metric} is ${value}, promised ${bound}`);
    }
  },
});
