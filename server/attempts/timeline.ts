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

  /** Takes over points from a snapshot. */
  restore(points: readonly [number, number][]): void {
    this.#points = points.map(([t, risk]) => [t, risk]);
    this.#last = this.#points.at(-1) ?? null;
    this.#stride = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  }
}
