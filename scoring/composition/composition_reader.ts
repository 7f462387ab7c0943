import { z } from "zod";
import { type EditEvent, insertedLength, type KeyEvent } from "../../protocol/scorable_event.ts";
import { KeyKind, keyKind } from "../rhythm/key_context.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { AnswerEdges, AnswerEdgesSnapshot } from "../answers/answer_edges.ts";
import type { CompositionMeasures } from "./composition_features.ts";
import { Entry, MovedText, MovedTextSnapshot } from "./moved_text.ts";
import { StrokeTimes, StrokeTimesSnapshot } from "./stroke_times.ts";

const PAUSE_MS = 200;
const LONG_PAUSE_MS = 2_000;
/** Longer pauses count as this long, in ms: somebody who left is not composing. */
const MAX_PAUSE_MS = 120_000;

/** Finding a passage before it is moved, and the place to go on after, takes up to this long, in ms: it is no pause either. */
const HANDLING_MS = 5_000;
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
  /** When text was moved last since the last stroke; −1 where it was not. */
  moveMs: -1,
  /** Whether an answer was begun. */
  isOn: false,
});

const count = z.number().min(0);

/** A {@link CompositionReader} in JSON. */
export const CompositionSnapshot = z.strictObject({
  memory: memorySchema(start()),
  moved: MovedTextSnapshot,
  edges: AnswerEdgesSnapshot,
  bursts: z.array(count).length(BURST_BINS),
  times: StrokeTimesSnapshot,
});
export type CompositionSnapshot = z.infer<typeof CompositionSnapshot>;

/**
 * Reads how answers are written: pauses, bursts, erasing and going back, from key presses and from what they did to the
 * text. The work per event is constant.
 *
 * Own text that is moved (cut, copied, dragged, put back) is neither strokes nor pauses nor revisions: the time that it takes
 * is left out, and what was erased in a passage and comes back was not erased. Text that arrives from elsewhere is a stroke,
 * and nothing written.
 */
export class CompositionReader {
  readonly #edges = new AnswerEdges();
  /** Bursts by length, up to the longest so far. */
  #bursts: number[] = [];
  readonly #times = new StrokeTimes();
  readonly #moved = new MovedText();
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

  /** A passage was copied. */
  copy(t: number): void {
    this.#pass(t);
  }

  /** Text of the exam was pasted, in the client's word. */
  paste(length: number, t: number): void {
    this.#moved.paste(length, t);
  }

  /** A passage was cut: the edit that takes it out moves it. */
  cut(length: number, t: number): void {
    this.#moved.cut(length, t);
    this.#pass(t);
  }

  edit(event: EditEvent): void {
    const memory = this.#memory;
    memory.isOn = true;
    this.#edges.turnTo(event.question);
    const { length } = this.#edges;
    const inserted = insertedLength(event);
    const at = Math.min(event.at, length);
    const removed = Math.min(event.removed, length - at);
    const entry = this.#moved.entryOf(event, inserted, memory.isKeyPending);
    if (entry === Entry.Moved) return this.#move(event.t, at, removed, inserted);
    if (!memory.isKeyPending) this.#stroke(event.t);
    memory.isKeyPending = false;
    const isBefore = this.#edges.write(at, removed, inserted);
    if (entry === Entry.Written) this.#edit(at, removed, inserted, isBefore);
    else memory.run = Run.None;
  }

  /** Time that moving text takes, from its first step to its last, is no pause: the last stroke is as much later. */
  #pass(t: number): void {
    const memory = this.#memory;
    if (memory.moveMs >= 0 && memory.lastT >= 0 && t > memory.moveMs) memory.lastT += t - memory.moveMs;
    if (t > memory.moveMs) memory.moveMs = t;
  }

  #move(t: number, at: number, removed: number, inserted: number): void {
    const memory = this.#memory;
    const moved = this.#moved;
    this.#pass(t);
    moved.move(removed, inserted);
    this.#edges.move(at, removed, inserted, moved.back);
    memory.erased -= moved.unerased;
    memory.deletions -= moved.unerasedRuns;
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
    if (memory.moveMs >= 0) {
      memory.moveMs = -1;
      if (memory.lastT >= 0 && t > memory.lastT) memory.lastT = Math.min(t, memory.lastT + HANDLING_MS);
    }
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
    const bin = burstBin(memory.burstCharacters);
    while (this.#bursts.length <= bin) this.#bursts.push(0);
    this.#bursts[bin]++;
    memory.burstCharacters = 0;
  }

  #edit(at: number, removed: number, inserted: number, isBefore: boolean): void {
    const memory = this.#memory;
    memory.written += inserted;
    memory.erased += removed;
    memory.burstCharacters += inserted;
    if (removed > 0 && inserted === 0) {
      const isNew = memory.run !== Run.Erasing;
      if (isNew) memory.deletions++;
      this.#moved.erase(removed, isNew);
      memory.run = Run.Erasing;
      return;
    }
    if (!isBefore) {
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
      seen += (this.#bursts[bin] ?? 0) + (bin === open ? 1 : 0);
      if (seen * 2 >= total) return Math.exp((bin + 0.5) / BINS_PER_LOG) - 1;
    }
    return 0;
  }

  snapshot(): CompositionSnapshot {
    return {
      memory: { ...this.#memory },
      moved: this.#moved.snapshot(),
      edges: this.#edges.snapshot(),
      bursts: Array.from({ length: BURST_BINS }, (_, bin) => this.#bursts[bin] ?? 0),
      times: this.#times.snapshot(),
    };
  }

  restore({ memory, moved, edges, bursts, times }: CompositionSnapshot): void {
    Object.assign(this.#memory, memory);
    this.#moved.restore(moved);
    this.#edges.restore(edges);
    this.#bursts = bursts.slice(0, bursts.findLastIndex((bin) => bin > 0) + 1);
    this.#times.restore(times);
  }
}

function burstBin(characters: number): number {
  return Math.min(BURST_BINS - 1, Math.floor(Math.log(characters + 1) * BINS_PER_LOG));
}
