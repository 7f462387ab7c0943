import { MAX_ANSWER_CHARACTERS } from "../../../protocol/limits.ts";

/**
 * How a piece of text came: by hand, with the help of dictation or a correction, from elsewhere in the own answers, from
 * outside in one piece, or given as a whole.
 */
export type Arrival = "typed" | "helped" | "moved" | "arrived" | "given";

/** A piece of text of one kind; `gone` says when it was deleted. */
export interface Run {
  readonly text: string;
  readonly how: Arrival;
  readonly gone: number | null;
}

/** Deleted text is remembered this long, ms of attempt time. */
const GHOSTS_MS = 60_000;

/**
 * A text with where each of its letters came from, and what was deleted lately where it stood. Its letters are those of
 * `GapText` after the same edits.
 */
export class AnnotatedText {
  #runs: readonly Run[];

  constructor(runs: readonly Run[] = []) {
    this.#runs = runs;
  }

  /** Pieces in their order, with deleted ones between. */
  get runs(): readonly Run[] {
    return this.#runs;
  }

  toString(): string {
    return this.#runs.reduce((text, run) => run.gone === null ? text + run.text : text, "");
  }

  /** A text that goes on by itself. */
  copy(): AnnotatedText {
    return new AnnotatedText(this.#runs);
  }

  /**
   * One edit; offsets beyond the text are clamped, and what makes it too long is cut off at its end.
   *
   * @param at Where, in UTF-16 code units of the text that is there.
   * @param t When, attempt time in ms.
   */
  edit(at: number, removed: number, inserted: string, how: Arrival, t: number): void {
    const runs: Run[] = [];
    let left = at;
    let toRemove = removed;
    let isPut = false;
    const put = () => {
      if (!isPut && inserted !== "") append(runs, { text: inserted, how, gone: null });
      isPut = true;
    };
    for (const run of this.#runs) {
      if (run.gone !== null) {
        if (run.gone > t - GHOSTS_MS) append(runs, run);
        continue;
      }
      const before = run.text.slice(0, left);
      left -= before.length;
      if (before !== "") append(runs, { ...run, text: before });
      const rest = run.text.slice(before.length);
      if (rest === "") continue;
      const taken = rest.slice(0, toRemove);
      toRemove -= taken.length;
      if (taken !== "") append(runs, { ...run, text: taken, gone: t });
      const kept = rest.slice(taken.length);
      if (kept === "") continue;
      put();
      append(runs, { ...run, text: kept });
    }
    put();
    this.#runs = shortened(runs);
  }
}

function append(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last !== undefined && last.how === run.how && last.gone === run.gone) {
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  } else runs.push(run);
}

function shortened(runs: readonly Run[]): readonly Run[] {
  let left = MAX_ANSWER_CHARACTERS;
  const length = runs.reduce((sum, { text, gone }) => gone === null ? sum + text.length : sum, 0);
  if (length <= left) return runs;
  return runs.map((run) => {
    if (run.gone !== null) return run;
    const text = run.text.slice(0, left);
    left -= text.length;
    return { ...run, text };
  }).filter(({ text }) => text !== "");
}
