import { MIX, WATCHED_MIX } from "../../lab/load/mixes.ts";
import type { GivenPlan } from "../../lab/load/plan.ts";

/** Events of one batch of the ingest figures. */
export const INGEST_EVENTS = 40;

/** What a student at middling speed produces in two seconds: keys, their edits, some pointer. */
export const PACED_EVENTS = 20;

/** Between two batches of a student in a hall, ms. */
export const PACE_MS = 2_000;

/** Batches of a student of a hall beyond those that the plan's time has room for: late joiners of a slow machine. */
const SPARE_BATCHES = 30;

/** Few students who keep the server busy: what is the most that gets through? */
export function saturating(url: string, isShort: boolean, seed: number): GivenPlan {
  return {
    url,
    code: "DEMO",
    students: isShort ? 20 : 200,
    eventsPerBatch: INGEST_EVENTS,
    // Of 200 students, at 50,000 batches a second for the whole time.
    batches: isShort ? 1_000 : 2_000,
    personas: MIX,
    seed,
    mode: { kind: "saturate", underWay: 2 },
    warmUpMs: isShort ? 300 : 3_000,
    durationMs: isShort ? 500 : 5_000,
  };
}

/** A hall of students who each send a batch every two seconds. */
export function hall(url: string, students: number, isShort: boolean, seed: number): GivenPlan {
  const durationMs = isShort ? 2_500 : 20_000;
  const warmUpMs = isShort ? 500 : 6_000;
  return {
    url,
    code: "DEMO",
    students,
    eventsPerBatch: PACED_EVENTS,
    batches: batchesIn(warmUpMs + durationMs),
    personas: WATCHED_MIX,
    seed,
    mode: { kind: "paced", intervalMs: PACE_MS },
    warmUpMs,
    durationMs,
    verify: Math.min(students, 1_000),
  };
}

/** Batches that a student of a hall needs for a time. */
export function batchesIn(ms: number): number {
  return Math.ceil(ms / PACE_MS) + SPARE_BATCHES;
}
