import type { PersonaName } from "../simulation/persona.ts";

/** Mostly quiet students, as a hall is; some of each kind that makes the scorer work. */
export const MIX: PersonaName[] = ["steady", "fast", "hesitant", "steady", "pasting", "steady", "away", "steady"];

/** A watched hall: many different sittings, a quarter of them with pastes that change a level now and then. */
export const WATCHED_MIX: PersonaName[] = Array.from(
  { length: 32 },
  (_, index) => index < 8 ? "pasting" : MIX[index % 8],
);
