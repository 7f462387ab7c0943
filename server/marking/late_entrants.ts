import { readRoster } from "../exams/roster/roster_lines.ts";
import type { Stores } from "../store/stores.ts";

/** How long it is taken that somebody of a roster may begin still, ms: many students ask for their results in the same minute. */
const KNOWN_MS = 5_000;

/** Somebody who has not begun, and may for longer than everybody else. */
interface Late {
  /** What the roster's line is stored under. */
  hash: string;
  /** ms since 1970. */
  closesAt: number;
}

/** Who of an exam's roster may begin late, as it was read. */
interface Known {
  /** Of the roster: another one where staff have changed it since. */
  revision: string | null;
  late: Late[];
  /** ms since 1970. */
  at: number;
}

/**
 * Who may begin an exam after everybody else, by a roster's line with times of its own or by a make-up sitting. A roster is read
 * once until its staff change it; after that only those who were late then, and only every few seconds.
 */
export class LateEntrants {
  readonly #stores: Pick<Stores, "roster">;
  readonly #known = new Map<string, Known>();
  readonly #reads = new Map<string, Promise<Known>>();

  constructor(stores: Pick<Stores, "roster">) {
    this.#stores = stores;
  }

  /** Whether any line of an exam's roster has not begun, and closes after `now` (ms since 1970) by times of its own. */
  async mayBegin(examId: string, now: number): Promise<boolean> {
    // Read before the lines, so that a change meanwhile makes them be read again.
    const revision = (await this.#stores.roster.revision(examId)).versionstamp;
    const known = this.#known.get(examId);
    if (known?.revision === revision) {
      const late = known.late.filter(({ closesAt }) => closesAt > now);
      if (late.length === 0) return false;
      if (now - known.at < KNOWN_MS) return true;
    }
    return (await this.#readOnce(examId, revision, now)).late.some(({ closesAt }) => closesAt > now);
  }

  /** Who asks while the same is read waits for that. */
  #readOnce(examId: string, revision: string | null, now: number): Promise<Known> {
    const name = `${examId} ${revision}`;
    const begun = this.#reads.get(name);
    if (begun !== undefined) return begun;
    const reading = this.#read(examId, revision, now).finally(() => this.#reads.delete(name));
    this.#reads.set(name, reading);
    return reading;
  }

  async #read(examId: string, revision: string | null, now: number): Promise<Known> {
    const before = this.#known.get(examId);
    const late = before?.revision === revision
      ? await this.#stillLate(before.late, now)
      : await this.#late(examId, now);
    const known = { revision, late, at: now };
    this.#known.set(examId, known);
    return known;
  }

  async #late(examId: string, now: number): Promise<Late[]> {
    return (await readRoster(this.#stores, examId)).flatMap(({ hash, entry: { attemptId, closesAt } }) =>
      attemptId === null && closesAt !== undefined && Date.parse(closesAt) > now
        ? [{ hash, closesAt: Date.parse(closesAt) }]
        : []
    );
  }

  /** Those of before who have not begun meanwhile: without a change by staff nobody comes to them. */
  async #stillLate(before: readonly Late[], now: number): Promise<Late[]> {
    const asked = before.filter(({ closesAt }) => closesAt > now);
    const lines = await this.#stores.roster.getMany(asked.map(({ hash }) => hash));
    return asked.filter((_, index) => lines[index]?.value.attemptId === null);
  }
}
