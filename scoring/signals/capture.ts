import { z } from "zod";
import type { AssistiveTechnology } from "../../protocol/exam.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { CharacterAccount, CharacterAccountSnapshot } from "../capture/character_account.ts";
import { ClockClaim, ClockClaimSnapshot } from "../capture/clock_claim.ts";
import { Device, DeviceSnapshot } from "../capture/device.ts";
import { KeyPace, KeyPaceSnapshot } from "../capture/key_pace.ts";
import { lowerShare } from "../capture/lower_share.ts";
import { ScriptedInput, ScriptedInputSnapshot } from "../capture/scripted_input.ts";
import { UntouchedChoices, UntouchedChoicesSnapshot } from "../capture/untouched_choices.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import { bringsText } from "./brings_text.ts";
import { exactLength } from "./exact_length.ts";
import { outsideShare } from "./outside_share.ts";
import type { Evidence, SignalTracker } from "./signal.ts";

/** Characters entered below which text without keys says nothing: about eighty words. */
const LEAST_ENTERED = 400;
/** Where no keys need show, this share without them says that the device is such a one, and no more can be said. */
const FEW = 0.05;
/** Mean characters of a piece above which it is no word that a finger swiped, or a keyboard on glass completed. */
const LONGEST_WORD = 12;
/** Below this mean, letters came one by one: of a device that nothing is known of, a keyboard on glass would have sent keys. */
const SHORTEST_WORD = 2;

/** Technologies that put text in without a key … */
const BRINGING: ReadonlySet<AssistiveTechnology> = new Set(["dictation", "switch_access", "motor_impairment"]);

/** What is remembered beside the accounts, as it is before the first event. */
const start = () => ({
  /** Characters that came with a submission, that no event wrote before and none has written since. */
  given: 0,
  givenMs: -1,
  /** Whether a page said that its capture began. */
  isBegun: false,
});

const Snapshot = z.strictObject({
  memory: memorySchema(start()),
  account: CharacterAccountSnapshot,
  device: DeviceSnapshot,
  pace: KeyPaceSnapshot,
  clock: ClockClaimSnapshot,
  scripted: ScriptedInputSnapshot,
  choices: UntouchedChoicesSnapshot,
});

/**
 * `capture`: can what was recorded be all that happened?
 *
 * From six accounts, the largest of which counts: text in typed pieces that no key, correction or declared aid explains,
 * in the answer where its share is largest; text of a submission that no event wrote; input that a script made; keys that
 * come faster than hands press them; choices that nothing was pressed for; times that had not come. docs/scoring/capture.md
 * says what each makes of whom.
 *
 * Null where nothing can be compared: below 400 characters entered, on glass, by an aid, or by API alone.
 */
export class Capture implements SignalTracker {
  readonly #account = new CharacterAccount();
  readonly #device = new Device();
  readonly #pace = new KeyPace();
  readonly #clock = new ClockClaim();
  readonly #scripted = new ScriptedInput();
  readonly #choices = new UntouchedChoices();
  readonly #memory = start();
  #isAided = false;
  #bringsText = false;

  get isIncomparable(): boolean {
    return this.#account.entered >= LEAST_ENTERED && this.score() === null;
  }

  get given(): number {
    return this.#memory.given;
  }

  useContext({ declared = [], accommodations }: ScoringContext): void {
    const technologies = [...declared, ...accommodations.technologies];
    this.#isAided = technologies.length > 0;
    this.#bringsText = technologies.some((technology) => BRINGING.has(technology));
  }

  observe(event: ScorableEvent): void {
    switch (event.type) {
      case "keystroke_data":
        return this.key(event);
      case "answer_edit":
        return this.edit(event);
      case "answer_select":
        this.#choices.choose(event.t);
        return this.#scripted.press(event.t, event.scripted === true);
      case "capture_start":
        this.#memory.isBegun = true;
        break;
      case "mouse_data":
        if (event.kind === "down" || event.kind === "up") this.#choices.input(event.t);
        if (event.kind === "down") this.#scripted.press(event.t, event.scripted === true);
        break;
    }
    this.#device.observe(event);
  }

  key({ t, key, repeat, scripted }: KeyEvent): void {
    this.#device.key(key);
    this.#choices.input(t);
    if (!bringsText(key)) return;
    this.#scripted.key(t, scripted === true);
    // What a script pressed explains nothing.
    if (scripted === true) return;
    this.#account.press(t);
    if (repeat !== true) this.#pace.press(t);
  }

