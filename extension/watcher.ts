import { browserWorld } from "../islands/link/browser_world.ts";
import { IndexedDbOutboxStore, openStudentDatabase } from "../islands/link/indexed_db_outbox_store.ts";
import { MemoryOutboxStore } from "../islands/link/memory_outbox_store.ts";
import type { OutboxStore } from "../islands/link/outbox_store.ts";
import { callServer, RefusedCall } from "../islands/watch/watch_call.ts";
import {
  readBegun,
  readSpokenRisk,
  readStand,
  type SpokenRisk,
  type WatchedStand,
} from "../islands/watch/watch_readers.ts";
import { WatchedAttempt } from "../islands/watch/watched_attempt.ts";
import type { CapturedEvent } from "../protocol/events.ts";
import { showBadge } from "./badge.ts";
import type { Pending, Session, Told } from "./messages.ts";
import { forgetAll, forgetPending, readPending, readSession, writeSession } from "./session_store.ts";
import { leavePages, mayWatch, TabWatch, tellPages, watchPages } from "./watched_tabs.ts";

/** How long a stop waits for what is under way, ms. */
const DRAIN_WITHIN_MS = 8_000;

/** How often a sleeping service worker is woken to look after the connection, minutes: the browser's least. */
const WAKE_EVERY_MINUTES = 0.5;

const WAKE = "wake";

/** The one attempt that the extension watches, put together anew whenever the browser wakes the service worker. */
export class Watcher {
  #opening: Promise<void> | null = null;
  #beginning: Promise<string | null> | null = null;
  /** Why the last begin failed, for whoever asks after it. */
  #problem: string | null = null;
  #session: Session | null = null;
  #attempt: WatchedAttempt | null = null;
  #store: OutboxStore | null = null;
  /** What pages were told last. */
  #said = "";
  readonly #tabs = new TabWatch();

