import type { CapturedEvent, InputKind, KeyClass } from "../../protocol/events.ts";
import type { RedactedEdit, ScorableEvent } from "../../protocol/scorable_event.ts";
import { clientEvents } from "../data_sets/client_sampling.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";
import type { Stroke } from "./stroke.ts";

// As capture reports them: a pause of five seconds and more is idle, in pieces of half a minute.
const IDLE_FROM_MS = 5_000;
const IDLE_PIECE_MS = 30_000;

/** What a browser window and its page are, at the begin. */
export interface DeskSetting {
  by?: "page" | "embed" | "extension";
  driven?: boolean;
  width?: number;
  extended?: boolean;
}

const SCREEN = { screenWidth: 1_536, screenHeight: 864 };
const SIGNALS = ["keystrokes", "pointer", "answers", "clipboard", "focus", "visibility", "resize", "display", "idle"];

/**
 * Where a case is sat: a clock, a text and its cursor, and the events that capture would report of what is done. Text
 * is kept as its length. Unlike a simulated {@link Sitting} it makes nothing up: who writes gives every time and every
 * dwell.
 */
export class Desk {
  /** Attempt time, ms; whole in events. */
  nowMs = 0;
  length = 0;
  readonly events: ScorableEvent[] = [];
  #cursor = 0;
  #isMoving = false;
  #releasedAtMs: number | null = null;
  #question = "q1";

  readonly #setting: DeskSetting;

  constructor(setting: DeskSetting = {}) {
    this.#setting = setting;
    this.begin();
    this.view(this.#question);
  }

  /** The page begins to capture, as it does again when it is loaded anew. */
  begin(): void {
    const { by = "page", driven, width = SCREEN.screenWidth, extended = false } = this.#setting;
    this.report({ type: "capture_start", t: 0, by, signals: SIGNALS, ...(driven === undefined ? {} : { driven }) });
    this.report({ type: "window_resize", t: 0, width, height: SCREEN.screenHeight, ...SCREEN });
    this.report({ type: "display_change", t: 0, extended });
    this.#releasedAtMs = null;
  }

  /** Whole ms of attempt time. */
  get t(): number {
    return Math.round(this.nowMs);
  }

  /** Lets time pass without input. */
  wait(ms: number): void {
    const endMs = this.nowMs + ms;
    if (ms >= IDLE_FROM_MS) {
      for (; this.nowMs < endMs; this.nowMs += IDLE_PIECE_MS) {
        this.report({ type: "idle", t: 0, duration: Math.floor(Math.min(IDLE_PIECE_MS, endMs - this.nowMs)) });
      }
    }
    this.nowMs = endMs;
  }

  /** Writes what somebody wrote, press by press; after `untilMs` of attempt time nothing more. */
  write(strokes: readonly Stroke[], untilMs = Infinity): void {
    for (const stroke of strokes) {
      if (this.nowMs >= untilMs) return;
      this.press(stroke);
    }
  }

  /** Presses a key after its gap, and does to the text what it did. */
  press({ gapMs, key, dwellMs, removed, inserted }: Stroke): void {
    this.key(key, gapMs, dwellMs);
    const isMove = key === "arrow";
    // No data set names cursor positions: runs of arrows lead into the text and back to its end in turn.
    if (isMove && !this.#isMoving) this.#cursor = this.#cursor < this.length ? this.length : this.length >> 1;
    this.#isMoving = isMove;
    if (removed > 0 || inserted > 0) this.edit(removed, inserted, "typing");
  }

  /** Presses a key that changes no text. */
  key(key: KeyClass, gapMs: number, dwellMs: number | null): void {
    if (gapMs >= IDLE_FROM_MS) this.wait(gapMs);
    else this.nowMs += Math.max(0, gapMs);
    const isModifier = key === "modifier";
    const flight = this.#releasedAtMs === null || isModifier ? null : tenth(this.nowMs - this.#releasedAtMs);
    const dwell = dwellMs === null ? null : tenth(Math.max(0, dwellMs));
    if (!isModifier) this.#releasedAtMs = dwell === null ? null : this.nowMs + dwell;
    this.report({ type: "keystroke_data", t: 0, key, dwell, flight });
  }

  /**
   * Changes the text before the cursor.
   *
   * @returns Characters taken out: as many as stand there, at most.
   */
  edit(removing: number, inserted: number, input: InputKind): number {
    const removed = Math.min(removing, this.#cursor);
    const at = this.#cursor - removed;
    this.#cursor = at + inserted;
    this.length += inserted - removed;
    const edit: RedactedEdit = {
      type: "answer_edit",
      t: this.t,
      question: this.#question,
      at,
      removed,
      inserted,
      input,
    };
    this.events.push(edit);
    return removed;
  }

  /** Presses Ctrl and a key: copy, cut, paste, select all, undo. */
  shortcut(): void {
    this.key("modifier", 420, 260);
    this.key("shortcut", 140, 95);
  }

  /** Takes own characters before the cursor to the clipboard, and says how many there were. */
  cut(characters: number): number {
    const removed = Math.min(characters, this.#cursor);
    this.shortcut();
    this.report({ type: "cut_event", t: 0, length: removed });
    return this.edit(removed, 0, "other");
  }

  /** Copies characters of the page. */
  copy(length: number): void {
    this.shortcut();
    this.report({ type: "copy_event", t: 0, length });
  }

  /** Pastes at the cursor. */
  paste(characters: number, origin: "exam" | "outside"): void {
    this.shortcut();
    this.report({ type: "paste_event", t: 0, length: characters, origin });
    this.edit(0, characters, "paste");
  }

  /** Looks at another tab (or, without, at another window) for so long. */
  away(ms: number, isTab = true): void {
    this.report({ type: "focus_change", t: 0, focused: false });
    if (isTab) this.report({ type: "tab_switch", t: 0, visible: false });
    this.wait(ms);
    if (isTab) this.report({ type: "tab_switch", t: 0, visible: true });
    this.report({ type: "focus_change", t: 0, focused: true });
    this.#releasedAtMs = null;
  }

  /** Opens another question, with an empty answer. */
  view(question: string): void {
    this.#question = question;
    this.length = 0;
    this.#cursor = 0;
    this.report({ type: "question_view", t: 0, question });
  }

  /** Chooses one answer. */
  select(choices = 1): void {
    this.events.push({ type: "answer_select", t: this.t, question: this.#question, choices });
  }

  /** Moves the pointer along a way, in viewport heights from its first time on; sampled as the client samples. */
  move(way: PointerWay, pointer: "mouse" | "touch" | "pen" = "mouse"): void {
    const beganMs = this.t;
    const { screenWidth, screenHeight } = SCREEN;
    for (const event of clientEvents(way, screenWidth, screenHeight, pointer === "touch")) {
      if (event.type === "mouse_data") this.events.push({ ...event, pointer, t: event.t + beganMs });
    }
    if (way.t.length > 0) this.nowMs = beganMs + Math.round(way.t[way.t.length - 1]);
  }

  /** Presses and releases at a place, as shares of the viewport. */
  click(x: number, y: number, pressMs: number, centre: number, pointer: "mouse" | "touch" | "pen" = "mouse"): void {
    const points: [number, number, number][] = [[0, share(x), share(y)]];
    this.report({ type: "mouse_data", t: 0, kind: "down", pointer, points, centre });
    this.nowMs += pressMs;
    this.report({ type: "mouse_data", t: 0, kind: "up", pointer, points });
  }

  /** Reports an event as of now. */
  report(event: CapturedEvent): void {
    this.events.push({ ...event, t: this.t });
  }
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

function share(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}
