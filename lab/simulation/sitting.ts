import type { CapturedEvent, InputKind, KeyClass } from "../../protocol/events.ts";
import { createRandom, type Random } from "../../scoring/models/random.ts";
import { between, normal } from "./distributions.ts";
import { type Place, pointerPath } from "./pointer_path.ts";
import type { PointerProfile } from "./pointer_profile.ts";

// As capture reports them: a pause of five seconds and more is idle, in pieces of half a minute.
const IDLE_FROM_MS = 5_000;
const IDLE_PIECE_MS = 30_000;

// A longer movement is cut, as capture cuts it, so that no event waits long for its end.
const PATH_CUT_MS = 1_000;

/**
 * A simulated student at the desk: the clock, the hands, the answers so far, and the events that capture would have
 * reported. Activities move it forward; nothing moves it back.
 */
export class Sitting {
  readonly random: Random;
  /** Where on a target a hand comes down. Of its own: it draws nothing from what else happens. */
  aim: Random;
  /** Attempt time, ms; whole in events, fractional in between. */
  nowMs = 0;
  /** Text of each answer. */
  readonly texts = new Map<string, string>();
  /** The question in view. */
  question = "";
  #events: CapturedEvent[] = [];
  #releasedAtMs: number | null = null;
  #pointer: Place = { x: 0.5, y: 0.4 };

  constructor(random: Random) {
    this.random = random;
    this.aim = createRandom(1);
  }

  /** Events since the last call, sorted by `t`. */
  drain(): CapturedEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** Lets time pass without input. */
  wait(ms: number): void {
    const endMs = this.nowMs + ms;
    if (ms >= IDLE_FROM_MS) {
      for (; this.nowMs < endMs; this.nowMs += IDLE_PIECE_MS) {
        const duration = Math.floor(Math.min(IDLE_PIECE_MS, endMs - this.nowMs));
        this.#events.push({ duration, t: this.#t(), type: "idle" });
      }
    }
    this.nowMs = endMs;
  }

  /**
   * Presses a key `gapMs` after the press before; the release may come after the next press. Modifiers are held
   * across other keys: they have no flight and are nobody's predecessor.
   */
  press(key: KeyClass, gapMs: number, dwellMs: number): void {
    const gap = Math.max(1, gapMs);
    if (gap >= IDLE_FROM_MS) this.wait(gap);
    else this.nowMs += gap;
    const isModifier = key === "modifier";
    const releasedAtMs = this.#releasedAtMs;
    const flight = releasedAtMs === null || isModifier ? null : tenth(this.nowMs - releasedAtMs);
    const dwell = tenth(Math.max(1, dwellMs));
    if (!isModifier) this.#releasedAtMs = this.nowMs + dwell;
    this.#events.push({ dwell, flight, key, t: this.#t(), type: "keystroke_data" });
  }

  /** Time until the key pressed last is released, ms; 0 where no key is down. The same key cannot be pressed before. */
  get msUntilRelease(): number {
    return this.#releasedAtMs === null ? 0 : Math.max(0, this.#releasedAtMs - this.nowMs);
  }

  /** Text of the question in view. */
  get text(): string {
    return this.texts.get(this.question) ?? "";
  }

  /** Changes the answer in view, as the input event after a key, a paste or a dictated phrase does. */
  edit(at: number, removed: number, inserted: string, input: InputKind): void {
    const text = this.text;
    const next = at === text.length && removed === 0
      ? text + inserted
      : text.slice(0, at) + inserted + text.slice(at + removed);
    this.texts.set(this.question, next);
    this.#events.push({ at, input, inserted, question: this.question, removed, t: this.#t(), type: "answer_edit" });
  }

  /** Chooses; the answer is replaced. */
  select(choices: string[]): void {
    this.#events.push({ choices, question: this.question, t: this.#t(), type: "answer_select" });
  }

  /** Opens a question. */
  view(question: string): void {
    this.question = question;
    this.#events.push({ question, t: this.#t(), type: "question_view" });
  }

  /** Reports what needs no more than its time: focus, clipboard, display, connection. */
  report(event: CapturedEvent): void {
    this.#events.push({ ...event, t: this.#t() });
    // Keys released in another window are not seen: the next flight is unknown.
    if (event.type === "focus_change") this.#releasedAtMs = null;
  }

  /** Moves the pointer to a target. */
  reach(profile: PointerProfile, target: Place, width: number): void {
    const path = pointerPath(profile, this.random, this.#pointer, target, width);
    const beganMs = this.nowMs;
    for (let index = 0; index < path.length;) {
      const t = Math.round(beganMs + path[index][0]);
      const points: [number, number, number][] = [];
      const cutMs = path[index][0] + PATH_CUT_MS;
      for (; index < path.length && path[index][0] < cutMs; index++) {
        points.push([tenth(Math.max(0, beganMs + path[index][0] - t)), path[index][1], path[index][2]]);
      }
      this.#events.push({ kind: "move", pointer: profile.device, points, t, type: "mouse_data" });
    }
    this.nowMs = Math.max(this.nowMs, Math.ceil(beganMs + path[path.length - 1][0]));
    this.#pointer = target;
  }

  /** Presses and releases the pointer's button where it is. */
  click(profile: PointerProfile): void {
    const { x, y } = this.#pointer;
    const at: [number, number, number] = [0, tenThousandth(x), tenThousandth(y)];
    const isScript = profile.motion === "script";
    this.nowMs += isScript ? 10 : between(this.random, 40, 160);
    const centre = profile.device === "mouse" ? { centre: isScript ? 0 : offMiddle(this.aim) } : {};
    this.#events.push({
      ...centre,
      kind: "down",
      pointer: profile.device,
      points: [at],
      t: this.#t(),
      type: "mouse_data",
    });
    this.nowMs += isScript ? 10 : between(this.random, 60, 130);
    this.#events.push({ kind: "up", pointer: profile.device, points: [at], t: this.#t(), type: "mouse_data" });
  }

  /** Turns the wheel where the pointer is. */
  scroll(profile: PointerProfile): void {
    const { x, y } = this.#pointer;
    const points: [number, number, number][] = [[0, tenThousandth(x), tenThousandth(y)]];
    this.#events.push({ kind: "wheel", pointer: profile.device, points, t: this.#t(), type: "mouse_data" });
    this.nowMs += between(this.random, 80, 400);
  }

  #t(): number {
    return Math.round(this.nowMs);
  }
}

/**
 * How far from a target's middle a hand presses, as capture tells it: it comes down around the middle with a spread of a
 * quarter of the target either way (endpoints scatter about normally, over 4.133 standard deviations for a target that is
 * hit in 96 of 100 cases: MacKenzie 1992), and hardly ever on it.
 */
function offMiddle(aim: Random): number {
  const spread = 2 / 4.133;
  const off = Math.max(Math.abs(normal(aim)), Math.abs(normal(aim))) * spread;
  return Math.round(Math.min(1, off) * 1_000) / 1_000;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function tenThousandth(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
