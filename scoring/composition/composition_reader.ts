import { z } from "zod";
import { MAX_QUESTIONS } from "../../protocol/limits.ts";
import { type EditEvent, insertedLength, type KeyEvent } from "../../protocol/scorable_event.ts";
import { KeyKind, keyKind } from "../rhythm/key_context.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import type { CompositionMeasures } from "./composition_features.ts";
import { StrokeTimes, StrokeTimesSnapshot } from "./stroke_times.ts";

const PAUSE_MS = 200;
const LONG_PAUSE_MS = 2_000;
/** Longer pauses count as this long, in ms: somebody who left is not composing. */
const MAX_PAUSE_MS = 120_000;

/** Bins of burst lengths: an eighth of a log unit each, from 1 character. */
const BURST_BINS = 64;
const BINS_PER_LOG = 8;

/** What the last edit was, so that a run counts once. */
const enum Run {
  None,
  Writing,
  Inserting,
  Erasing,
}

/** What is remembered, as it is before the first stroke. */
const start = () => ({
  lastT: -1,
  isKeyPending: false,
  burstCharacters: 0,
  pauses: 0,
  pauseMs: 0,
  longPauses: 0,
  longPauseMs: 0,
  pBursts: 0,
  run: Run.None as number,
  runEnd: -1,
  deletions: 0,
  insertions: 0,
  written: 0,
  erased: 0,
  /** Whether an answer was begun. */
  isOn: false,
});

const count = z.number().min(0);

/** A {@link CompositionReader} in JSON. */
export const CompositionSnapshot = z.strictObject({
  memory: memorySchema(start()),
  lengths: z.array(z.tuple([z.string(), count])).describe("Characters of each question's answer"),
  bursts: z.array(count).length(BURST_BINS),
  times: StrokeTimesSnapshot,
});
export type CompositionSnapshot = z.infer<typeof CompositionSnapshot>;

/**
 * Reads how answers are written: pauses, bursts, erasing and going back, from key presses and from what they did to the
 * text. The work per event is constant. Text that was not typed (pasted, dropped, moved) only moves the leading edge.
 */
export class CompositionReader {
  readonly #lengths = new Map<string, number>();
  readonly #bursts = new Float64Array(BURST_BINS);
  readonly #times = new StrokeTimes();
  readonly #memory = start();

  /** Characters typed so far. */
  get written(): number {
    return this.#memory.written;
  }

  /** Strokes so far. */
  get strokes(): number {
    return this.#times.strokes;
  }

  /** Attempt time of the last stroke in ms; −1 before the first. */
  get lastT(): number {
    return this.#memory.lastT;
  }

  /** A key outside an answer writes nothing; it counts once an answer was begun. */
  key({ key, t }: KeyEvent): void {
    const kind = keyKind(key);
    if (!this.#memory.isOn || kind === KeyKind.Ignored || kind === KeyKind.Navigation) return;
    this.#memory.isKeyPending = true;
    this.#stroke(t);
  }

  edit(event: EditEvent): void {
    const memory = this.#memory;
    memory.isOn = true;
    if (!memory.isKeyPending) this.#stroke(event.t);
    memory.isKeyPending = false;
    const inserted = insertedLength(event);
    const length = this.#lengths.get(event.question) ?? 0;
    const at = Math.min(event.at, length);
    const removed = Math.min(event.removed, length - at);
    this.#note(event.question, length - removed + inserted);
    if (isTyped(event.input)) this.#edit(at, removed, inserted, length);
    else memory.run = Run.None;
  }

  /** The attempt was paused or locked: the time until it goes on is no pause of the writer's. */
  hold(): void {
    this.#memory.lastT = -1;
  }

  /** What was measured so far. */
  measures(): CompositionMeasures {
    const memory = this.#memory;
    const { perMinute, spread } = this.#times.rates();
    return {
      strokes: this.#times.strokes,
      pBursts: memory.pBursts + 1,
      medianBurstCharacters: this.#medianBurst(),
      meanPauseSeconds: memory.pauses > 0 ? memory.pauseMs / memory.pauses / 1_000 : 0,
      meanLongPauseSeconds: memory.longPauses > 0 ? memory.longPauseMs / memory.longPauses / 1_000 : null,
      strokesPerMinute: perMinute,
      strokesSpread: spread,
      deletions: memory.deletions,
      insertions: memory.insertions,
      productRatio: memory.written > 0 ? Math.max(0, memory.written - memory.erased) / memory.written : 1,
    };
  }

  #stroke(t: number): void {
    const memory = this.#memory;
    if (memory.lastT >= 0) {
      const pause = Math.min(MAX_PAUSE_MS, t - memory.lastT);
      if (pause >= PAUSE_MS) {
        memory.pauses++;
        memory.pauseMs += pause;
      }
      if (pause >= LONG_PAUSE_MS) {
        memory.longPauses++;
        memory.longPauseMs += pause;
        this.#endBurst();
      }
      if (pause < 0) return;
    }
    this.#times.add(memory.lastT < 0 ? 0 : Math.min(MAX_PAUSE_MS, t - memory.lastT));
    memory.lastT = t;
  }

  #endBurst(): void {
    const memory = this.#memory;
    memory.pBursts++;
    this.#bursts[burstBin(memory.burstCharacters)]++;
    memory.burstCharacters = 0;
  }

  /** Notes an answer's length. Of more answers than an exam can have, the one that was edited longest ago is forgotten. */
  #note(question: string, length: number): void {
    this.#lengths.delete(question);
    this.#lengths.set(question, length);
    if (this.#lengths.size <= MAX_QUESTIONS) return;
    for (const oldest of this.#lengths.keys()) {
      this.#lengths.delete(oldest);
      return;
    }
  }

  #edit(at: number, removed: number, inserted: number, length: number): void {
    const memory = this.#memory;
    memory.written += inserted;
    memory.erased += removed;
    memory.burstCharacters += inserted;
    if (removed > 0 && inserted === 0) {
      if (memory.run !== Run.Erasing) memory.deletions++;
      memory.run = Run.Erasing;
      return;
    }
    if (at + removed >= length) {
      memory.run = Run.Writing;
      return;
    }
    if (memory.run !== Run.Inserting || Math.abs(at - memory.runEnd) > 1) memory.insertions++;
    memory.run = Run.Inserting;
    memory.runEnd = at + inserted;
  }

  #medianBurst(): number {
    let total = 1;
    for (const bin of this.#bursts) total += bin;
    const open = burstBin(this.#memory.burstCharacters);
    let seen = 0;
    for (let bin = 0; bin < BURST_BINS; bin++) {
      seen += this.#bursts[bin] + (bin === open ? 1 : 0);
      if (seen * 2 >= total) return Math.exp((bin + 0.5) / BINS_PER_LOG) - 1;
    }
    return 0;
  }

  snapshot(): CompositionSnapshot {
    return {
      memory: { ...this.#memory },
      lengths: [...this.#lengths],
      bursts: Array.from(this.#bursts),
      times: this.#times.snapshot(),
    };
  }

  restore({ memory, lengths, bursts, times }: CompositionSnapshot): void {
    Object.assign(this.#memory, memory);
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
