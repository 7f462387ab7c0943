import type { Random } from "../../scoring/models/random.ts";
import { logNormal } from "./distributions.ts";

/** One person's way of moving a pointer, or a script's. */
export interface PointerProfile {
  device: "mouse" | "touch" | "pen";
  /** `hand`: minimum-jerk strokes with curvature and tremor; `script`: straight, even, exact. */
  motion: "hand" | "script";
  /** Movement time by Fitts' law, ms: `reachMs + aimMs · log2(distance / width + 1)`. */
  reachMs: number;
  aimMs: number;
  /** Sideways bow of a stroke as a share of its length. */
  curvature: number;
  /** Amplitude of physiological tremor, shares of the viewport. */
  tremor: number;
  /** Share of strokes that overshoot and come back. */
  overshootShare: number;
  /** From one sample to the next, ms. */
  sampleMs: number;
}

/** A practised hand on a mouse: Fitts' constants of MacKenzie (1992), tremor of about a pixel, samples at 60 Hz. */
export const PRACTISED_HAND: PointerProfile = {
  device: "mouse",
  motion: "hand",
  reachMs: 150,
  aimMs: 140,
  curvature: 0.06,
  tremor: 0.0007,
  overshootShare: 0.22,
  sampleMs: 16.7,
};

/** A script that draws the pointer along straight lines at an even pace. */
export const SCRIPTED_POINTER: PointerProfile = {
  device: "mouse",
  motion: "script",
  reachMs: 300,
  aimMs: 0,
  curvature: 0,
  tremor: 0,
  overshootShare: 0,
  sampleMs: 10,
};

/**
 * One person's hand drawn from around a profile. A script has nothing personal and stays as it is.
 *
 * @example
 * assert.deepEqual(drawHand(SCRIPTED_POINTER, createRandom(1)), SCRIPTED_POINTER);
 */
export function drawHand(around: PointerProfile, random: Random): PointerProfile {
  if (around.motion === "script") return around;
  return {
    ...around,
    reachMs: logNormal(random, around.reachMs, 0.2),
    aimMs: logNormal(random, around.aimMs, 0.2),
    curvature: logNormal(random, around.curvature, 0.4),
    tremor: logNormal(random, around.tremor, 0.3),
    overshootShare: Math.min(0.6, logNormal(random, around.overshootShare, 0.3)),
  };
}
