import { z } from "zod";
import { type EditEvent, insertedLength, type KeyEvent } from "../../protocol/scorable_event.ts";
import { KeyKind, keyKind } from "../rhythm/key_context.ts";
import type { CompositionMeasures } from "./composition_features.ts";
import { StrokeTimes, StrokeTimesSnapshot } from "./stroke_times.ts";

const PAUSE_MS = 200;
const LONG_PAUSE_MS = 2_000;
/** Longer pauses count as this long, in ms: somebody who left is not composing. */
const MAX_PAUSE_MS = 120_000;

/** Bins of burst lengths: an eighth of a log unit each, from 1 character. */
const BURST_BINS = 64;
const BINS_PER_LOG = 8;

const count = z.number().min(0);
export const CompositionSnapshot = z.strictObject({
  numbers: z.array(z.number()).length(14),
  lengths: z.array(z.tuple([z.string(), count])),
  bursts: z.array(count).length(BURST_BINS),
  times: StrokeTimesSnapshot,
});
export type CompositionSnapshot = z.infer<typeof CompositionSnapshot>;

/** What the last edit was, so that a run counts once. */
const enum Run {
  None,
  Writing,
  Inserting,
  Erasing,
}

/**
 * Reads how answers are written: pauses, bursts, erasing and going back, from key presses and from what they did to the
 * text. Constant work an event; text that was not typed (pasted, dropped, moved) only moves the leading edge.
 */
export class CompositionReader {
  readonly #lengths = new Map<string, number>();
  readonly #bursts = new Float64Array(BURST_BINS);
  readonly #times = new StrokeTimes();
  #lastT = -1;
  #isKeyPending = false;
  #burstCharacters = 0;
  #pauses = 0;
  #pauseMs = 0;
  #longPauses = 0;
  #longPauseMs = 0;
  #pBursts = 0;
  #run = Run.None;
  #runEnd = -1;
  #deletions = 0;
  #insertions = 0;
  #written = 0;
  #erased = 0;
  #isOn = false;

  /** Characters typed so far. */
  get written(): number {
    return this.#written;
  }

  /** Strokes so far. */
  get strokes(): number {
    return this.#times.strokes;
  }

  /** Attempt time of the last stroke in ms; −1 before the first. */
  get lastT(): number {
    return this.#lastT;
  }

