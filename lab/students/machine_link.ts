import { AttemptLink } from "../../islands/link/attempt_link.ts";
import type { LinkStatus } from "../../islands/link/connection.ts";
import { HeldBatches } from "../../islands/link/held_batches.ts";
import { MemoryOutboxStore } from "../../islands/link/memory_outbox_store.ts";
import { Outbox } from "../../islands/link/outbox.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import { type AttemptState, isOver } from "../../protocol/exam.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { NodeWorld, type NodeWorldOptions } from "./node_world.ts";
import { WireWatch, type WireWatchListener } from "./wire_watch.ts";

interface MachineLinkOptions extends WireWatchListener {
  url: NodeWorldOptions["url"];
  /** The attempt's session token. */
  token: string;
  /** For jitter, in [0, 1). */
  random: () => number;
  /** Each step of the connection. After `closed` nothing more comes. */
  status?(status: LinkStatus): void;
}

/**
 * A student's link as a machine keeps it: the page's own, on a Node socket, with an outbox in memory, whole batches
 * and a watch on its wire. It ends by itself when the attempt is over and everything is acknowledged.
 */
export class MachineLink {
  readonly watch: WireWatch;
  attemptState: AttemptState = "active";
  /** How often a connection broke. */
  reconnects = 0;
  readonly #options: MachineLinkOptions;
  readonly #world: NodeWorld;
  readonly #outbox = new Outbox();
  readonly #link: AttemptLink;
  #status: LinkStatus = { kind: "connecting" };

  constructor(options: MachineLinkOptions) {
    const { url, token, random } = options;
    this.#options = options;
    this.watch = new WireWatch(options);
    this.#world = new NodeWorld({ url, random, wire: this.watch.wire });
    const world = this.watch.over(this.#world);
    const held = new HeldBatches(new MemoryOutboxStore(), token, this.#outbox, world.after, () => {});
    const listener = {
      settle: () => {},
      changed: () => this.#endIfOver(),
      shifted: () => {},
      // Nobody else writes to a machine's attempt: there is no text that would have to follow another device's.
      overtaken: () => Promise.resolve(null),
      message: (message: ServerToStudent) => this.#hear(message),
      status: (status: LinkStatus) => this.#follow(status),
    };
    this.#link = new AttemptLink(world, token, held, listener, 0);
  }

  /** Whether the server has said welcome on the present connection. */
  get isOnline(): boolean {
    return this.#status.kind === "online";
  }

  /** Whether it is closed for good. */
  get isClosed(): boolean {
    return this.#status.kind === "closed";
  }

  /** Batches held and not acknowledged. */
  get unacknowledged(): number {
    return this.#outbox.held.length;
  }

  /** Connects, and from then on keeps the connection. */
  start(): void {
    this.#link.start();
  }

  /** Takes events as the next batch. */
  add(events: CapturedEvent[]): void {
    this.#link.add(events);
  }

  /** Breaks the connection; it comes back by itself. */
  breakOff(): void {
    this.#world.breakOff();
  }

  /** Cuts the network. */
  goOffline(): void {
    this.#world.cut();
  }

  /** The network is back. */
  goOnline(): void {
    this.#world.mend();
    this.#link.retryNow();
  }

  /** Ends it for good. */
  stop(): void {
    this.#link.stop();
    this.#follow({ kind: "closed", code: 1000, reason: "" });
  }

  #hear(message: ServerToStudent): void {
    if (message.type === "welcome" || message.type === "submitted") this.attemptState = message.state;
    if (message.type === "admitted") this.attemptState = "active";
    if (message.type === "paused") this.attemptState = message.paused ? "paused" : "active";
    if (message.type === "locked") this.attemptState = message.locked ? "locked" : "active";
    this.#endIfOver();
  }

  #endIfOver(): void {
    if (isOver(this.attemptState) && this.unacknowledged === 0) this.stop();
  }

  #follow(status: LinkStatus): void {
    if (this.isClosed) return;
    if (status.kind === "waiting") this.reconnects++;
    this.#status = status;
    this.#options.status?.(status);
  }
}
