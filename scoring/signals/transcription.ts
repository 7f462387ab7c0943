import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { COMPOSITION_FEATURES, compositionFeatures } from "../composition/composition_features.ts";
import { CompositionReader, CompositionSnapshot } from "../composition/composition_reader.ts";
import { sigmoid } from "../models/logistic.ts";
import { shippedModels, type SignalModels } from "../models/shipped_models.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import type { Evidence, SignalTracker } from "./signal.ts";

/** Typed characters below which copied and composed text cannot be told apart: a hundred words. */
const MIN_CHARACTERS = 550;
/** Characters from which on measures are as steady as those the model learnt from. */
const STEADY_CHARACTERS = 1_500;
/** What stands in for a model's log odds as far as a text is too short for it. */
const UNSURE = -3;
/** Width of the rise around the model's threshold. */
const WIDTH = 1.5;

/** Features of the writing; shared by all attempts, one after the other. */
const features = new Float64Array(COMPOSITION_FEATURES.length);

/**
 * `transcription`: were the answers composed or copied out? From pauses, bursts, erasing and writing behind the leading
 * edge, per length of text; typing speed is one feature of nine, and never decides alone.
 *
 * One half is where one composed essay in a hundred lies. Minimum of data: 550 typed characters, about a hundred words.
 */
export class Transcription implements SignalTracker {
  readonly #reader = new CompositionReader();
  readonly #model: SignalModels["transcription"];
  #isStale = true;
  #score: number | null = null;

  constructor(models: SignalModels = shippedModels()) {
    this.#model = models.transcription;
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
    this.#isStale = true;
  }

  edit(event: EditEvent): void {
    this.#reader.edit(event);
    this.#isStale = true;
  }

  hold(): void {
    this.#reader.hold();
    this.#isStale = true;
  }

  score(): number | null {
    if (this.#reader.written < MIN_CHARACTERS) return null;
    // A model of some hundred landmarks is asked again only when something was written.
    if (!this.#isStale) return this.#score;
    compositionFeatures(this.#reader.measures(), features);
    const sure = Math.min(1, this.#reader.written / STEADY_CHARACTERS);
    const logOdds = this.#model.logOdds(features) - this.#model.threshold;
    this.#isStale = false;
    this.#score = sigmoid((sure * logOdds + (1 - sure) * UNSURE) / WIDTH);
    return this.#score;
  }

  evidence(): Evidence | null {
    if (this.#reader.written < MIN_CHARACTERS) return null;
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

  snapshot(): unknown {
    return this.#reader.snapshot();
  }

  restore(snapshot: unknown): void {
    this.#reader.restore(readSnapshot(CompositionSnapshot, snapshot, "the signal transcription"));
    this.#isStale = true;
    this.#score = null;
  }
}
