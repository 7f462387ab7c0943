import type { AttemptState } from "../../protocol/exam.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import type { AttemptAnswer } from "../../protocol/attempt.ts";
import type { LinkWorld } from "../link/link_world.ts";
import type { HeldBatch } from "../link/outbox.ts";
import type { Note, OutboxStore } from "../link/outbox_store.ts";
import { withEvents } from "./answer_book.ts";
import { readAttempt } from "./attempt_reader.ts";

/** Names of the two notes: the attempt as it was loaded, and what has changed since. */
const LOADED = "copy:loaded";
const STANDING = "copy:standing";

/** What of an attempt changes while it is written. */
type Standing = Pick<AttemptAnswer, "answers" | "last_seq" | "last_t" | "state" | "deadline" | "server_time"> & {
  /** The wall clock when this was kept, ms since 1970. */
  keptAt: number;
};

/**
 * The attempt on the student's device, while it is open: paper, and the answers that the server has. From it, and from what
 * is held in the outbox, the exam goes on after a reload without a network.
 *
 * The answers move with the acknowledgements: a batch leaves the device only once it is in this copy.
 */
export class AttemptCopy {
  readonly #store: OutboxStore;
  readonly #world: LinkWorld;
  #attempt: AttemptAnswer;
  /** Where the server said what its answers are, batches up to here are in them. */
  #through: number;

  constructor(store: OutboxStore, world: LinkWorld, attempt: AttemptAnswer) {
    this.#store = store;
    this.#world = world;
    this.#attempt = attempt;
    this.#through = attempt.last_seq;
  }

  /** Keeps the attempt as the server has it now. */
  async load(attempt: AttemptAnswer): Promise<void> {
    this.#attempt = attempt;
    this.#through = attempt.last_seq;
    await this.#put(LOADED, JSON.stringify(attempt));
    await this.#keep({});
  }

  /** The server has these batches. Resolves once the copy has them, too, or cannot be written. */
  async acknowledged(batches: readonly HeldBatch[]): Promise<void> {
    const news = batches.filter(({ seq }) => seq > this.#through);
    const last = news.at(-1);
    if (last === undefined) return;
    this.#through = last.seq;
    const events = news.flatMap((batch) => batch.events);
    const { exam, answers, last_t = 0 } = this.#attempt;
    await this.#keep({
      answers: withEvents(exam.questions, answers, events),
      last_seq: last.seq,
      last_t: Math.max(last_t, events.at(-1)?.t ?? 0),
    });
  }

  /** The server applied something else than was sent: its answers count, and have what was sent up to a batch. */
  async corrected(answers: Answers, seq: number): Promise<void> {
    this.#through = Math.max(this.#through, seq);
    await this.#keep({ answers: { ...this.#attempt.answers, ...answers }, last_seq: this.#through });
  }

  /** The exam stands still, goes on, or has another deadline, ms since 1970. */
  async stands(state: AttemptState, deadline: number): Promise<void> {
    if (state !== this.#attempt.state || deadline !== this.#attempt.deadline) await this.#keep({ state, deadline });
  }

  async #keep(change: Partial<AttemptAnswer>): Promise<void> {
    const { answers, last_seq, last_t, state, deadline, ...rest } = { ...this.#attempt, ...change };
    this.#attempt = { ...rest, answers, last_seq, last_t, state, deadline };
    const server_time = Math.max(this.#attempt.server_time, this.#serverNow());
    const standing: Standing = {
      answers,
      last_seq,
      last_t,
      state,
      deadline,
      server_time,
      keptAt: this.#world.wallNow(),
    };
    await this.#put(STANDING, JSON.stringify(standing));
  }

  /** Server time as this page knows it, ms since 1970. */
  #serverNow: () => number = () => this.#attempt.server_time;

  /** Tells the copy what time it is at the server, ms since 1970. */
  followClock(serverNow: () => number): void {
    this.#serverNow = serverNow;
  }

  async #put(name: string, note: Note): Promise<void> {
    // A copy that cannot be written is missed only after a reload without a network.
    await this.#store.putNote(this.#attempt.attempt_id, name, note).catch(() => {});
  }
}

/**
 * The attempt as this device has it, for a reload without a network; null where it has none. Its time has gone on since by
 * the wall clock, until the server says what time it is.
 */
export async function keptAttempt(
  store: OutboxStore,
  attemptId: string,
  wallNow: number,
): Promise<AttemptAnswer | null> {
  try {
    const notes = await store.listNotes(attemptId, "copy:");
    const loaded = readAttempt(parsed(notes.get(LOADED)));
    const { keptAt, ...standing } = readStanding(loaded, parsed(notes.get(STANDING)));
    const server_time = standing.server_time + Math.max(0, wallNow - keptAt);
    return { ...loaded, ...standing, server_time };
  } catch {
    return null;
  }
}

function parsed(note: Note | undefined): unknown {
  return typeof note === "string" ? JSON.parse(note) : null;
}

/** Reads a standing by the attempt's own reader. @throws {TypeError} If it is none. */
function readStanding(loaded: AttemptAnswer, value: unknown): Standing {
  const kept = typeof value === "object" && value !== null ? value : {};
  const { answers, last_seq, last_t, state, deadline, server_time } = readAttempt({ ...loaded, ...kept });
  const keptAt = "keptAt" in kept && typeof kept.keptAt === "number" ? kept.keptAt : NaN;
  if (Number.isNaN(keptAt)) throw new TypeError("Cannot go on from a copy without its time");
  return { answers, last_seq, last_t, state, deadline, server_time, keptAt };
}
