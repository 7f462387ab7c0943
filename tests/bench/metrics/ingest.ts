import { median } from "simple-statistics";
import { INGEST_EVENTS, saturating } from "../load/plans.ts";
import { runLoad } from "../load_process.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { type ServerProcess, startInvigil, startRaw } from "../server_process.ts";

/** Throughput of the whole path beside the raw limit, in turns on the same machine with the same load. */
export const ingest: Measurement = {
  metrics: ["ingest.ratio_to_raw", "ingest.events_per_s", "ingest.raw_batches_per_s"],
  async run(bench: Bench): Promise<Measured[]> {
    const raw: number[] = [];
    const whole: number[] = [];
    const cpu: number[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      raw.push((await batchesPerSecond(bench, startRaw, `raw${round}.kv`, round)).perSecond);
      const { perSecond, cpuMicros } = await batchesPerSecond(bench, startInvigil, `whole${round}.kv`, round);
      whole.push(perSecond);
      cpu.push(cpuMicros);
      bench.note(`round ${round + 1}: raw ${Math.round(raw[round])}, whole ${Math.round(whole[round])} batches/s`);
    }
    const ratio = median(whole.map((value, round) => value / raw[round]));
    const spread = `${Math.round(Math.min(...whole))} to ${Math.round(Math.max(...whole))} batches/s`;
    const n = bench.rounds;
    const size = `${INGEST_EVENTS} events a batch, generator on the same cores`;
    return [
      {
        metric: "ingest.ratio_to_raw",
        value: ratio,
        unit: "",
        goal: "≥ 0.6",
        n,
        note: `${size}; ${median(cpu).toFixed(0)} µs of server CPU a batch`,
      },
      {
        metric: "ingest.events_per_s",
        value: median(whole) * INGEST_EVENTS,
        unit: "events/s",
        goal: "report",
        n,
        note: `${size}; ${spread}`,
      },
      { metric: "ingest.raw_batches_per_s", value: median(raw), unit: "batches/s", goal: "report", n, note: size },
    ];
  },
};

async function batchesPerSecond(
  bench: Bench,
  start: (kvPath: string) => Promise<ServerProcess>,
  file: string,
  round: number,
): Promise<{ perSecond: number; cpuMicros: number }> {
  const server = await start(`${bench.scratch}/${file}`);
  try {
    const before = server.cpuMs();
    const result = await runLoad(saturating(server.url, bench.isShort, 100 + round));
    if (result.lost > 0 || result.problems.length > 0) throw new Error(`${file}: ${JSON.stringify(result)}`);
    return { perSecond: result.acksPerSecond, cpuMicros: (server.cpuMs() - before) * 1_000 / result.acked };
  } finally {
    await server.stop();
  }
}
