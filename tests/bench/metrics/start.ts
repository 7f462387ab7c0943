import { median } from "simple-statistics";
import type { LoadResult } from "../../../lab/load/plan.ts";
import { LoadProcess } from "../load_process.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { hall as hallPlan } from "../plans.ts";
import { generatorNote, requireStrength, requireWell } from "../run_load.ts";
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

/** A server is killed under many students and comes back: how long until everybody scores on? */
function resumeOf(metric: string, most: number, goal: string): Measurement {
  return {
    metrics: [metric],
    async run(bench: Bench): Promise<Measured[]> {
      const students = bench.isShort ? 50 : most;
      const rounds: { ms: number; result: LoadResult }[] = [];
      for (let round = 0; round < bench.rounds; round++) {
        rounds.push(await resumed(bench, `${bench.scratch}/${metric}${round}.kv`, students, 1_000 + round));
        bench.note(`round ${round + 1}: ${rounds[round].ms.toFixed(0)} ms`);
      }
      return [{
        metric,
        value: median(rounds.map(({ ms }) => ms)),
        unit: "ms",
        goal,
        n: students,
        note: "from the start of the new process after kill -9 to the last student's first ack; " +
          `nothing acknowledged was lost; median of ${bench.rounds} rounds; ` +
          generatorNote(rounds.map(({ result }) => result)),
      }];
    },
  };
}

async function resumed(bench: Bench, kvPath: string, students: number, seed: number) {
  const server = await startInvigil(kvPath);
  const plan = hallPlan(server.url, students, bench.isShort, seed);
  const lasting = { ...plan, durationMs: Math.max(plan.durationMs, 10_000), mayBreak: true };
  const load = new LoadProcess(lasting);
  try {
    await load.until("measuring");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await server.kill();
    const beganMs = performance.now();
    const again = await startInvigil(kvPath, { port: server.port });
    try {
      await load.until("back");
      const ms = performance.now() - beganMs;
      const result = await load.result();
      requireWell(result);
      requireStrength(bench, lasting, { ...result, serverMs: null });
      return { ms, result };
    } finally {
      await again.stop();
    }
  } finally {
    await load.abort();
    await server.kill();
  }
}

export const resume = resumeOf("resume.1000_ms", 1_000, "≤ 3,000");
export const resumeLarge = resumeOf("resume.5000_ms", 5_000, "≤ 8,000");
