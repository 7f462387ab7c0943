import { CloseCode } from "../../protocol/close_codes.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import type { AttemptState } from "../../protocol/exam.ts";
import type { Notice } from "../../protocol/notice.ts";
import type { RiskLevel } from "../../protocol/risk.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { AttemptClock } from "../link/attempt_clock.ts";
import { AttemptLink } from "../link/attempt_link.ts";
import type { LinkStatus } from "../link/connection.ts";
import { HeldBatches } from "../link/held_batches.ts";
import type { LinkWorld } from "../link/link_world.ts";
import { Outbox } from "../link/outbox.ts";
import type { OutboxStore } from "../link/outbox_store.ts";
import type { WatchedStand } from "./watch_readers.ts";

/** How a watched attempt stands, for whoever shows it. */
export interface WatchStand {
  /**
   * `watching`, or why not: the network is away (`offline`: what happens is kept and sent later), a proctor has to let the student
   * in (`waiting`), has stopped the exam (`paused`, `locked`), it is over, or somewhere else goes on with it (`elsewhere`), or the server refuses it (`refused`).
   */
  state: "connecting" | "watching" | "offline" | "waiting" | "paused" | "locked" | "over" | "elsewhere" | "refused";
  /** Why it is paused, locked or refused, as somebody wrote it. */
  reason: string | null;
  /** Null while there is none, or where the exam does not show it. */
  risk: { risk: number; level: RiskLevel } | null;
  /** What proctors wrote that was not marked as read, oldest first. */
  notices: readonly Notice[];
  /** Batches that the server does not have yet. */
  unsent: number;
}

/** What a watched attempt is made of. */
interface WatchedParts {
  world: LinkWorld;
  store: OutboxStore;
  token: string;
  /** Asks how the attempt stands; rejects where the server does not say. */
  ask: () => Promise<WatchedStand>;
  /** Signals hand over what is open. */
  settle: () => void;
  changed: (stand: WatchStand) => void;
  /** Told the number of the last batch that the server has, as it grows. */
  acknowledged?: (lastSeq: number) => void;
}

const STATES: Readonly<Record<AttemptState, WatchStand["state"]>> = {
  active: "watching",
  waiting: "waiting",
  paused: "paused",
  locked: "locked",
  expired: "over",
  submitted: "over",
  terminated: "over",
};

/**
 * An attempt that is written on pages that are not ours: its connection, its clock, and how it stands. What happens goes
 * through the same outbox as on our own page.
 */
export class WatchedAttempt {
  readonly clock: AttemptClock;
  readonly #link: AttemptLink;
  readonly #parts: WatchedParts;
  #stand: WatchStand;
  #attemptState: AttemptState;
  #status: LinkStatus = { kind: "connecting" };
  /** What the student was told beside notices and has not been shown yet. */
  #unseen: string[] = [];

