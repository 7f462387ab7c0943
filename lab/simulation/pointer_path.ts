import type { Random } from "../../scoring/models/random.ts";
import { between, chance, logNormal, normal } from "./distributions.ts";
import type { PointerProfile } from "./pointer_profile.ts";

/** Where the pointer is, as shares of the viewport. */
export interface Place {
  x: number;
  y: number;
}

/** A sample of a path: ms from its begin, x and y as shares of the viewport. */
type PathPoint = [ms: number, x: number, y: number];

/**
 * Samples of a movement to a target, the target's place last.
 *
 * A hand's stroke follows the minimum-jerk profile (Flash and Hogan 1985), takes the time that Fitts' law gives for
 * its length and the target's width, bows sideways, trembles at 8 to 12 Hz, and sometimes overshoots and comes back.
 * A script's is straight, even and exact.
 *
 * @param width Width of the target, share of the viewport; above 0.
 *
 * @example
 * const path = pointerPath(PRACTISED_HAND, createRandom(1), { x: 0, y: 0 }, { x: 0.5, y: 0.5 }, 0.05);
 * assert.equal(path[0][0], 0);
 */
export function pointerPath(
  profile: PointerProfile,
  random: Random,
  from: Place,
  to: Place,
  width: number,
): PathPoint[] {
  if (profile.motion === "script") return straightPath(profile, from, to);
  const path: PathPoint[] = [];
  if (chance(random, profile.overshootShare)) {
    const beyond = 1 + between(random, 0.04, 0.12);
    const past = { x: from.x + (to.x - from.x) * beyond, y: from.y + (to.y - from.y) * beyond };
    stroke(path, profile, random, from, past, width);
    const pauseMs = logNormal(random, 80, 0.3);
    stroke(path, profile, random, past, to, width, path[path.length - 1][0] + pauseMs);
  } else {
    stroke(path, profile, random, from, to, width);
  }
  return path;
}

function straightPath(profile: PointerProfile, from: Place, to: Place): PathPoint[] {
  const steps = Math.max(2, Math.round(profile.reachMs / profile.sampleMs));
  const path: PathPoint[] = [];
  for (let step = 0; step <= steps; step++) {
    const share = step / steps;
    path.push(point(step * profile.sampleMs, from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share));
  }
  return path;
}

function stroke(
  path: PathPoint[],
  profile: PointerProfile,
  random: Random,
  from: Place,
  to: Place,
  width: number,
  beginMs = 0,
): void {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const distance = Math.hypot(dx, dy);
  const difficulty = Math.log2(distance / width + 1);
  const durationMs = logNormal(random, profile.reachMs + profile.aimMs * difficulty, 0.15);
  const bow = profile.curvature * normal(random);
  const tremorHz = between(random, 8, 12);
  const phase = between(random, 0, 2 * Math.PI);
  for (let ms = 0; ms < durationMs; ms += profile.sampleMs * (1 + 0.06 * normal(random))) {
    const share = minimumJerk(ms / durationMs);
    const sideways = bow * Math.sin(Math.PI * share);
    const tremble = profile.tremor * Math.sin(phase + 2 * Math.PI * tremorHz * ms / 1_000);
    const jitter = profile.tremor * 0.3;
    path.push(point(
      beginMs + ms,
      from.x + dx * share - dy * sideways + tremble + jitter * normal(random),
      from.y + dy * share + dx * sideways + tremble * 0.7 + jitter * normal(random),
    ));
  }
  path.push(point(beginMs + durationMs, to.x, to.y));
}

/** Share of the way after a share of the time, both in [0, 1]. */
function minimumJerk(share: number): number {
  const squared = share * share;
  return squared * share * (10 - 15 * share + 6 * squared);
}

// As capture reports them: a tenth of a millisecond, a ten-thousandth of the viewport.
function point(ms: number, x: number, y: number): PathPoint {
  return [Math.round(ms * 10) / 10, Math.round(x * 10_000) / 10_000, Math.round(y * 10_000) / 10_000];
}
