import { hash } from "node:crypto";
import type { LinkWorld } from "../../islands/link/link_world.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import { ServerToStudent, type StudentToServer } from "../../protocol/student_messages.ts";
import type { WireFormat } from "./node_world.ts";

/** A batch that went out. */
interface SentBatch {
  seq: number;
  events: readonly CapturedEvent[];
  /** When it last went out, on the monotonic clock, ms. */
  sentMs: number;
}

export interface WireWatchListener {
  sent?(batch: SentBatch): void;
  /** A batch is durable. `latencyMs` is from its last sending; null where only a later welcome said so. */
  stored?(batch: SentBatch, latencyMs: number | null): void;
}

/**
 * Watches what goes over a link's wire, and notes in `problems` what the server promised and did not keep. It knows
 * nothing of how the link works: what it witnesses does not rest on the client being right.
 */
export class WireWatch {
  /** What the server did that it must never do; empty in a good run. */
  readonly problems: string[] = [];
  resends = 0;
  readonly #listener: WireWatchListener;
  /** What went out and is not known to be durable, by number. */
  readonly #sent = new Map<number, SentBatch>();
  #acknowledged = 0;
  #highestSent = 0;

  constructor(listener: WireWatchListener = {}) {
    this.#listener = listener;
  }

  /** Highest acknowledged batch; 0 for none. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Messages as JSON, each of the server's held against the protocol's schema. */
  readonly wire: WireFormat = {
    write: (message) => JSON.stringify(message),
    read: (text) => {
      const parsed = ServerToStudent.safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data;
      this.problems.push(`not a message of the protocol: ${text.slice(0, 200)}`);
      return null;
    },
  };

  /** The world with this watch on every connection. */
  over(world: LinkWorld): LinkWorld {
    return {
      now: () => world.now(),
      wallNow: () => world.wallNow(),
      random: () => world.random(),
      after: (ms, run) => world.after(ms, run),
      hash: (events) => world.hash(events),
      connect: (handlers) => {
        const transport = world.connect({
          ...handlers,
          received: (message) => {
            // Before the link hears it: what the link sends in answer belongs behind it.
            if (message !== null) this.#heard(message, world.now());
            handlers.received(message);
          },
        });
        return {
          send: (message) => {
            this.#sending(message, world.now());
            transport.send(message);
          },
          close: () => transport.close(),
        };
      },
    };
  }

  #sending(message: StudentToServer, sentMs: number): void {
    if (message.type !== "batch") return;
    const { seq, events } = message;
    if (seq <= this.#highestSent) this.resends++;
    this.#highestSent = Math.max(this.#highestSent, seq);
    const batch = { seq, events, sentMs };
    this.#sent.set(seq, batch);
    this.#listener.sent?.(batch);
  }

  #heard(message: ServerToStudent, now: number): void {
    switch (message.type) {
      case "welcome":
        return this.#welcomed(message.last_seq, message.last_hash);
      case "ack":
        if (message.seq > this.#highestSent) this.problems.push(`ack ${message.seq} of a batch that was never sent`);
        return this.#stored(this.#take(message.seq), now);
      case "expected":
      case "conflict":
        // What was sent from here on goes out again, perhaps under other numbers.
        for (const seq of this.#sent.keys()) if (seq >= message.seq) this.#sent.delete(seq);
    }
  }

  #welcomed(lastSeq: number, lastHash: string | null): void {
    if (lastSeq < this.#acknowledged) {
      this.problems.push(`batch ${this.#acknowledged} was acknowledged, and welcome says ${lastSeq}`);
    }
    const sent = this.#take(lastSeq);
    // What the server does not have goes out again.
    this.#sent.clear();
    const last = sent.find((batch) => batch.seq === lastSeq);
    if (last !== undefined && hash("sha256", JSON.stringify(last.events), "hex") === lastHash) this.#stored(sent, null);
  }

  /** Takes out what was sent up to a number, in order. */
  #take(throughSeq: number): SentBatch[] {
    const taken: SentBatch[] = [];
    for (const [seq, batch] of this.#sent) {
      if (seq > throughSeq) continue;
      this.#sent.delete(seq);
      taken.push(batch);
    }
    return taken;
  }

  /** @param now Of the ack; null where there was none. */
  #stored(batches: readonly SentBatch[], now: number | null): void {
    for (const batch of batches) {
      if (batch.seq <= this.#acknowledged) continue;
      this.#acknowledged = batch.seq;
      this.#listener.stored?.(batch, now === null ? null : now - batch.sentMs);
    }
  }
}
