import { cutBatches } from "../../../lab/load/batch_tape.ts";
import { SMALL_PAPER } from "../../../lab/load/small_paper.ts";
import type { PersonaName } from "../../../lab/simulation/persona.ts";
import { median } from "simple-statistics";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { createState, defaultContext, fold, type ScoreState } from "../../../scoring/fold.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { INGEST_EVENTS } from "../plans.ts";

type Batches = readonly (readonly CapturedEvent[])[];

const PERSONAS: readonly PersonaName[] = ["steady", "fast", "hesitant", "pasting", "away", "taken_over", "bot"];

/** The fold alone, with all signals, and what it saves over folding everything anew on each batch. */
export const score: Measurement = {
  metrics: ["score.ns_per_event", "score.vs_recompute"],
  run(bench: Bench): Promise<Measured[]> {
    const perPersona = bench.isShort ? 50 : 400;
    const sittings = PERSONAS.map((persona, index) =>
      cutBatches(persona, 40 + index, SMALL_PAPER, INGEST_EVENTS, perPersona)
    );
    const events = sittings.length * perPersona * INGEST_EVENTS;
    foldAll(sittings);
    const perEvent: number[] = [];
    for (let round = 0; round < (bench.isShort ? 1 : 9); round++) {
      const beganMs = performance.now();
      foldAll(sittings);
      perEvent.push((performance.now() - beganMs) * 1e6 / events);
    }
    const count = (bench.isShort ? 4_000 : 100_000) / INGEST_EVENTS;
    const { ratio, perBatchMicros } = againstRecompute(
      cutBatches("steady", 60, SMALL_PAPER, INGEST_EVENTS, count + 100),
    );
    return Promise.resolve([
      {
        metric: "score.ns_per_event",
        value: median(perEvent),
        unit: "ns",
        goal: "≤ 400",
        n: events,
        note:
          `batches of ${INGEST_EVENTS}, all signals, ${PERSONAS.length} simulated personas; median of ${perEvent.length} rounds`,
      },
      {
        metric: "score.vs_recompute",
        value: ratio,
        unit: "",
        goal: bench.isShort ? "report" : "≥ 1,000",
        n: count * INGEST_EVENTS,
        note: `the whole attempt folded anew over its next batch, which costs ${perBatchMicros.toFixed(1)} µs`,
      },
    ]);
  },
};

function foldAll(sittings: readonly Batches[]): void {
  for (const batches of sittings) foldInto(createState(), batches);
}

function foldInto(state: ScoreState, batches: Batches): void {
  const context = defaultContext();
  fold(state, { kind: "started" }, context);
  for (const events of batches) fold(state, { kind: "batch", events, late: false }, context);
}

function againstRecompute(batches: Batches): { ratio: number; perBatchMicros: number } {
  const history = batches.slice(0, -100);
  const next = batches.slice(-100);
  const ratios: number[] = [];
  const micros: number[] = [];
  for (let round = 0; round < 5; round++) {
    const state = createState();
    const beganMs = performance.now();
    foldInto(state, history);
    const wholeMs = performance.now() - beganMs;
    const context = defaultContext();
    const nextBeganMs = performance.now();
    for (const events of next) fold(state, { kind: "batch", events, late: false }, context);
    const nextMs = (performance.now() - nextBeganMs) / next.length;
    ratios.push(wholeMs / nextMs);
    micros.push(nextMs * 1_000);
  }
  return { ratio: median(ratios), perBatchMicros: median(micros) };
}
