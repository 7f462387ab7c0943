import { z } from "zod";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { COMPOSITION_FEATURES, compositionFeatures } from "../composition/composition_features.ts";
import { CompositionReader, CompositionSnapshot } from "../composition/composition_reader.ts";
import { KeyedShare, KeyedShareSnapshot } from "../composition/keyed_share.ts";
import { sigmoid } from "../models/sigmoid.ts";
import { shippedModels, type SignalModels } from "../models/shipped_models.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import type { Evidence, SignalTracker } from "./signal.ts";

/** Typed characters below which copied and composed text cannot be told apart: a hundred words. */
const MIN_CHARACTERS = 550;
/** Characters from which on measures are as steady as those the model learnt from. */
const STEADY_CHARACTERS = 1_500;
/** What stands in for a model's log odds as far as a text is too short for it. */
const UNSURE = -3;
/**
 * Width of the rise around the model's threshold: steep enough that who is surely no copyist carries nothing, and that
 * the signal lifts alone where one composed text in two hundred lies (docs/scoring/combination.md).
 */
const WIDTH = 0.8;

const Snapshot = z.strictObject({ reader: CompositionSnapshot, keyed: KeyedShareSnapshot });

/** Features of the writing; shared by all attempts, one after the other. */
const features = new Float64Array(COMPOSITION_FEATURES.length);

/**
 * `transcription`: were the answers composed or copied out? From pauses, bursts, erasing and writing behind the leading
 * edge, per length of text; typing speed is one feature of nine, and never decides alone.
 *
 * One half is where one composed essay in a hundred lies. Minimum of data: 550 typed characters, about a hundred words, most
 * of them by keys.
 */
export class Transcription implements SignalTracker {
  readonly #reader = new CompositionReader();
  readonly #keyed = new KeyedShare();
  readonly #model: SignalModels["transcription"];
  #isStale = true;
  #score: number | null = null;

  constructor(models: SignalModels = shippedModels()) {
    this.#model = models.transcription;
  }

  get isIncomparable(): boolean {
    return this.#reader.written >= MIN_CHARACTERS && !this.#keyed.isAtKeyboard;
  }

  observe(event: ScorableEvent): void {
    if (event.type === "keystroke_data") this.key(event);
    else if (event.type === "answer_edit") this.edit(event);
    else if (event.type === "paste_event" && event.origin === "exam") this.#reader.paste(event.length, event.t);
    else if (event.type === "copy_event") this.#reader.copy(event.t);
    else if (event.type === "cut_event") this.#reader.cut(event.length, event.t);
  }

  key(event: KeyEvent): void {
    this.#reader.key(event);
    this.#keyed.key(event);
    this.#isStale = true;
  }

  edit(event: EditEvent): void {
    this.#reader.edit(event);
    this.#keyed.edit(event);
    this.#isStale = true;
  }

  hold(): void {
    this.#reader.hold();
    this.#isStale = true;
  }

  score(): number | null {
    if (!this.#isComparable()) return null;
    // A model of some hundred landmarks is asked again only when something was written.
    if (!this.#isStale) return this.#score;
    compositionFeatures(this.#reader.measures(), features);
    this.#isStale = false;
    this.#score = transcriptionScore(this.#model.logOdds(features) - this.#model.threshold, this.#reader.written);
    return this.#score;
  }

  evidence(): Evidence | null {
    if (!this.#isComparable()) return null;
    const seen = this.#reader.measures();
    const long = seen.meanLongPauseSeconds;
    return {
      code: "written_down",
      numbers: {
        strokes: seen.strokes,
        bursts: seen.pBursts,
        ...(long === null ? {} : { long_pause_s: Number(long.toFixed(1)) }),
        corrections: seen.deletions,
        insertions: seen.insertions,
      },
      from: null,
      to: this.#reader.lastT < 0 ? null : this.#reader.lastT,
    };
  }

  snapshot(): z.infer<typeof Snapshot> {
    return { reader: this.#reader.snapshot(), keyed: this.#keyed.snapshot() };
  }

  restore(snapshot: unknown): void {
    const { reader, keyed } = readSnapshot(Snapshot, snapshot, "the signal transcription");
    this.#reader.restore(reader);
    this.#keyed.restore(keyed);
    this.#isStale = true;
    this.#score = null;
  }

  /** Enough was written, and at a keyboard. */
  #isComparable(): boolean {
    return this.#reader.written >= MIN_CHARACTERS && this.#keyed.isAtKeyboard;
  }
}

/**
 * The signal for what a model says of a text, in [0, 1]: drawn towards "no sign" as far as the text is short.
 *
 * @param logOdds Above the model's threshold.
 * @param written Characters typed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(transcriptionScore(0, 2_000), 0.5);
 * assert.ok(transcriptionScore(4, 600) < 0.5);
 * ```
 */
export function transcriptionScore(logOdds: number, written: number): number {
  const sure = Math.min(1, written / STEADY_CHARACTERS);
  return sigmoid((sure * logOdds + (1 - sure) * UNSURE) / WIDTH);
}
