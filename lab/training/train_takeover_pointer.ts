import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { OwnDistanceModel } from "../../scoring/models/own_distance.ts";
import { PointerSteps } from "../../scoring/pointer/pointer_steps.ts";
import { PointerWindow } from "../../scoring/pointer/pointer_window.ts";
import { WINDOW_FEATURES, WINDOW_WIDTH, windowFeatures } from "../../scoring/pointer/window_features.ts";
import type { DelbotTrajectory } from "../data_sets/delbot.ts";
import { pointerSittings } from "../data_sets/pointer_sittings.ts";
import { rounded } from "./fit_likelihood_ratio.ts";

/** How far correlations are drawn towards none: a few hundred windows of few hands say little of 378 pairs. */
const SHRINKAGE = 0.5;
/** A sitting with fewer windows tells nothing of how they vary. */
const MIN_WINDOWS = 5;

/**
 * Trains the pointer's takeover model on recorded people: how much windows of one sitting vary, and which features move
 * together in them. Each group weighs the same. How people differ cannot be learnt there, since nobody is named, and is
 * not used: the signal holds a student against that student's own variation.
 *
 * @param trajectories Those of programs are left out.
 */
export function trainTakeoverPointer(trajectories: readonly DelbotTrajectory[]): OwnDistanceModel {
  const groups = new Map<string, Float64Array[]>();
  for (const { group, events } of pointerSittings(trajectories)) {
    const windows: Float64Array[] = [];
    const steps = new PointerSteps();
    const window = new PointerWindow();
    const reader = {
      step(dt: number, dx: number, dy: number): void {
        window.add(dt, dx, dy);
        if (!window.isFull) return;
        const features = new Float64Array(WINDOW_WIDTH);
        windowFeatures(window, features);
        windows.push(features);
        window.clear();
      },
    };
    for (const event of events) steps.observe(event, reader);
    if (windows.length < MIN_WINDOWS) continue;
    const middle = windows[0].map((_, place) =>
      windows.reduce((sum, features) => sum + features[place], 0) / windows.length
    );
    const deviations = groups.get(group) ?? [];
    groups.set(group, deviations);
    for (const features of windows) deviations.push(features.map((value, place) => value - middle[place]));
  }
  const all = [...groups.values()];
  const covariance = (one: number, other: number) =>
    all.reduce(
      (sum, deviations) =>
        sum + deviations.reduce((part, deviation) => part + deviation[one] * deviation[other], 0) / deviations.length,
      0,
    ) /
    all.length;
  const scale = WINDOW_FEATURES.map((_, place) => Math.sqrt(covariance(place, place)) || 1);
  const correlations = new Matrix(
    scale.map((first, row) =>
      scale.map((second, column) => row === column ? 1 : (1 - SHRINKAGE) * covariance(row, column) / (first * second))
    ),
  );
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(correlations, { assumeSymmetric: true });
  const roots = Matrix.diag(realEigenvalues.map((value) => 1 / Math.sqrt(Math.max(0.05, value))));
  return {
    kind: "own_distance",
    version: 1,
    features: [...WINDOW_FEATURES],
    scale: scale.map(rounded),
    directions: eigenvectorMatrix.mmul(roots).mmul(eigenvectorMatrix.transpose()).to2DArray()
      .map((row) => row.map(rounded)),
  };
}
