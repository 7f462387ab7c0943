import { median } from "simple-statistics";
import type { LoadResult } from "../../../lab/load/plan.ts";
import { LoadProcess } from "../load_process.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { INGEST_EVENTS, saturating } from "../plans.ts";
import { generatorNote } from "../run_load.ts";
import { startInvigil } from "../server_process.ts";

/** Whether an attempt's hundred-thousandth event costs what its thousandth did. */
export const costGrowth: Measurement = {
  metrics: ["ingest.cost_growth"],
  async run(bench: Bench): Promise<Measured[]> {
    const students = bench.isShort ? 4 : 64;
    const span = bench.isShort ? 20 : 100;
    const early = Math.ceil(1_000 / INGEST_EVENTS);
    const late = bench.isShort ? 200 : Math.ceil(100_000 / INGEST_EVENTS);
    const growths: number[] = [];
    const results: LoadResult[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      const server = await startInvigil(`${bench.scratch}/growth${round}.kv`);
      // Some other attempts first, so that the early batches do not pay for compiling the server.
      const warmUp = bench.isShort ? 20 : 300;
      const warm = new LoadProcess({
        ...saturating(server.url, bench.isShort, 500),
        students,
        batches: warmUp,
        stops: [warmUp],
      });
      const load = new LoadProcess({
        ...saturating(server.url, bench.isShort, 600 + round),
        students,
        batches: late + span,
        stops: [early, early + span, late, late + span],
      });
      try {
        await warm.until("stopped");
        await warm.go();
        await warm.result();
        const cpu: number[] = [];
        for (let stop = 0; stop < 4; stop++) {
          await load.until("stopped");
          // What is still being written after the acks belongs to the batches before.
          await new Promise((resolve) => setTimeout(resolve, 300));
          cpu.push(server.cpuMs());
          await load.go();
        }
        results.push(await load.result());
        growths.push((cpu[3] - cpu[2]) / Math.max(1, cpu[1] - cpu[0]));
        bench.note(
          `round ${round + 1}: ${(cpu[1] - cpu[0]).toFixed(0)} ms early, ${(cpu[3] - cpu[2]).toFixed(0)} ms late`,
        );
      } finally {
        await Promise.all([warm.abort(), load.abort()]);
        await server.stop();
      }
    }
    return [{
      metric: "ingest.cost_growth",
      value: median(growths),
      unit: "",
      goal: "≤ 1.1",
      n: bench.rounds,
      note: `server CPU of ${students * span} batches at event ${late * INGEST_EVENTS} over those at ${
        early * INGEST_EVENTS
      }, ${students} attempts; ${generatorNote(results)}`,
    }];
  },
};
