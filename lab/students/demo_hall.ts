import { createRandom, type Random } from "../../scoring/models/random.ts";
import { backoffMs } from "../../islands/link/backoff.ts";
import { between } from "../simulation/distributions.ts";
import { fork } from "../simulation/fork.ts";
import type { PersonaName } from "../simulation/persona.ts";
import { simulatedName } from "./simulated_names.ts";
import { SimulatedStudent } from "./simulated_student.ts";

/** Thirty seats: mostly quiet, a few of each kind that a proctor should notice. */
const SEATS: readonly PersonaName[] = [
  ...["steady", "pasting", "steady", "fast", "away", "steady", "hesitant", "offline", "steady", "bot"] as const,
  ...["steady", "fast", "taken_over", "steady", "hesitant", "pasting", "steady", "away", "fast", "offline"] as const,
  ...[
    "steady",
    "hesitant",
    "steady",
    "taken_over",
    "fast",
    "steady",
    "away",
    "pasting",
    "hesitant",
    "offline",
  ] as const,
];

/** Students come in over this long, ms. */
const ENTRY_MS = 8_000;

/** A seat stays empty this long before somebody new takes it, ms. */
const EMPTY_MS = 20_000;

interface DemoHallOptions {
  url: string;
  code: string;
  seed: number;
  students: number;
  speed: number;
  /** Told once a seat in a row could not be filled, for whoever watches the terminal. */
  onRefused: (reason: string) => void;
}

/**
 * A hall of simulated students: every seat is sat, submitted and taken by somebody new, until it is closed.
 * The same seed seats the same students; what the network and the proctors do to them is not in the seed.
 */
export class DemoHall {
  #options: DemoHallOptions;
  #students = new Map<number, SimulatedStudent>();
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #arrivals = 0;
  #isClosed = false;

  constructor(options: DemoHallOptions) {
    this.#options = options;
  }

  /** Students who sit at present. */
  get present(): number {
    return this.#students.size;
  }

  /** Lets students come in. */
  open(): void {
    const random = createRandom(this.#options.seed);
    for (let seat = 0; seat < this.#options.students; seat++) {
      this.#later(seat, between(random, 0, ENTRY_MS), fork(random), 0);
    }
  }

  /** Everybody leaves, and nobody comes back. */
  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const student of this.#students.values()) student.stop();
    this.#timers.clear();
    this.#students.clear();
  }

  #later(seat: number, ms: number, random: Random, failures: number): void {
    if (this.#isClosed) return;
    this.#timers.set(seat, setTimeout(() => void this.#sit(seat, random, failures), ms));
  }

  async #sit(seat: number, random: Random, failures: number): Promise<void> {
    const { url, code, speed } = this.#options;
    try {
      const student = await SimulatedStudent.start({
        url,
        code,
        name: simulatedName(this.#arrivals++),
        persona: SEATS[seat % SEATS.length],
        seed: Math.floor(random() * 4_294_967_296),
        durationMs: between(random, 25, 55) * 60_000,
        takeoverAtMs: between(random, 4, 8) * 60_000,
        speed,
      });
      if (this.#isClosed) return student.stop();
      this.#students.set(seat, student);
      await student.over;
      this.#students.delete(seat);
      this.#later(seat, EMPTY_MS, random, 0);
    } catch (error) {
      if (failures === 0) this.#options.onRefused(error instanceof Error ? error.message : String(error));
      this.#later(seat, 500 + backoffMs(failures + 2, random()), random, failures + 1);
    }
  }
}