  private constructor(parts: WatchedParts, stand: WatchedStand, held: HeldBatches, lastT: number) {
    const { world } = parts;
    this.#parts = parts;
    this.#attemptState = stand.state;
    this.#stand = { state: "connecting", reason: null, risk: null, notices: [], unsent: 0 };
    this.clock = new AttemptClock(world.now, Math.max(stand.server_time - stand.started_at, lastT));
    this.#link = new AttemptLink(
      world,
      parts.token,
      held,
      {
        settle: () => parts.settle(),
        message: (message) => this.#hear(message, stand.started_at),
        status: (status) => {
          this.#status = status;
          this.#tell({});
        },
        changed: () => this.#tell({}),
        overtaken: async () => {
          const now = await parts.ask().catch(() => null);
          return now === null ? null : now.last_t ?? this.clock.t();
        },
        shifted: (ms) => this.clock.advance(ms),
      },
      lastT,
    );
  }

  /** Goes on with what was kept on this device. */
  static async open(parts: WatchedParts, stand: WatchedStand): Promise<WatchedAttempt> {
    const id = stand.attempt_id;
    const outbox = new Outbox(await parts.store.listBatches(id).catch(() => []), stand.last_seq);
    const held = new HeldBatches(parts.store, id, outbox, parts.world.after, () => {});
    held.onAcknowledged = (batches) => {
      const last = batches.at(-1);
      if (last !== undefined) parts.acknowledged?.(last.seq);
      return Promise.resolve();
    };
    const lastT = outbox.held.reduce((last, { events }) => Math.max(last, events.at(-1)?.t ?? 0), stand.last_t ?? 0);
    return new WatchedAttempt(parts, stand, held, lastT);
  }

  get stand(): WatchStand {
    return this.#stand;
  }

  get attemptState(): AttemptState {
    return this.#attemptState;
  }

  /** Whether what happens is to be captured now: not while the exam stands still, waits or is over. */
  get isRunning(): boolean {
    return this.#attemptState === "active" && this.#status.kind !== "closed";
  }

  /** Connects. */
  start(): void {
    this.#link.start();
  }

  /** Takes an event; nothing happens while the exam stands still. */
  record(event: CapturedEvent): void {
    if (this.isRunning) this.#link.record(event);
  }

  /** Asks for a proctor. @returns False where nobody can be told now. */
  call(text?: string): boolean {
    return this.#link.tell({ type: "call", ...(text !== undefined && { text }) });
  }

  /** The student has read what a proctor wrote. */
  read(id: string): void {
    this.#link.seen(id);
    this.#tell({ notices: this.#stand.notices.filter((notice) => notice.id !== id) });
  }

  /** Somebody looks at how the attempt stands: what the student was told has been seen. */
  shown(): void {
    for (const id of this.#unseen.splice(0)) this.#link.seen(id);
  }

  /** The page is hidden, or going away: what is open is stored and sent. */
  flush(): void {
    this.#link.flushNow();
  }

  /** The network may be back. */
  retry(): void {
    this.#link.retryNow();
  }

  /** Resolves true once the server has everything, false where it did not in time. @param withinMs How long to wait, ms. */
  drained(withinMs: number): Promise<boolean> {
    return this.#link.drained(withinMs);
  }

  /** Ends the connection; what is held stays on this device. */
  stop(): void {
    this.#link.stop();
  }

  #hear(message: ServerToStudent, startedAt: number): void {
    if ("server_time" in message) this.clock.catchUp(message.server_time - startedAt);
    switch (message.type) {
      case "welcome":
        this.#unseen = [...(message.unseen ?? [])];
        return this.#follow(message.state, message.reason ?? null, message.notices ?? []);
      case "admitted":
        this.#unseen.push(...(message.unseen ?? []));
        return this.#follow("active", null);
      case "paused":
        this.#unseen.push(...(message.unseen ?? []));
        return this.#follow(message.paused ? "paused" : "active", message.reason);
      case "locked":
        this.#unseen.push(...(message.unseen ?? []));
        return this.#follow(message.locked ? "locked" : "active", message.reason);
      case "time":
        this.#unseen.push(...(message.unseen ?? []));
        return this.#tell({});
      case "submitted":
        return this.#follow(message.state, null);
      case "notice": {
        const { id, kind, text, at } = message;
        return this.#tell({ notices: [...this.#stand.notices.filter((one) => one.id !== id), { id, kind, text, at }] });
      }
      case "risk":
      case "high_risk_alert":
        return this.#tell({ risk: { risk: message.risk, level: message.level } });
    }
  }

  #follow(state: AttemptState, reason: string | null, notices: readonly Notice[] = this.#stand.notices): void {
    this.#attemptState = state;
    this.#tell({ reason, notices });
  }

  #tell(change: Partial<WatchStand>): void {
    const unsent = this.#link?.heldBatches.length ?? 0;
    this.#stand = { ...this.#stand, ...change, unsent, state: this.#shown() };
    this.#parts.changed(this.#stand);
  }

  #shown(): WatchStand["state"] {
    if (STATES[this.#attemptState] === "over") return "over";
    switch (this.#status.kind) {
      case "connecting":
        return "connecting";
      case "waiting":
        return "offline";
      case "online":
        return STATES[this.#attemptState];
      case "closed":
        if (this.#status.code === CloseCode.finished) return "over";
        return this.#status.code === CloseCode.taken_over ? "elsewhere" : "refused";
    }
  }
}