  /** Goes on with what was under way, if anything was. */
  wake(): Promise<void> {
    this.#opening ??= this.#open().catch((error) => {
      // The next who wakes it tries again.
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  /** Begins with what somebody has agreed to, once the permission is there. @returns Why it cannot; null where it did. */
  begin(): Promise<string | null> {
    // The popup and the browser's own word of the permission come in any order: both mean the same begin.
    this.#beginning ??= this.#takeUp().finally(() => this.#beginning = null);
    return this.#beginning;
  }

  async #takeUp(): Promise<string | null> {
    await this.wake().catch(() => {});
    const pending = await readPending();
    if (pending === null || this.#session !== null) return this.#problem;
    const { watchedOrigin } = pending.exam;
    if (!await mayWatch(watchedOrigin)) return null;
    try {
      await this.#begin(pending);
      this.#problem = null;
    } catch (error) {
      this.#problem = error instanceof RefusedCall && error.code !== "unreachable" ? error.message : "";
      // What was not reached may be tried again by the same id; what was refused is over.
      if (this.#session === null) await leavePages(watchedOrigin);
    }
    return this.#problem;
  }

  /** How it stands, for pages and the popup. */
  get told(): Told {
    const session = this.#session;
    const stand = this.#attempt?.stand ?? null;
    if (session === null) return { session: null, stand: null, isCapturing: false, t: 0 };
    const { attemptId, code, title, watchedOrigin, showRisk, spoken, isPaused } = session;
    return {
      session: { attemptId, code, title, watchedOrigin, showRisk, spoken, isPaused },
      stand,
      isCapturing: !isPaused && this.#attempt?.isRunning === true,
      t: this.#attempt?.clock.t() ?? 0,
    };
  }

  /** Takes events of a page. @param attemptId Of what the page has watched: another one's are nobody's here. */
  record(events: readonly CapturedEvent[], attemptId = this.#session?.attemptId): void {
    if (this.#session?.isPaused !== false || attemptId !== this.#session.attemptId) return;
    for (const event of events) this.#attempt?.record(event);
  }

  /** A tab or a window has changed: whether the student is in a watched page is recorded. */
  async look(): Promise<void> {
    if (this.#session === null || this.#attempt === null || !this.told.isCapturing) return;
    // Without the permission every page seems to be another one.
    if (!await mayWatch(this.#session.watchedOrigin)) return;
    this.record(await this.#tabs.changes(this.#session.watchedOrigin, this.#attempt.clock.t()));
  }

  /** Looks after the connection, after a sleep. */
  retry(): void {
    this.#attempt?.retry();
  }

  async explain(): Promise<SpokenRisk | null> {
    if (this.#session === null) return null;
    const { server, token, spoken: { language } } = this.#session;
    return await callServer(server, "/risk_score", { token, language }).then(readSpokenRisk, () => null);
  }

  call(): boolean {
    return this.#attempt?.call() ?? false;
  }

  read(id: string): void {
    this.#attempt?.read(id);
  }

  shown(): void {
    this.#attempt?.shown();
  }

  /** The student pauses the watching, or goes on. Proctors are told that it is paused, as soon as there is a network. */
  async pause(isPaused: boolean): Promise<void> {
    if (this.#session === null) return;
    await this.#keep({ ...this.#session, isPaused, isPauseUntold: isPaused });
    this.#show();
    if (!isPaused) await this.look();
  }

  /** The browser has taken the permission away: nothing can be watched until the student gives it again. */
  async permissionsRemoved(): Promise<void> {
    if (this.#session !== null && !await mayWatch(this.#session.watchedOrigin)) await this.pause(true);
  }

  /**
   * Hands the attempt in and removes everything: what is kept, the script in pages, the permission.
   *
   * @param losesUnsent Whether it ends also where the server does not have everything.
   * @returns Whether it ended.
   */
  async stop(losesUnsent: boolean): Promise<boolean> {
    const [session, attempt] = [this.#session, this.#attempt];
    if (session === null) return true;
    const { server, token, spoken: { language }, watchedOrigin, attemptId } = session;
    const isOver = attempt === null || attempt.stand.state === "over";
    const isSent = attempt === null || await attempt.drained(losesUnsent ? 0 : DRAIN_WITHIN_MS);
    if (!isSent && !losesUnsent) return false;
    if (!isOver) {
      const isIn = await callServer(server, "/submit_exam", { token, body: {}, language }).then(
        () => true,
        () => false,
      );
      if (!isIn && !losesUnsent) return false;
    }
    attempt?.stop();
    this.#attempt = null;
    this.#session = null;
    await tellPages(watchedOrigin, this.told);
    await leavePages(watchedOrigin);
    await this.#store?.forget(attemptId);
    await forgetAll();
    await chrome.alarms.clear(WAKE);
    this.#show();
    return true;
  }

  async #begin({ server, body, exam }: Pending): Promise<void> {
    const { language } = exam.spoken;
    const { attempt_id, session_token } = readBegun(await callServer(server, "/start_exam", { body, language }));
    const now = Date.now();
    // Kept before anything else can fail: a personal token begins once.
    await this.#keep({
      ...exam,
      server,
      token: session_token,
      attemptId: attempt_id,
      isPaused: false,
      isPauseUntold: false,
      known: { state: "waiting", startedAt: now, deadline: now, serverTime: now, lastSeq: 0, lastT: 0, at: now },
    });
    await forgetPending();
    this.#opening = null;
    await this.wake();
  }

  async #open(): Promise<void> {
    const session = await readSession();
    this.#session = session;
    if (session === null) return this.#show();
    const { server, token, spoken: { language } } = session;
    const ask = async () => readStand(await callServer(server, "/api/attempt", { token, language }));
    const stand = await ask().catch((error) => standOf(session, error));
    await this.#keep({ ...session, known: { ...knownOf(stand), at: Date.now() } });
    this.#store = await openStore();
    const world = browserWorld(server, (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    });
    const attempt = await WatchedAttempt.open({
      world,
      store: this.#store,
      token,
      ask,
      settle: () => {},
      changed: () => this.#show(),
      acknowledged: (lastSeq) => void this.#acknowledged(lastSeq),
    }, stand);
    this.#attempt = attempt;
    await chrome.alarms.create(WAKE, { periodInMinutes: WAKE_EVERY_MINUTES });
    attempt.start();
    this.#show();
    // Also after a sleep: an update of the extension takes its scripts out of the browser.
    await watchPages(session.watchedOrigin);
    await this.look();
  }

  /** What the server has is remembered: whoever wakes without a network numbers on from there. */
  async #acknowledged(lastSeq: number): Promise<void> {
    if (this.#session === null || this.#attempt === null) return;
    const t = this.#attempt.clock.t();
    const { known } = this.#session;
    await this.#keep({
      ...this.#session,
      known: { ...known, lastSeq, lastT: t, serverTime: known.startedAt + t, at: Date.now() },
    });
  }

  async #keep(session: Session): Promise<void> {
    this.#session = session;
    await writeSession(session);
  }

  /** Shows how it stands: at the extension's button, and to pages where that matters to them. */
  #show(): void {
    const { told } = this;
    void showBadge(told);
    const session = this.#session;
    if (session === null || told.stand === null || this.#attempt === null) return;
    if (session.isPauseUntold && this.#attempt.call(session.spoken.texts["extension.pausedCall"])) {
      void this.#keep({ ...session, isPauseUntold: false });
    }
    const { attemptState } = this.#attempt;
    // Whoever wakes without a network has to know that it was paused, or over.
    if (attemptState !== session.known.state) {
      void this.#keep({ ...this.#session ?? session, known: { ...session.known, state: attemptState } });
    }
    const said = JSON.stringify([
      session.attemptId,
      told.isCapturing,
      told.stand.state,
      told.stand.reason,
      told.stand.notices,
    ]);
    if (said === this.#said) return;
    this.#said = said;
    void tellPages(session.watchedOrigin, told);
  }
}

function knownOf(stand: WatchedStand): Omit<Session["known"], "at"> {
  const { state, started_at: startedAt, server_time: serverTime, last_seq: lastSeq, last_t: lastT = 0, deadline } =
    stand;
  return { state, startedAt, deadline, serverTime, lastSeq, lastT };
}

/** How an attempt stands as far as this device knows, where the server did not say. @param error Why it did not. */
function standOf({ attemptId, known }: Session, error: unknown): WatchedStand {
  const { startedAt, deadline, serverTime, lastSeq, lastT, at } = known;
  // No other clock outlives the service worker. It is bound by the exam's end: a wrong one cannot run away.
  const now = Math.min(serverTime + Math.max(0, Date.now() - at), deadline);
  const isRefused = error instanceof RefusedCall && error.code !== "unreachable";
  const isOver = known.state === "active" && now >= deadline;
  return {
    attempt_id: attemptId,
    state: isRefused ? "terminated" : isOver ? "expired" : known.state,
    started_at: startedAt,
    server_time: now,
    last_seq: lastSeq,
    last_t: lastT,
    deadline,
  };
}

/** The extension's own database, or memory where the browser denies it. */
async function openStore(): Promise<OutboxStore> {
  try {
    return new IndexedDbOutboxStore(await openStudentDatabase());
  } catch {
    return new MemoryOutboxStore();
  }
}
