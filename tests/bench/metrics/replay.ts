import { median } from "simple-statistics";
import { Contexts } from "../../../server/attempts/contexts.ts";
import { createState, fold } from "../../../scoring/fold.ts";
import { sha256Hex } from "../../../server/log/hash.ts";
import { createStores, type Stores } from "../../../server/store/stores.ts";
import { LoadProcess } from "../load_process.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { saturating } from "../plans.ts";
import { requireWell } from "../run_load.ts";
import { startInvigil } from "../server_process.ts";

/** Re-scoring from the log: read, hash, parse, fold. */
export const replay: Measurement = {
  metrics: ["replay.events_per_s"],
  async run(bench: Bench): Promise<Measured[]> {
    const kvPath = `${bench.scratch}/replay.kv`;
    const server = await startInvigil(kvPath);
    const batches = bench.isShort ? 20 : 500;
    const plan = { ...saturating(server.url, bench.isShort, 1_100), students: 20, batches, stops: [batches] };
    const load = new LoadProcess(plan);
    try {
      await load.until("stopped");
      await load.go();
      requireWell(await load.result());
    } finally {
      await load.abort();
      await server.stop();
    }
    const kv = await Deno.openKv(kvPath);
    try {
      const rates: number[] = [];
      let events = 0;
      for (let round = 0; round < bench.rounds; round++) {
        const beganMs = performance.now();
        events = await replayAll(createStores(kv));
        rates.push(events * 1_000 / (performance.now() - beganMs));
      }
      return [{
        metric: "replay.events_per_s",
        value: median(rates),
        unit: "events/s",
        goal: "≥ 500,000",
        n: events,
        note: "every attempt of a store on disk: read, hash, parse, fold",
      }];
    } finally {
      kv.close();
    }
  },
};

async function replayAll(stores: Stores): Promise<number> {
  const contexts = new Contexts(stores, () => Date.now());
  let events = 0;
  const examId = await stores.exams.idOfCode("DEMO");
  if (examId === null) throw new Error("The store has no demo exam");
  for await (const attemptId of stores.examAttempts.list(examId)) {
    const state = createState();
    for await (const { entry, bytes } of stores.log.read(attemptId)) {
      // Whoever checks a log while replaying it hashes every entry.
      sha256Hex(bytes);
      fold(state, entry, await contexts.require(entry.context));
      if (entry.kind === "batch") events += entry.events.length;
    }
  }
  return events;
}
