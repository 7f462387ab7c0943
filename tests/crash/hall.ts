import type { PersonaName } from "../../lab/simulation/persona.ts";
import { simulatedName } from "../../lab/students/simulated_names.ts";
import { SimulatedStudent } from "../../lab/students/simulated_student.ts";
import { eventsHash } from "../../server/log/hash.ts";

const PERSONAS: readonly PersonaName[] = ["steady", "fast", "pasting", "hesitant", "away", "bot", "offline"];

/** Joins under way at once. */
const JOINS_AT_ONCE = 20;

/** A student, and every batch that the server said it had stored. */
export interface Witness {
  student: SimulatedStudent;
  /** Hashes of the events of acknowledged batches, in order; the first is of batch 1. */
  acknowledged: string[];
  /** What was said out of order, which must never be. */
  problems: string[];
}

/** Simulated students in a hall, each noting what was acknowledged. */
export async function openHall(url: string, students: number, seed: number): Promise<Witness[]> {
  const witnesses: Witness[] = [];
  for (let first = 0; first < students; first += JOINS_AT_ONCE) {
    const group = Array.from({ length: Math.min(JOINS_AT_ONCE, students - first) }, (_, index) => first + index);
    witnesses.push(...await Promise.all(group.map((index) => seat(url, index, seed))));
  }
  return witnesses;
}

async function seat(url: string, index: number, seed: number): Promise<Witness> {
  const acknowledged: string[] = [];
  const problems: string[] = [];
  const student = await SimulatedStudent.start({
    url,
    code: "DEMO",
    name: simulatedName(index),
    persona: PERSONAS[index % PERSONAS.length],
    seed: seed * 10_000 + index,
    durationMs: 50 * 60_000,
    batchIntervalMs: 300,
    speed: 3,
    stored({ seq, events }) {
      if (seq !== acknowledged.length + 1) problems.push(`batch ${seq} was acknowledged after ${acknowledged.length}`);
      acknowledged.push(eventsHash(events));
    },
  });
  return { student, acknowledged, problems };
}
