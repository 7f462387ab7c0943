import assert from "node:assert/strict";
import { MachineLink } from "../../lab/students/machine_link.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { sha256Hex } from "../../server/log/hash.ts";
import { storedAttempt } from "../../server/attempts/stored_attempt.ts";
import { createStores, type Stores } from "../../server/store/stores.ts";
import type { Instance } from "./site.ts";

/** Time between a student's batches, ms. */
const BATCH_MS = 1_000;

/** One student of a crowd, who writes on whatever happens. */
export class CrowdStudent {
  readonly link: MachineLink;
  readonly attemptId: string;
  /** Every batch that was written, in order. */
  readonly written: CapturedEvent[][] = [];
  /** When each batch went out, by number, on `performance`'s clock. */
  readonly sentMs = new Map<number, number>();
  /** Codes of closed connections. */
  readonly acks: number[] = [];
  #beganMs = performance.now();
  #length = 0;

  constructor(attemptId: string, token: string, seed: number, url: () => string) {
    this.attemptId = attemptId;
    this.link = new MachineLink({
      url,
      token,
      random: createRandom(seed),
      stored: ({ seq }) => this.acks.push(seq),
    });
  }

  /** Writes one word: keys, a pointer path and the edit. */
  write(): void {
    const t = Math.round(performance.now() - this.#beganMs);
    const word = `w${this.written.length + 1} `;
    const events: CapturedEvent[] = [...word].map((_, index) => ({
      dwell: 80,
      flight: 60,
      key: "letter",
      t: t + index,
      type: "keystroke_data",
    }));
    events.push({
      at: this.#length,
      inserted: word,
      question: "q1",
      removed: 0,
      t: t + word.length,
      type: "answer_edit",
    });
    this.#length += word.length;
    this.written.push(events);
    this.sentMs.set(this.written.length, performance.now());
    this.link.add(events);
  }
}

/** Students spread over instances, each writing a batch a second. */
export class Crowd {
  readonly students: CrowdStudent[];
  readonly #timers: ReturnType<typeof setInterval>[] = [];

  private constructor(students: CrowdStudent[]) {
    this.students = students;
  }

  /** @param instances Where students connect; one whose connection breaks tries the next. */
  static async join(instances: readonly Instance[], code: string, count: number): Promise<Crowd> {
    const students: CrowdStudent[] = [];
    for (let first = 0; first < count; first += 20) {
      const group = Array.from({ length: Math.min(20, count - first) }, (_, index) => first + index);
      students.push(
        ...await Promise.all(group.map(async (number) => {
          const joined = await instances[number % instances.length].join(`Student ${number}`, code);
          let turn = number;
          return new CrowdStudent(
            joined.attempt_id,
            joined.session_token,
            number,
            () => instances[turn++ % instances.length].url,
          );
        })),
      );
    }
    return new Crowd(students);
  }

  /** Connects everybody, and has each write once a second. */
  begin(): void {
    for (const [index, student] of this.students.entries()) {
      student.link.start();
      const offset = setTimeout(() => {
        this.#timers.push(setInterval(() => student.write(), BATCH_MS));
      }, index / this.students.length * BATCH_MS);
      this.#timers.push(offset);
    }
  }

  pause(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
  }

  get connected(): number {
    return this.students.filter(({ link }) => link.isOnline).length;
  }

  get unacknowledged(): number {
    return this.students.reduce((sum, { link }) => sum + link.unacknowledged, 0);
  }

  get problems(): string[] {
    return this.students.flatMap(({ link }) => link.watch.problems);
  }

  leave(): void {
    this.pause();
    for (const { link } of this.students) link.stop();
  }

  /** Reads every log and holds it against what was written: all of it, in order, once, in an unbroken chain. */
  async verify(kv: Deno.Kv): Promise<{ batches: number }> {
    const stores = createStores(kv);
    let batches = 0;
    assert.deepEqual(this.problems, []);
    for (const student of this.students) batches += await verifyLog(stores, student.attemptId, student.written);
    return { batches };
  }
}

/** Holds one log against what was written. @returns Its batches. */
export async function verifyLog(
  stores: Stores,
  attemptId: string,
  written: readonly (readonly CapturedEvent[])[],
): Promise<number> {
  const stored = await storedAttempt(stores, attemptId);
  assert.ok(stored !== null);
  const batches: CapturedEvent[][] = [];
  let chain: string | null = null;
  let n = 0;
  for await (const { entry, bytes } of stores.log.read(attemptId)) {
    if (chain !== null) assert.equal(entry.prev, chain, "the chain is unbroken");
    chain = sha256Hex(bytes);
    n = entry.n;
    if (entry.kind !== "batch") continue;
    batches.push([...entry.events]);
    assert.equal(entry.seq, batches.length, "numbers rise by one");
  }
  assert.equal(chain, stored.head.chain);
  assert.equal(n, stored.head.n);
  assert.equal(stored.head.lastSeq, batches.length);
  assert.deepEqual(batches, written);
  return batches.length;
}