  /** A key outside an answer writes nothing; it counts once an answer was begun. */
  key({ key, t }: KeyEvent): void {
    const kind = keyKind(key);
    if (!this.#isOn || kind === KeyKind.Ignored || kind === KeyKind.Navigation) return;
    this.#isKeyPending = true;
    this.#stroke(t);
  }

  edit(event: EditEvent): void {
    this.#isOn = true;
    if (!this.#isKeyPending) this.#stroke(event.t);
    this.#isKeyPending = false;
    const inserted = insertedLength(event);
    const length = this.#lengths.get(event.question) ?? 0;
    const at = Math.min(event.at, length);
    const removed = Math.min(event.removed, length - at);
    this.#lengths.set(event.question, length - removed + inserted);
    if (isTyped(event.input)) this.#edit(at, removed, inserted, length);
    else this.#run = Run.None;
  }

  /** The attempt was paused or locked: the time until it goes on is no pause of the writer's. */
  hold(): void {
    this.#lastT = -1;
  }

  /** What was measured so far. */
  measures(): CompositionMeasures {
    const { perMinute, spread } = this.#times.rates();
    return {
      strokes: this.#times.strokes,
      pBursts: this.#pBursts + 1,
      medianBurstCharacters: this.#medianBurst(),
      meanPauseSeconds: this.#pauses > 0 ? this.#pauseMs / this.#pauses / 1_000 : 0,
      meanLongPauseSeconds: this.#longPauses > 0 ? this.#longPauseMs / this.#longPauses / 1_000 : null,
      strokesPerMinute: perMinute,
      strokesSpread: spread,
      deletions: this.#deletions,
      insertions: this.#insertions,
      productRatio: this.#written > 0 ? Math.max(0, this.#written - this.#erased) / this.#written : 1,
    };
  }

  #stroke(t: number): void {
    if (this.#lastT >= 0) {
      const pause = Math.min(MAX_PAUSE_MS, t - this.#lastT);
      if (pause >= PAUSE_MS) {
        this.#pauses++;
        this.#pauseMs += pause;
      }
      if (pause >= LONG_PAUSE_MS) {
        this.#longPauses++;
        this.#longPauseMs += pause;
        this.#endBurst();
      }
      if (pause < 0) return;
    }
    this.#times.add(this.#lastT < 0 ? 0 : Math.min(MAX_PAUSE_MS, t - this.#lastT));
    this.#lastT = t;
  }

  #endBurst(): void {
    this.#pBursts++;
    this.#bursts[burstBin(this.#burstCharacters)]++;
    this.#burstCharacters = 0;
  }

  #edit(at: number, removed: number, inserted: number, length: number): void {
    this.#written += inserted;
    this.#erased += removed;
    this.#burstCharacters += inserted;
    if (removed > 0 && inserted === 0) {
      if (this.#run !== Run.Erasing) this.#deletions++;
      this.#run = Run.Erasing;
      return;
    }
    if (at + removed >= length) {
      this.#run = Run.Writing;
      return;
    }
    if (this.#run !== Run.Inserting || Math.abs(at - this.#runEnd) > 1) this.#insertions++;
    this.#run = Run.Inserting;
    this.#runEnd = at + inserted;
  }

  #medianBurst(): number {
    let total = 1;
    for (const bin of this.#bursts) total += bin;
    const open = burstBin(this.#burstCharacters);
    let seen = 0;
    for (let bin = 0; bin < BURST_BINS; bin++) {
      seen += this.#bursts[bin] + (bin === open ? 1 : 0);
      if (seen * 2 >= total) return Math.exp((bin + 0.5) / BINS_PER_LOG) - 1;
    }
    return 0;
  }

  snapshot(): CompositionSnapshot {
    return {
      numbers: [
        this.#lastT,
        this.#isKeyPending ? 1 : 0,
        this.#burstCharacters,
        this.#pauses,
        this.#pauseMs,
        this.#longPauses,
        this.#longPauseMs,
        this.#pBursts,
        this.#run * 2 + (this.#isOn ? 1 : 0),
        this.#runEnd,
        this.#deletions,
        this.#insertions,
        this.#written,
        this.#erased,
      ],
      lengths: [...this.#lengths],
      bursts: Array.from(this.#bursts),
      times: this.#times.snapshot(),
    };
  }

  restore({ numbers, lengths, bursts, times }: CompositionSnapshot): void {
    this.#lastT = numbers[0];
    this.#isKeyPending = numbers[1] === 1;
    this.#burstCharacters = numbers[2];
    this.#pauses = numbers[3];
    this.#pauseMs = numbers[4];
    this.#longPauses = numbers[5];
    this.#longPauseMs = numbers[6];
    this.#pBursts = numbers[7];
    this.#run = numbers[8] >> 1;
    this.#isOn = numbers[8] % 2 === 1;
    this.#runEnd = numbers[9];
    this.#deletions = numbers[10];
    this.#insertions = numbers[11];
    this.#written = numbers[12];
    this.#erased = numbers[13];
    this.#lengths.clear();
    for (const [question, length] of lengths) this.#lengths.set(question, length);
    this.#bursts.set(bursts);
    this.#times.restore(times);
  }
}

function burstBin(characters: number): number {
  return Math.min(BURST_BINS - 1, Math.floor(Math.log(characters + 1) * BINS_PER_LOG));
}

function isTyped(input: string | undefined): boolean {
  return input === undefined || input === "typing" || input === "composition" || input === "replacement";
}
