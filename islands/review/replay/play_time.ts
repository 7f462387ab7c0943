/** A pause longer than this is compressed, … */
const LONGEST_MS = 2_000;

/** … to this, so that it is still seen. */
const PAUSE_MS = 700;

/** A stretch of attempt time and how long it takes to play, ms. */
interface Stretch {
  from: number;
  to: number;
  playFrom: number;
  playTo: number;
}

/**
 * Attempt time with its pauses compressed: a replay in which every letter keeps its rhythm and nobody waits for a student who
 * thinks. Both ways grow evenly and undo each other.
 */
export class PlayTime {
  readonly #stretches: Stretch[] = [];
  readonly endT: number;

  /**
   * @param times When something happened, attempt time in ms, in any order.
   * @param endT Where it ends, ms.
   * @param isCompressed Otherwise play time is attempt time.
   */
  constructor(times: readonly number[], endT: number, isCompressed: boolean) {
    this.endT = endT;
    const stops = isCompressed ? [...new Set([0, ...times.filter((t) => t > 0 && t < endT), endT])] : [0, endT];
    stops.sort((a, b) => a - b);
    let play = 0;
    for (let index = 1; index < stops.length; index++) {
      const [from, to] = [stops[index - 1], stops[index]];
      const length = isCompressed && to - from > LONGEST_MS ? PAUSE_MS : to - from;
      this.#stretches.push({ from, to, playFrom: play, playTo: play + length });
      play += length;
    }
  }

  /** How long it takes to play, ms. */
  get length(): number {
    return this.#stretches.at(-1)?.playTo ?? 0;
  }

  /** Play time of a moment. @param t Attempt time, ms. */
  toPlay(t: number): number {
    const stretch = find(this.#stretches, ({ to }) => to >= t);
    if (stretch === null) return this.length;
    const { from, to, playFrom, playTo } = stretch;
    return playFrom + Math.max(0, t - from) / (to - from) * (playTo - playFrom);
  }

  /** The moment that is played then. @param play Play time, ms. */
  toAttempt(play: number): number {
    const stretch = find(this.#stretches, ({ playTo }) => playTo >= play);
    if (stretch === null) return this.endT;
    const { from, to, playFrom, playTo } = stretch;
    return from + Math.max(0, play - playFrom) / (playTo - playFrom) * (to - from);
  }
}

/** The first of what is sorted that reaches far enough, or null. */
function find(stretches: readonly Stretch[], isFar: (stretch: Stretch) => boolean): Stretch | null {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFar(stretches[middle])) high = middle;
    else low = middle + 1;
  }
  return stretches[low] ?? null;
}
