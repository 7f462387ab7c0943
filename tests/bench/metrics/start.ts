import { median } from "simple-statistics";
import { hall as hallPlan } from "../load/plans.ts";
import { LoadProcess } from "../load_process.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { startInvigil } from "../server_process.ts";

/** From process start to ready, on a store that exists. */
export const coldStart: Measurement = {
  metrics: ["start.cold_ms"],
  async run(bench: Bench): Promise<Measured[]> {
    const kvPath = `${bench.scratch}/cold.kv`;
    const first = await startInvigil(kvPath);
    await first.stop();
    const times: number[] = [];
    for (let start = 0; start < (bench.isShort ? 1 : 7); start++) {
      const server = await startInvigil(kvPath);
      times.push(server.readyMs);
      await server.stop();
    }
    return [{
      metric: "start.cold_ms",
      value: median(times),
      unit: "ms",
      goal: "≤ 400",
      n: times.length,
      note: `process start to the first 200 of /readyz, existing store; the first start of all took ${
        first.readyMs.toFixed(0)
      } ms`,
    }];
  },
};

/** A server is killed under 1,000 students and comes back: how long until everybody scores on? */
export const resume: Measurement = {
  metrics: ["resume.1000_ms"],
  async run(bench: Bench): Promise<Measured[]> {
    const students = bench.isShort ? 50 : 1_000;
    const times: number[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      const kvPath = `${bench.scratch}/resume${round}.kv`;
      const server = await startInvigil(kvPath);
      const plan = hallPlan(server.url, students, bench.isShort, 1_000 + round);
      const load = new LoadProcess({ ...plan, durationMs: Math.max(plan.durationMs, 10_000) });
      try {
        await load.until("measuring");
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        await server.kill();
        const beganMs = performance.now();
        const again = await startInvigil(kvPath, { port: server.port });
        try {
          await load.until("back");
          times.push(performance.now() - beganMs);
          const result = await load.result();
          if (result.lost > 0 || result.problems.length > 0) throw new Error(JSON.stringify(result));
        } finally {
          await again.stop();
        }
      } finally {
        await load.abort();
        await server.kill();
      }
      bench.note(`round ${round + 1}: ${times[round].toFixed(0)} ms`);
    }
    return [{
      metric: "resume.1000_ms",
      value: median(times),
      unit: "ms",
      goal: "≤ 3,000",
      n: students,
      note: "from the start of the new process after kill -9 to the last student's first ack; " +
        `nothing acknowledged was lost; median of ${bench.rounds} rounds`,
    }];
  },
};
