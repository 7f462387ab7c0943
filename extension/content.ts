import { AttemptClock } from "../islands/link/attempt_clock.ts";
import { StatusBar } from "../islands/watch/status_bar.ts";
import { type WatchedPage, watchPage } from "../islands/watch/watch_page.ts";
import { WatchWords } from "../islands/watch/watch_words.ts";
import type { CapturedEvent } from "../protocol/events.ts";
import { ask, type Told } from "./messages.ts";

/** How often what was captured is handed over, ms. */
const HAND_OVER_MS = 1_000;

/** Events that wait while the service worker cannot be reached, at most; the oldest go first. */
const MOST_WAITING = 20_000;

/** What the extension itself tells of the whole window: not each page of it. */
const OF_THE_WINDOW: ReadonlySet<CapturedEvent["type"]> = new Set(["focus_change", "tab_switch"]);
/** What the frames of a page would tell again. */
const OF_THE_TOP: ReadonlySet<CapturedEvent["type"]> = new Set([
  "window_resize",
  "fullscreen_change",
  "display_change",
  "connection_change",
  "idle",
]);

/** Watches one page, or one frame of one, and hands what it captures to the service worker. */
class ContentWatch {
  readonly #isTop = globalThis.window === globalThis.top;
  #clock: AttemptClock | null = null;
  /** What this page watches. */
  #attemptId = "";
  readonly #listening = new AbortController();
  readonly #hear = (told: Told) => this.#follow(told);
  #page: WatchedPage | null = null;
  #hasStarted = false;
  #bar: StatusBar | null = null;
  #waiting: CapturedEvent[] = [];
  #isHandingOver = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  async start(): Promise<void> {
    this.#follow(await ask({ type: "how" }));
    chrome.runtime.onMessage.addListener(this.#hear);
    const { signal } = this.#listening;
    this.#timer = setInterval(() => void this.#handOver(), HAND_OVER_MS);
    addEventListener("pagehide", () => void this.#handOver(), { signal });
    document.addEventListener("visibilitychange", () => void this.#handOver(), { signal });
  }

  #follow(told: Told | null): void {
    if (told === null) return;
    const { session, stand, isCapturing, t } = told;
    if (session === null || stand === null) return this.#stop();
    // Another exam begins in a page that stayed open: nothing of the first one belongs to it.
    if (this.#attemptId !== "" && this.#attemptId !== session.attemptId) return this.#stop();
    this.#attemptId = session.attemptId;
    if (this.#clock === null) this.#clock = new AttemptClock(() => performance.now(), t);
    else this.#clock.catchUp(t);
    if (isCapturing && this.#page === null) this.#capture(this.#clock);
    if (!isCapturing) {
      this.#page?.stop();
      this.#page = null;
      // The student has paused it, or it stands still: what was not handed over by then is nobody's business.
      this.#waiting = [];
    }
    if (!this.#isTop) return;
    this.#bar ??= new StatusBar(new WatchWords(session.spoken), session.showRisk, {
      explain: () => ask({ type: "explain" }),
      call: () => ask({ type: "call" }),
      read: (id) => void ask({ type: "read", id }),
      shown: () => void ask({ type: "shown" }),
    });
    this.#bar.update(stand);
  }

  #capture(clock: AttemptClock): void {
    this.#page = watchPage(
      {
        record: (event) => {
          if (OF_THE_WINDOW.has(event.type) || (!this.#isTop && OF_THE_TOP.has(event.type))) return;
          this.#waiting.push(event);
          if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
        },
        t: (at) => clock.t(at),
        now: () => performance.now(),
      },
      { root: document.body, by: "extension", isFirst: this.#isTop && !this.#hasStarted },
    );
    this.#hasStarted = true;
  }

  async #handOver(): Promise<void> {
    if (this.#isHandingOver) return;
    this.#isHandingOver = true;
    this.#page?.settle();
    const events = this.#waiting;
    this.#waiting = [];
    try {
      const told = await ask({ type: "events", attemptId: this.#attemptId, events });
      if (told === null) throw new Error("The worker could not take them");
      this.#follow(told);
    } catch {
      if (chrome.runtime?.id === undefined) return this.#stop();
      // The worker was just being stopped: it wakes for the next try.
      this.#waiting = [...events, ...this.#waiting].slice(-MOST_WAITING);
    } finally {
      this.#isHandingOver = false;
    }
  }

  /** The watching has ended, or the extension is gone: this page is left as it was. */
  #stop(): void {
    clearInterval(this.#timer);
    this.#listening.abort();
    chrome.runtime?.onMessage?.removeListener(this.#hear);
    globalThis.isInvigilHere = false;
    this.#waiting = [];
    this.#page?.stop();
    this.#page = null;
    this.#bar?.remove();
    this.#bar = null;
  }
}

declare global {
  var isInvigilHere: boolean | undefined;
}

// A page that was open when the watching began may be given the script twice.
if (globalThis.isInvigilHere !== true) {
  globalThis.isInvigilHere = true;
  void new ContentWatch().start();
}
