import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { LikelihoodRatioModel } from "../../scoring/models/likelihood_ratio.ts";
import { STROKE_FEATURES, STROKE_STEPS, STROKE_WIDTH, StrokeReader } from "../../scoring/pointer/stroke_reader.ts";
import { type DelbotTrajectory, delbotWay } from "../data_sets/delbot.ts";
import { wayEvents } from "../data_sets/pointer_way.ts";
import { rounded } from "./fit_likelihood_ratio.ts";

/** Variance between persons of a stroke feature, where that from stroke to stroke is 1: assumed, see docs/scoring.md. */
const BETWEEN_PERSONS = 0.2;
/** How far the correlations of stroke features are drawn towards none. */
const SHRINKAGE = 0.5;

/**
 * Trains the pointer's takeover model on recorded people: how strokes vary, and which features move together. How
 * people differ cannot be learnt there, since nobody is named, and is assumed.
 */
export function trainTakeoverPointer(trajectories: readonly DelbotTrajectory[]): LikelihoodRatioModel {
  const groups = new Map<string, number[][]>();
  for (const trajectory of trajectories) {
    if (trajectory.label !== "human") continue;
    const strokes = groups.get(trajectory.src) ?? [];
    groups.set(trajectory.src, strokes);
    const reader = new StrokeReader({
      stroke: (features) => strokes.push(Array.from(features, (value) => value / STROKE_STEPS)),
      click: () => {},
    });
    for (const event of wayEvents(delbotWay(trajectory), trajectory.w, trajectory.h, trajectory.touch)) {
      reader.observe(event);
    }
    // A press ends the last stroke.
    reader.observe({ type: "mouse_data", kind: "down", pointer: "mouse", t: 3_600_000, points: [[0, 0, 0]] });
  }
  const all = [...groups.values()].filter((strokes) => strokes.length > 0);
  const places = STROKE_FEATURES.map((_, index) => index);
  const average = (of: (stroke: number[], middle: number[]) => number) => {
    let sum = 0;
    for (const strokes of all) {
      const middle = places.map((index) =>
        strokes.reduce((total, stroke) => total + stroke[index], 0) / strokes.length
      );
      sum += strokes.reduce((total, stroke) => total + of(stroke, middle), 0) / strokes.length / all.length;
    }
    return sum;
  };
  const mean = places.map((index) => average((stroke) => stroke[index]));
  const scale = places.map((index) =>
    Math.sqrt(average((stroke, middle) => (stroke[index] - middle[index]) ** 2)) || 1
  );
  const correlations = new Matrix(places.map((row) =>
    places.map((column) =>
      row === column ? 1 : (1 - SHRINKAGE) *
        average((stroke, middle) => (stroke[row] - middle[row]) * (stroke[column] - middle[column])) /
        (scale[row] * scale[column])
    )
  ));
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(correlations, { assumeSymmetric: true });
  const turns = eigenvectorMatrix.transpose().to2DArray();
  return {
    kind: "likelihood_ratio",
    version: 1,
    features: [...STROKE_FEATURES],
    mean: mean.map(rounded),
    scale: scale.map(rounded),
    between: Array.from({ length: STROKE_WIDTH }, () => BETWEEN_PERSONS),
    directions: turns.map((turn, index) =>
      turn.map((value) => rounded(value / Math.sqrt(Math.max(0.05, realEigenvalues[index]))))
    ),
  };
}
