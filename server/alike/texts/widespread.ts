import { LEAST_SPAN, RUN } from "./fingerprints.ts";
import type { Mark } from "./text_marks.ts";

/** A stretch of a text that many have, in units, half-open. */
export interface WidespreadStretch {
  text: number;
  begin: number;
  end: number;
  persons: number;
}

/** Stretches of texts that many persons have: what everybody knows or was taught. */
export class Widespread {
  /** For each text, by place: how many have the run that begins there. */
  readonly #runs = new Map<number, Map<number, number>>();
  readonly #stretches = new Map<number, WidespreadStretch[]>();
  /** Texts that come first in their group: what is told is told of them. */
  readonly #first = new Set<number>();

  add(group: readonly Mark[], persons: number): void {
    this.#first.add(group[0].text);
    for (const { text, place } of group) {
      const runs = this.#runs.get(text) ?? new Map<number, number>();
      this.#runs.set(text, runs.set(place, persons));
    }
  }

  /** Each once, by the first of the texts that have it. */
  *told(): Iterable<WidespreadStretch> {
    for (const text of this.#first) yield* this.#of(text);
  }

  /** How much of a stretch of a text is not widespread, in units. */
  ownLength(text: number, begin: number, end: number): number {
    // What borders on widespread runs belongs to them: their ends are only known to a run.
    const shared = this.#of(text).map((one) => Math.min(end, one.end + RUN) - Math.max(begin, one.begin - RUN));
    return end - begin - shared.reduce((sum, length) => sum + Math.max(0, length), 0);
  }

  #of(text: number): WidespreadStretch[] {
    const known = this.#stretches.get(text);
    if (known !== undefined) return known;
    const merged: WidespreadStretch[] = [];
    for (const [place, persons] of [...this.#runs.get(text) ?? []].sort(([one], [other]) => one - other)) {
      const last = merged.at(-1);
      if (last !== undefined && place <= last.end + LEAST_SPAN) {
        last.end = place + RUN;
        last.persons = Math.max(last.persons, persons);
      } else merged.push({ text, begin: place, end: place + RUN, persons });
    }
    this.#stretches.set(text, merged);
    return merged;
  }
}
