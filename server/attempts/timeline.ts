/** Points kept at most; when they are full, every second one goes and points come half as often. */
const MOST_POINTS = 400;
/** Room is made for so many points at a time. */
const POINTS_AT_ONCE = 40;

/** A point's fields in the array: its time in ms, low and high half, and its risk in tenths. */
const FIELDS = 3;
const HALF = 2 ** 16;

/** Room for no point; all attempts share it until their first. */
const NOTHING = new Uint16Array(0);

/**
 * Risk over an attempt's time in bounded memory: `[attempt time ms, risk]`, evenly thinned, the last always there.
 * Points lie one after the other in one array of halves: six bytes each, where a pair of its own would be fifteen times as large.
 */
export class Timeline {
  #halves = NOTHING;
  #points = 0;
  #stride = 1;
  #skipped = 0;
  #lastT = -1;
  /** In tenths. */
  #lastRisk = 0;

  /** Notes a report. */
  add(t: number, risk: number): void {
    this.#lastT = t;
    this.#lastRisk = Math.round(risk * 10);
    if (++this.#skipped < this.#stride) return;
    this.#skipped = 0;
    this.#put(t, this.#lastRisk);
    if (this.#points < MOST_POINTS) return;
    const all = this.#read();
    this.#clear();
    all.forEach(([at, tenths], index) => {
      if (index % 2 === 0) this.#put(at, tenths);
    });
    this.#stride *= 2;
  }

  /** The points, oldest first. */
  toPoints(): [number, number][] {
    const points = this.#read();
    const isLastIn = this.#lastT < 0 || (this.#skipped === 0 && points.at(-1)?.[0] === this.#lastT);
    if (!isLastIn) points.push([this.#lastT, this.#lastRisk]);
    return points.map(([t, tenths]) => [t, tenths / 10]);
  }

  /** Takes over points from a snapshot. */
  restore(points: readonly [number, number][]): void {
    this.#clear();
    for (const [t, risk] of points) this.#put(t, Math.round(risk * 10));
    [this.#lastT, this.#lastRisk] = this.#read().at(-1) ?? [-1, 0];
    this.#stride = Math.max(1, Math.ceil(points.length / MOST_POINTS));
    this.#skipped = 0;
  }

  #clear(): void {
    this.#halves = NOTHING;
    this.#points = 0;
  }

  #put(t: number, tenths: number): void {
    const at = FIELDS * this.#points++;
    if (at === this.#halves.length) {
      const larger = new Uint16Array(at + FIELDS * POINTS_AT_ONCE);
      larger.set(this.#halves);
      this.#halves = larger;
    }
    this.#halves[at] = t % HALF;
    this.#halves[at + 1] = Math.floor(t / HALF);
    this.#halves[at + 2] = tenths;
  }

  /** Each point's time and its risk in tenths. */
  #read(): [number, number][] {
    const halves = this.#halves;
    return Array.from({ length: this.#points }, (_, index) => {
      const at = FIELDS * index;
      return [halves[at] + HALF * halves[at + 1], halves[at + 2]];
    });
  }
}
