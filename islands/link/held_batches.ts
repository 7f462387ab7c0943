import type { CapturedEvent } from "../../protocol/events.ts";
import { type HeldBatch, Outbox, type OutboxChange } from "./outbox.ts";
import type { OutboxStore } from "./outbox_store.ts";

/** A write that takes longer than this counts as failed, in ms: work must not wait for a broken disk. */
const WRITE_TIMEOUT_MS = 3_000;

/**
 * The outbox with its copy on disk. A batch leaves for the server only once it is on the student's disk, so that
 * after a crash of the tab nothing is sent twice under two numbers. Where the disk fails, work goes on in memory,
 * and the page is told.
 */
export class HeldBatches {
  readonly outbox: Outbox;
  readonly #store: OutboxStore;
  readonly #attemptId: string;
  readonly #after: (ms: number, run: () => void) => () => void;
  readonly #onDurable: (isDurable: boolean) => void;
  /** Batches whose write is under way. */
  readonly #writing = new Set<HeldBatch>();
  #isRewriting = false;
  #isRewriteDue = false;
  #isDurable = true;
  /** Nothing leaves while it is being found out what the server has. */
  isBlocked = false;
  onChange: () => void = () => {};
  /** Told what the server has by now; the device keeps it until this resolves. */
  onAcknowledged: (batches: readonly HeldBatch[]) => Promise<void> = () => Promise.resolve();

  /**
   * @param after Runs something later; the answer calls it off.
   * @param onDurable Told when writing to disk fails, and when it works again.
   */
  constructor(
    store: OutboxStore,
    attemptId: string,
    outbox: Outbox,
    after: (ms: number, run: () => void) => () => void,
    onDurable: (isDurable: boolean) => void,
  ) {
    this.#store = store;
    this.#attemptId = attemptId;
    this.outbox = outbox;
    this.#after = after;
    this.#onDurable = onDurable;
  }

  /** Numbers a batch and writes it. */
  seal(events: CapturedEvent[], sentAt: number): void {
    const batch = this.outbox.seal(events, sentAt);
    // After a failure everything held is written again: what failed then is missing on disk.
    if (!this.#isDurable || this.#isRewriting) return this.#rewrite();
    this.#writing.add(batch);
    void this.#within(this.#store.putBatch(this.#attemptId, batch)).then((isWritten) => {
      this.#writing.delete(batch);
      this.#setDurable(isWritten);
      this.onChange();
    });
  }

  /**
   * The batch to send now, or null.
   *
   * @param isReady Overrides the wait for the disk, but for what was numbered anew: it stands there under its old number, and a page
   * that goes on from that would send it a second time.
   */
  next(isReady?: (batch: HeldBatch) => boolean): HeldBatch | null {
    if (this.isBlocked || (this.#isRewriting && this.#isDurable)) return null;
    return this.outbox.next(isReady ?? ((batch) => this.#isOnDisk(batch)));
  }

  welcome(lastSeq: number, isOurs: boolean | null): void {
    const before = [...this.outbox.held];
    this.#follow(this.outbox.welcome(lastSeq, isOurs), before);
  }

  ack(seq: number): void {
    const before = [...this.outbox.held];
    this.#follow(this.outbox.ack(seq), before);
  }

  expected(seq: number): void {
    this.#follow(this.outbox.expected(seq));
  }

  conflict(seq: number, lastSeq: number, shiftMs: number): void {
    this.#follow(this.outbox.conflict(seq, lastSeq, shiftMs));
  }

  /** True as well where the disk fails: then there is nothing to wait for. */
  #isOnDisk(batch: HeldBatch): boolean {
    return !this.#isDurable || (!this.#isRewriting && !this.#writing.has(batch));
  }

  /** @param before What was held until then. */
  #follow(change: OutboxChange, before: readonly HeldBatch[] = []): void {
    if (change.isRenumbered) this.#rewrite();
    else if (change.dropThrough !== undefined) {
      const through = change.dropThrough;
      // A copy that stays is sent again after a reload, and answered with the same ack.
      this.onAcknowledged(before.filter(({ seq }) => seq <= through))
        .then(() => this.#store.dropBatches(this.#attemptId, through)).catch(() => {});
    }
    this.onChange();
  }

  #rewrite(): void {
    this.#isRewriteDue = true;
    if (this.#isRewriting) return;
    this.#isRewriting = true;
    this.#isRewriteDue = false;
    void this.#within(this.#store.replaceBatches(this.#attemptId, this.outbox.held)).then((isWritten) => {
      this.#isRewriting = false;
      this.#setDurable(isWritten);
      if (this.#isRewriteDue) this.#rewrite();
      this.onChange();
    });
  }

  #setDurable(isDurable: boolean): void {
    if (isDurable === this.#isDurable) return;
    this.#isDurable = isDurable;
    this.#onDurable(isDurable);
  }

  #within(write: Promise<void>): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (isWritten: boolean) => {
        cancel();
        resolve(isWritten);
      };
      const cancel = this.#after(WRITE_TIMEOUT_MS, () => resolve(false));
      write.then(() => settle(true), () => settle(false));
    });
  }
}
