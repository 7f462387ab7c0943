/** Joins of one exam in this time are looked at together, ms. */
const WINDOW_MS = 10_000;

/** From so many on within that time it is a burst, told of once, and again each time that there are twice as many. */
const LEAST = 20;

/** A burst so far. */
export interface Burst {
  count: number;
  /** When its first one joined, ms since 1970. */
  since: number;
}

/** Counts how fast exams are joined, so that proctors see it where a program joins rather than people. */
export class JoinBursts {
  readonly #windows = new Map<string, Burst>();

  /** Takes note of a join. @returns The burst, where it is time to tell of it. */
  note(examId: string, now: number): Burst | null {
    const window = this.#windows.get(examId);
    if (window === undefined || now - window.since > WINDOW_MS || now < window.since) {
      this.#windows.set(examId, { count: 1, since: now });
      return null;
    }
    window.count++;
    return Number.isInteger(Math.log2(window.count / LEAST)) && window.count >= LEAST ? { ...window } : null;
  }
}
