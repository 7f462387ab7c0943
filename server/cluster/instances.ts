import type { InstanceRecord, InstanceStore } from "../store/instance_store.ts";
import { Siblings } from "./siblings.ts";
import { withinTime } from "../store/within_time.ts";

/** How often an instance says that it is there, and looks for the others, ms. */
export const HEARTBEAT_MS = 1_000;

/** An instance that has not been heard of for this long is gone, ms. */
const GONE_AFTER_MS = 4_000;

interface Known {
  beat: number;
  /** Whether it lives in this process. */
  isSibling: boolean;
  heardAt: number;
  rooms: ReadonlySet<string>;
  /** How far its server time is ahead of ours, ms; 0 where it has not said. */
  aheadMs: number;
}

/**
 * The instances that share a store: each writes a heartbeat with the rooms that it shows, under a key of its own.
 * With one instance alone, everything about several costs one small write a second.
 */
export class Instances {
  readonly id: string;
  readonly #store: InstanceStore;
  readonly #now: () => number;
  readonly #serverTime: () => number;
  readonly #siblings: Siblings;
  readonly #known = new Map<string, Known>();
  readonly #rooms = new Set<string>();
  #beat = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #work: Promise<void> | null = null;
  #isWanted = false;
  /** Told when another instance begins to show an exam's room. */
  onWanted: (examId: string) => void = () => {};
  /** Told when an instance is gone. */
  onGone: (instanceId: string) => void = () => {};

  /**
   * @param now ms of a clock that never runs backwards.
   * @param serverTime ms since 1970, for the others to hold theirs against.
   * @param siblings Those in this process hear of a room that is shown at once.
   */
  constructor(
    store: InstanceStore,
    id: string,
    now: () => number,
    serverTime: () => number,
    siblings: Siblings = new Siblings(),
  ) {
    this.#store = store;
    this.#serverTime = serverTime;
    this.#siblings = siblings;
    siblings.listen("instances", () => void this.beat());
    this.id = id;
    this.#now = now;
  }

  /** Other instances that are there. */
  get others(): string[] {
    return [...this.#known.keys()];
  }

  /** Whether an instance, this one included, is there. */
  isThere(instanceId: string): boolean {
    return instanceId === this.id || this.#known.has(instanceId);
  }

  /** How far the other instances' server times are from ours, ms: the largest difference. */
  get clockSpreadMs(): number {
    return Math.max(0, ...Array.from(this.#known.values(), ({ aheadMs }) => Math.abs(aheadMs)));
  }

  /** Other instances that are in other processes. */
  get outside(): string[] {
    return [...this.#known].flatMap(([id, { isSibling }]) => isSibling ? [] : [id]);
  }

  /** Whether another instance shows an exam's room. */
  isWanted(examId: string): boolean {
    return this.isWantedHere(examId) || this.isWantedOutside(examId);
  }

  /** Whether another instance of this process shows an exam's room. */
  isWantedHere(examId: string): boolean {
    for (const { rooms, isSibling } of this.#known.values()) if (isSibling && rooms.has(examId)) return true;
    return false;
  }

  /** Whether an instance of another process shows an exam's room. */
  isWantedOutside(examId: string): boolean {
    for (const { rooms, isSibling } of this.#known.values()) if (!isSibling && rooms.has(examId)) return true;
    return false;
  }

  /** Says that this instance shows an exam's room, or no longer does. */
  show(examId: string, isShown: boolean): void {
    if (isShown) this.#rooms.add(examId);
    else this.#rooms.delete(examId);
    void this.beat().then(() => this.#siblings.tell("instances", this.id));
  }

  async start(): Promise<void> {
    await this.beat();
    this.#timer = setInterval(() => void this.beat(), HEARTBEAT_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#work;
    await this.#store.remove(this.id).catch(() => {});
  }

  /** One heartbeat, and one look at the others. Those that come while one is under way are one more. */
  beat(): Promise<void> {
    this.#isWanted = true;
    this.#work ??= this.#exchangeWhileWanted();
    return this.#work;
  }

  async #exchangeWhileWanted(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      await withinTime(this.#exchange(), GONE_AFTER_MS).catch(() => {
        // A store that does not answer: the others will think this instance gone, and they are right.
      });
    }
    this.#work = null;
  }

  async #exchange(): Promise<void> {
    const process = this.#siblings.name ?? undefined;
    await this.#store.put(this.id, { beat: ++this.#beat, rooms: [...this.#rooms], at: this.#serverTime(), process });
    const now = this.#now();
    for (const { instanceId, record } of await this.#store.list()) {
      if (instanceId !== this.id) this.#hear(instanceId, record, now);
    }
    for (const [instanceId, { heardAt }] of this.#known) {
      if (now - heardAt <= GONE_AFTER_MS) continue;
      this.#known.delete(instanceId);
      this.onGone(instanceId);
      await this.#store.remove(instanceId);
    }
  }

  #hear(instanceId: string, { beat, rooms: shown, at, process }: InstanceRecord, now: number): void {
    const before = this.#known.get(instanceId);
    const rooms = new Set(shown);
    const isNews = before === undefined || before.beat !== beat;
    // The first that is heard of an instance may be what a dead one has left.
    const aheadMs = before === undefined || at === undefined ? 0 : isNews ? at - this.#serverTime() : before.aheadMs;
    const isSibling = process !== undefined && process === this.#siblings.name;
    this.#known.set(instanceId, { beat, isSibling, heardAt: isNews ? now : before.heardAt, rooms, aheadMs });
    for (const examId of rooms) if (!before?.rooms.has(examId)) this.onWanted(examId);
  }
}
