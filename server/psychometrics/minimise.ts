/** Share of an interval that the golden section leaves. */
const GOLDEN = (3 - Math.sqrt(5)) / 2;

/** Steps, at most: a golden section alone needs fewer for any interval here. */
const MOST_STEPS = 500;

interface Point {
  x: number;
  y: number;
}

/**
 * Where a function of one number is least within an interval: Brent's search (1973, "localmin"), parabolas where they help and
 * golden sections else. The ends themselves are approached to the tolerance and never tried.
 *
 * @param tolerance How far off the place may be.
 *
 * @example
 * minimise((x) => (x - 1) ** 2, -4, 4, 1e-6); // 1
 */
export function minimise(of: (x: number) => number, from: number, to: number, tolerance: number): number {
  const relative = Math.sqrt(Number.EPSILON);
  let [low, high] = [from, to];
  let best = pointAt(from + GOLDEN * (to - from));
  let [second, third] = [best, best];
  let [step, stepBefore] = [0, 0];

  function pointAt(x: number): Point {
    return { x, y: of(x) };
  }

  for (let count = 0; count < MOST_STEPS; count++) {
    const middle = (low + high) / 2;
    const least = relative * Math.abs(best.x) + tolerance / 3;
    if (Math.abs(best.x - middle) <= 2 * least - (high - low) / 2) break;

    const parabola = Math.abs(stepBefore) > least ? parabolaStep(best, second, third) : null;
    const isUseful = parabola !== null && Math.abs(parabola) < Math.abs(stepBefore / 2) &&
      best.x + parabola > low && best.x + parabola < high;
    if (isUseful) {
      stepBefore = step;
      step = parabola;
      const isNearAnEnd = best.x + step - low < 2 * least || high - best.x - step < 2 * least;
      if (isNearAnEnd) step = best.x < middle ? least : -least;
    } else {
      stepBefore = best.x < middle ? high - best.x : low - best.x;
      step = GOLDEN * stepBefore;
    }
    const moved = Math.abs(step) >= least ? step : step > 0 ? least : -least;
    const tried = pointAt(best.x + moved);

    if (tried.y <= best.y) {
      if (tried.x < best.x) high = best.x;
      else low = best.x;
      [third, second, best] = [second, best, tried];
      continue;
    }
    if (tried.x < best.x) low = tried.x;
    else high = tried.x;
    if (tried.y <= second.y || second.x === best.x) [third, second] = [second, tried];
    else if (tried.y <= third.y || third.x === best.x || third.x === second.x) third = tried;
  }
  return best.x;
}

/** From the best point to where the parabola through three points is least; null where they lie on a line. */
function parabolaStep(best: Point, second: Point, third: Point): number | null {
  const r = (best.x - second.x) * (best.y - third.y);
  const q = (best.x - third.x) * (best.y - second.y);
  const divisor = 2 * (q - r);
  return divisor === 0 ? null : -((best.x - third.x) * q - (best.x - second.x) * r) / divisor;
}
