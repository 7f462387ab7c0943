import { median } from "simple-statistics";
import { Contexts } from "../../../server/attempts/contexts.ts";
import { KvEventLog } from "../../../server/log/event_log.ts";
import { createState, fold } from "../../../scoring/fold.ts";
import { keys } from "../../../server/store/keys.ts";
import { saturating } from "../load/plans.ts";
import { runLoad } from "../load_process.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { startInvigil } from "../server_process.ts";

/** Re-scoring from the log: read, hash, parse, fold. */
export const replay: Measurement = {
  metrics: ["replay.events_per_s"],
  async run(bench: Bench): Promise<Measured[]> {
    const kvPath = `${bench.scratch}/replay.kv`;
    const server = await startInvigil(kvPath);
    try {
      const batches = bench.isShort ? 20 : 500;
      await runLoad({ ...saturating(server.url, bench.isShort, 1_100), students: 20, batches });
    } finally {
      await server.stop();
    }
    const kv = await Deno.openKv(kvPath);
    try {
      const rates: number[] = [];
      let events = 0;
      for (let round = 0; round < bench.rounds; round++) {
        const beganMs = performance.now();
        events = await replayAll(kv);
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

async function replayAll(kv: Deno.Kv): Promise<number> {
  const log = new KvEventLog(kv);
  const contexts = new Contexts(kv, () => Date.now());
  let events = 0;
  const { value: examId } = await kv.get<string>(keys.examByCode("DEMO"));
  if (examId === null) throw new Error("The store has no demo exam");
  for await (const { key } of kv.list({ prefix: keys.attemptsByExamPrefix(examId) })) {
    const attemptId = String(key[2]);
    const state = createState();
    for await (const { entry } of log.read(attemptId)) {
      fold(state, entry, await contexts.require(entry.context));
      if (entry.kind === "batch") events += entry.events.length;
    }
  }
  return events;
}
