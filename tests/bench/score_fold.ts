/**
 * What the fold costs an event: `deno run -A tests/bench/score_fold.ts [--json]`. Realistic 40-event batches of
 * simulated sittings, all signals, a report a batch; and the same at the beginning and the end of a long attempt.
 */
import type { PersonaName } from "../../lab/simulation/persona.ts";
import { simulate } from "../../lab/simulation/simulate.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { createState, defaultContext, fold, type ScoreState } from "../../scoring/fold.ts";

const BATCH = 40;
const PERSONAS: readonly PersonaName[] = ["steady", "fast", "hesitant", "pasting", "away", "taken_over", "bot"];
const ROUNDS = 5;

/** Batches of one simulated sitting. */
export function batchesOf(persona: PersonaName, seed: number, durationMs: number): ScorableEvent[][] {
  const questions = [{ id: "q1", points: 1, text: "Why?", type: "essay" as const }];
  const events = [...simulate(persona, seed, { questions, durationMs })];
  const batches: ScorableEvent[][] = [];
  for (let at = 0; at < events.length; at += BATCH) batches.push(events.slice(at, at + BATCH));
  return batches;
}

/** ns an event of folding batches into a state. */
function timeFold(state: ScoreState, batches: readonly ScorableEvent[][], context: ScoringContext): number {
  let events = 0;
  const began = performance.now();
  for (const batch of batches) {
    events += batch.length;
    fold(state, { kind: "batch", events: batch, late: false }, context);
  }
  return (performance.now() - began) * 1e6 / events;
}

/** The least of some rounds: what else runs on the machine is not the fold's cost. */
function least(values: number[]): number {
  return Math.min(...values);
}

if (import.meta.main) {
  const context = defaultContext();
  const sittings = PERSONAS.map((persona, index) => batchesOf(persona, index, 3_600_000));
  const mixed: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const times = sittings.map((batches) => timeFold(createState(), batches, context));
    if (round > 0) mixed.push(times.reduce((sum, ns) => sum + ns, 0) / times.length);
  }
  const long = batchesOf("steady", 9, 4 * 3_600_000);
  const early: number[] = [];
  const late: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const state = createState();
    const at = (event: number) => Math.floor(event / BATCH);
    timeFold(state, long.slice(0, at(1_000)), context);
    early.push(timeFold(state, long.slice(at(1_000), at(6_000)), context));
    timeFold(state, long.slice(at(6_000), at(100_000)), context);
    late.push(timeFold(state, long.slice(at(100_000), at(105_000)), context));
  }
  const figures = {
    ns_per_event: Math.round(least(mixed)),
    ns_per_event_after_1_000: Math.round(least(early)),
    ns_per_event_after_100_000: Math.round(least(late)),
  };
  console.log(Deno.args.includes("--json") ? JSON.stringify(figures) : figures);
}