  edit(event: EditEvent): void {
    if (event.input !== undefined) this.#device.seePage();
    const entered = this.#account.edit(event);
    if (event.scripted === true) this.#scripted.edit(event.t, entered);
    if (this.#memory.given > 0) this.#memory.given = Math.max(0, this.#memory.given - entered);
  }

  give(characters: number, t: number): void {
    this.#memory.given += exactLength(characters);
    this.#memory.givenMs = t;
  }

  arrive(elapsedMs: number, latestT: number): void {
    this.#clock.arrive(elapsedMs, latestT);
  }

  score(): number | null {
    const typed = this.#keyless();
    const others = Math.max(
      this.#given(),
      this.#clock.score,
      this.#scripted.score(this.#account.entered),
      this.#fast(),
      this.#untouched(),
    );
    return others > 0 ? Math.max(others, typed ?? 0) : typed;
  }

  /** Text without keys; null where there is too little of it, or where it cannot be told from other devices' typing. */
  #keyless(): number | null {
    const { entered, keyless, pieceLength } = this.#account;
    if (entered < LEAST_ENTERED || !this.#device.isPage) return null;
    const { isTouched, isKnown } = this.#device;
    const areWords = pieceLength <= LONGEST_WORD && (isTouched || pieceLength >= SHORTEST_WORD);
    const isExcused = this.#bringsText || (areWords && (isTouched || !isKnown));
    if (isExcused) return keyless > FEW * entered ? null : 0;
    if (keyless === 0) return 0;
    let most = shareWithoutKeys(keyless, entered);
    for (const answer of this.#account.answers) {
      if (answer.entered < LEAST_ENTERED) continue;
      most = Math.max(most, shareWithoutKeys(answer.keyless, answer.entered));
    }
    return most;
  }

  #given(): number {
    const { given } = this.#memory;
    return outsideShare(given, given + this.#account.entered);
  }

  #fast(): number {
    return outsideShare(this.#pace.fast, this.#pace.keys);
  }

  #untouched(): number {
    return this.#memory.isBegun && !this.#isAided && !this.#device.isTouched ? this.#choices.score() : 0;
  }

  evidence(): Evidence | null {
    const { entered, keyless, fromMs, toMs } = this.#account;
    const { given, givenMs } = this.#memory;
    const found: [number, () => Evidence][] = [
      [this.#given(), () => ({
        code: "answer_given_alone",
        numbers: { given_characters: given, share: given / (given + entered) },
        from: givenMs,
        to: givenMs,
      })],
      [this.#clock.score, () => ({
        code: "ahead_of_time",
        numbers: { claimed_ms: this.#clock.claimedMs, passed_ms: this.#clock.passedMs },
        from: this.#clock.passedMs,
        to: this.#clock.claimedMs,
      })],
      [this.#scripted.score(entered), () => ({
        code: "scripted_input",
        numbers: { events: this.#scripted.events },
        from: this.#scripted.fromMs,
        to: this.#scripted.toMs,
      })],
      [this.#keyless() ?? 0, () => ({
        code: "typed_without_keys",
        numbers: { keyless_characters: keyless, share: keyless / entered },
        from: fromMs,
        to: toMs,
      })],
      [this.#fast(), () => ({
        code: "faster_than_hands",
        numbers: { keys: this.#pace.fast, share: this.#pace.fast / this.#pace.keys },
        from: this.#pace.fromMs,
        to: this.#pace.toMs,
      })],
      [this.#untouched(), () => ({
        code: "chosen_without_input",
        numbers: { choices: this.#choices.untouched, all_choices: this.#choices.choices },
        from: this.#choices.fromMs,
        to: this.#choices.toMs,
      })],
    ];
    const [score, evidence] = found.reduce((most, each) => each[0] > most[0] ? each : most);
    return score > 0 ? evidence() : null;
  }

  snapshot(): z.infer<typeof Snapshot> {
    return {
      memory: { ...this.#memory },
      account: this.#account.snapshot(),
      device: this.#device.snapshot(),
      pace: this.#pace.snapshot(),
      clock: this.#clock.snapshot(),
      scripted: this.#scripted.snapshot(),
      choices: this.#choices.snapshot(),
    };
  }

  restore(snapshot: unknown): void {
    const { memory, account, device, pace, clock, scripted, choices } = readSnapshot(
      Snapshot,
      snapshot,
      "the signal capture",
    );
    Object.assign(this.#memory, memory);
    this.#account.restore(account);
    this.#device.restore(device);
    this.#pace.restore(pace);
    this.#clock.restore(clock);
    this.#scripted.restore(scripted);
    this.#choices.restore(choices);
  }
}

function shareWithoutKeys(keyless: number, entered: number): number {
  return outsideShare(lowerShare(keyless, entered) * entered, entered);
}
