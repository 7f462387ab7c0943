import type { PersonaName } from "../../../lab/simulation/persona.ts";
import type { Plan } from "./plan.ts";

/** Mostly quiet students, as a hall is; some of each kind that makes the scorer work. */
const MIX: PersonaName[] = ["steady", "fast", "hesitant", "steady", "pasting", "steady", "away", "steady"];

/** A watched hall: many different sittings, a quarter of them with pastes that change a level now and then. */
const WATCHED_MIX: PersonaName[] = Array.from({ length: 32 }, (_, index) => index < 8 ? "pasting" : MIX[index % 8]);

/** Events of one batch of the ingest figures. */
export const INGEST_EVENTS = 40;

/** What a student at middling speed produces in two seconds: keys, their edits, some pointer. */
export const PACED_EVENTS = 20;

/** Few students who keep the server busy: what is the most that gets through? */
export function saturating(url: string, isShort: boolean, seed: number): Plan {
  return {
    url,
    code: "DEMO",
    students: isShort ? 20 : 200,
    eventsPerBatch: INGEST_EVENTS,
    batches: isShort ? 500 : 4_000,
    personas: MIX,
    seed,
    mode: { kind: "saturate", underWay: 2 },
    warmUpMs: isShort ? 300 : 3_000,
    durationMs: isShort ? 500 : 5_000,
    stops: [],
    verify: 0,
  };
}

/** A hall of students who each send a batch every two seconds. */
export function hall(url: string, students: number, isShort: boolean, seed: number): Plan {
  const durationMs = isShort ? 2_500 : 20_000;
  const warmUpMs = isShort ? 500 : 6_000;
  return {
    url,
    code: "DEMO",
    students,
    eventsPerBatch: PACED_EVENTS,
    batches: Math.ceil((durationMs + warmUpMs) / 2_000) + 30,
    personas: WATCHED_MIX,
    seed,
    mode: { kind: "paced", intervalMs: 2_000 },
    warmUpMs,
    durationMs,
    stops: [],
    verify: Math.min(students, 1_000),
  };
}
