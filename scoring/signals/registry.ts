import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { shippedModels, type SignalModels } from "../models/shipped_models.ts";
import { type SignalName, SIGNALS } from "../weights.ts";
import { Automation } from "./automation.ts";
import { Away } from "./away.ts";
import { Capture } from "./capture.ts";
import { Display } from "./display.ts";
import { ExternalText } from "./external_text.ts";
import { Paced } from "./paced.ts";
import type { SignalTracker } from "./signal.ts";
import { Takeover } from "./takeover.ts";
import { Transcription } from "./transcription.ts";

/** So many answers of its model in a row have to call a text copied: some 200 characters' writing. */
const TRANSCRIPTION_ANSWERS = 3;

/**
 * The trackers of one attempt. This is the one place where signals are wired in: a new one has a field here, and a
 * line in {@link key} and in {@link edit}. A test holds the three to each other.
 *
 * Of a hundred events ninety-eight are keys and edits. Their calls are written out instead of looped over, for then
 * the engine knows the one class behind each: 375 ns per event instead of 440.
 */
export class SignalTrackers implements Record<SignalName, SignalTracker> {
  readonly away: SignalTracker = new Away();
  readonly external_text: SignalTracker = new ExternalText();
  readonly transcription: SignalTracker;
  readonly takeover: SignalTracker;
  readonly automation: SignalTracker;
  readonly display: SignalTracker = new Display();
  readonly capture: SignalTracker = new Capture();

  /** @param models Those shipped, or, in a cross-validation, ones that did not see the attempt's person. */
  constructor(models: SignalModels = shippedModels()) {
    this.transcription = new Paced(new Transcription(models), TRANSCRIPTION_ANSWERS);
    this.takeover = new Takeover(models);
    this.automation = new Paced(new Automation(models));
  }

  key(event: KeyEvent): void {
    this.away.key(event);
    this.external_text.key(event);
    this.transcription.key(event);
    this.takeover.key(event);
    this.automation.key(event);
    this.display.key(event);
    this.capture.key(event);
  }

  edit(event: EditEvent): void {
    this.away.edit(event);
    this.external_text.edit(event);
    this.transcription.edit(event);
    this.takeover.edit(event);
    this.automation.edit(event);
    this.display.edit(event);
    this.capture.edit(event);
  }

  /** Takes in an event that is neither a key nor an edit. */
  observe(event: ScorableEvent): void {
    for (const { name } of SIGNALS) this[name].observe(event);
  }

  /** The attempt is paused or locked, or goes on; `t` is the latest event's. */
  hold(isHeld: boolean, t: number): void {
    for (const { name } of SIGNALS) this[name].hold?.(isHeld, t);
  }

  /** Keys that were practised before the exam: a baseline of how somebody types, and of nothing else. */
  practise(events: readonly KeyEvent[]): void {
    for (const event of events) this.takeover.practise?.(event);
  }

  /** Text came with a submission that no event wrote: so many characters, with nothing known of how. */
  give(characters: number, t: number): void {
    if (characters <= 0) return;
    for (const { name } of SIGNALS) this[name].give?.(characters, t);
  }

  /** Characters that came with submissions and that no event has written so far, as each signal has it, together. */
  get given(): number {
    return (this.external_text.given ?? 0) + (this.capture.given ?? 0);
  }

  /** A batch arrived so long after the attempt began, in ms; its last event says `latestT`. */
  arrive(elapsedMs: number, latestT: number): void {
    this.capture.arrive?.(elapsedMs, latestT);
  }

  /** From now on the attempt is scored in this context. */
  useContext(context: ScoringContext): void {
    for (const { name } of SIGNALS) this[name].useContext?.(context);
  }

  snapshot(): Record<string, unknown> {
    return Object.fromEntries(SIGNALS.map(({ name }) => [name, this[name].snapshot()]));
  }

  /** @throws {RangeError} If one of the snapshots is not one of its tracker. */
  restore(snapshots: Readonly<Record<string, unknown>>): void {
    for (const { name } of SIGNALS) this[name].restore(snapshots[name]);
  }
}
