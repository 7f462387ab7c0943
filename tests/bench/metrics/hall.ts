import { median } from "simple-statistics";
import type { LoadResult } from "../../../lab/load/plan.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { hall as hallPlan, PACED_EVENTS } from "../plans.ts";
import { generatorNote, runWell } from "../run_load.ts";
import { ADMIN, startInvigil } from "../server_process.ts";

const PROCTORS = 5;

/** A hall of 1,000 at a batch every two seconds, watched by five: acks, frames, alerts and their bytes. */
export const hall: Measurement = {
  metrics: ["push.p50_ms", "push.p99_ms", "alert.p99_ms", "ack.p99_ms", "room.bytes_per_update"],
  async run(bench: Bench): Promise<Measured[]> {
    const students = bench.isShort ? 50 : 1_000;
    const results: LoadResult[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      const server = await startInvigil(`${bench.scratch}/hall${round}.kv`);
      try {
        const plan = hallPlan(server.url, students, bench.isShort, 700 + round);
        const watched = { ...plan, proctors: { count: PROCTORS, ...ADMIN }, pasteFrom: 4 };
        const result = await runWell(bench, server, watched);
        bench.note(`round ${round + 1}: ack p99 ${result.ackMs.p99}, push p99 ${result.pushMs.p99} ms`);
        results.push(result);
      } finally {
        await server.stop();
      }
    }
    const of = (pick: (result: LoadResult) => number): number => median(results.map(pick));
    const who = `${students} students at ${PACED_EVENTS} events every 2 s, ${PROCTORS} proctors`;
    const line = (metric: string, value: number, unit: string, goal: string, n: number, what: string): Measured => ({
      metric,
      value,
      unit,
      goal,
      n,
      note: `${who}; ${what}; median of ${bench.rounds} rounds; ${generatorNote(results)}`,
    });
    const alertP50 = of((result) => result.alertMs.p50);
    const ackP50 = of((result) => result.ackMs.p50);
    const pushes = of((result) => result.pushMs.n);
    const lines = [
      line("push.p50_ms", of((result) => result.pushMs.p50), "ms", "report", pushes, "send to frame"),
      line("push.p99_ms", of((result) => result.pushMs.p99), "ms", "≤ 250", pushes, "send to frame"),
      line(
        "alert.p99_ms",
        of((result) => result.alertMs.p99),
        "ms",
        "≤ 75",
        of((one) => one.alertMs.n),
        `send to the frame with another level, p50 ${alertP50.toFixed(1)}`,
      ),
      line(
        "ack.p99_ms",
        of((result) => result.ackMs.p99),
        "ms",
        "≤ 50",
        of((one) => one.ackMs.n),
        `send to ack, p50 ${ackP50.toFixed(1)}`,
      ),
      line(
        "room.bytes_per_update",
        of((result) => result.frameBytes / Math.max(1, result.frameChanges)),
        "B",
        "≤ 120",
        of((result) => result.frameChanges),
        "bytes of frames over students in them",
      ),
    ];
    // A metric without a sample is left out rather than shown as 0.
    for (const { metric, n } of lines) if (n === 0) bench.note(`${metric}: nothing to measure in this run`);
    return lines.filter(({ n }) => n > 0);
  },
};
