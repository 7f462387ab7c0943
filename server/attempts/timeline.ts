/** Points kept at most; when they are full, every second one goes and points come half as often. */
const MOST_POINTS = 400;

/** Risk over an attempt's time in bounded memory: `[attempt time ms, risk]`, evenly thinned, the last always there. */
export class Timeline {
  #points: [number, number][] = [];
  #stride = 1;
  #skipped = 0;
  #last: [number, number] | null = null;

  /** Notes a report. */
  add(t: number, risk: number): void {
    this.#last = [t, Math.round(risk * 10) / 10];
    if (++this.#skipped < this.#stride) return;
    this.#skipped = 0;
    this.#points.push(this.#last);
    if (this.#points.length < MOST_POINTS) return;
    this.#points = this.#points.filter((_, index) => index % 2 === 0);
    this.#stride *= 2;
  }

  /** The points, oldest first. */
  toPoints(): [number, number][] {
    const last = this.#last;
    const isLastIn = last === null || this.#points.at(-1) === last;
    return isLastIn ? [...this.#points] : [...this.#points, last];
  }

  /**
   * Risk at even steps up to the last point, oldest first; no more steps than the attempt is long.
   *
   * @param stepMs Attempt time between two values, ms.
   * @param most Values, at most.
   */
  trend(stepMs: number, most: number): number[] {
    const points = this.toPoints();
    const end = points.at(-1)?.[0] ?? 0;
    const values: number[] = [];
    let index = points.length - 1;
    for (let step = 0; step < most && index >= 0; step++) {
      const t = end - step * stepMs;
      while (index >= 0 && points[index][0] > t) index--;
      if (index >= 0) values.unshift(points[index][1]);
    }
    return values;
  }

  /** Takes over points from a snapshot. */
  restore(points: readonly [number, number][]): void {
    this.#points = points.map(([t, risk]) => [t, risk]);
    this.#last = this.#points.at(-1) ?? null;
    this.#stride = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  }
}
