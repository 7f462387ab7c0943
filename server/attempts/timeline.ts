/** Points kept at most; when they are full, every second one goes and points come half as often. */
const MOST_POINTS = 400;

/**
 * Risk over an attempt's time in bounded memory: `[attempt time ms, risk]`, evenly thinned, the last always there.
 * Times and risks lie one after the other in one array of numbers: a pair of its own for each would be five times as large.
 */
export class Timeline {
  #numbers: number[] = [];
  #stride = 1;
  #skipped = 0;
  #lastT = -1;
  #lastRisk = 0;

  /** Notes a report. */
  add(t: number, risk: number): void {
    this.#lastT = t;
    this.#lastRisk = Math.round(risk * 10) / 10;
    if (++this.#skipped < this.#stride) return;
    this.#skipped = 0;
    this.#numbers.push(t, this.#lastRisk);
    if (this.#numbers.length < 2 * MOST_POINTS) return;
    this.#numbers = this.#numbers.filter((_, index) => index % 4 < 2);
    this.#stride *= 2;
  }

  /** The points, oldest first. */
  toPoints(): [number, number][] {
    const points: [number, number][] = [];
    for (let index = 0; index < this.#numbers.length; index += 2) {
      points.push([this.#numbers[index], this.#numbers[index + 1]]);
    }
    const isLastIn = this.#lastT < 0 || (this.#skipped === 0 && points.at(-1)?.[0] === this.#lastT);
    return isLastIn ? points : [...points, [this.#lastT, this.#lastRisk]];
  }

  /** Takes over points from a snapshot. */
  restore(points: readonly [number, number][]): void {
    this.#numbers = points.flat();
    [this.#lastT, this.#lastRisk] = points.at(-1) ?? [-1, 0];
    this.#stride = Math.max(1, Math.ceil(points.length / MOST_POINTS));
    this.#skipped = 0;
  }
}
