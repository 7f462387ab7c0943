import { median } from "simple-statistics";
import { hall as hallPlan } from "../load/plans.ts";
import { LoadProcess } from "../load_process.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { startInvigil } from "../server_process.ts";

/** Resident growth a student, between a small hall that has warmed the server and a large one. */
export const memory: Measurement = {
  metrics: ["memory.bytes_per_student"],
  async run(bench: Bench): Promise<Measured[]> {
    const few = bench.isShort ? 20 : 500;
    const many = bench.isShort ? 200 : 5_000;
    const values: number[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      const server = await startInvigil(`${bench.scratch}/memory${round}.kv`);
      const small = new LoadProcess(hallPlan(server.url, few, bench.isShort, 900));
      try {
        await small.until("result");
        const before = server.residentBytes();
        const large = new LoadProcess(hallPlan(server.url, many, bench.isShort, 901));
        try {
          await large.until("measuring");
          // The middle of the measured time: everybody has sent and has been scored several times.
          await new Promise((resolve) => setTimeout(resolve, bench.isShort ? 1_000 : 12_000));
          values.push((server.residentBytes() - before) / many);
        } finally {
          await large.abort();
        }
      } finally {
        await small.abort();
        await server.stop();
      }
      bench.note(`round ${round + 1}: ${Math.round(values[round])} B a student`);
    }
    return [{
      metric: "memory.bytes_per_student",
      value: median(values),
      unit: "B",
      goal: "≤ 32,768",
      n: many,
      note: `resident growth by ${many} connected, scoring students; median of ${bench.rounds} rounds`,
    }];
  },
};
