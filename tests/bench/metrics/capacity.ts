import { hall as hallPlan, PACED_EVENTS } from "../load/plans.ts";
import type { LoadResult } from "../load/plan.ts";
import { runLoad } from "../load_process.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { startInvigil } from "../server_process.ts";

const P99_LIMIT_MS = 250;

/** Tried in this order until one fails. */
const STEPS = [2_000, 5_000, 6_500, 8_000, 10_000, 12_000, 14_000];
const SHORT_STEPS = [50, 100];

/** The step at which the 10,000 students of `ack.p99_ms` are measured, whether the steps before it held or not. */
const LARGE_HALL = 10_000;

/** The most students that one server takes with the generator on the same cores. */
export const capacity: Measurement = {
  metrics: ["capacity.students", "ack.p99_ms"],
  async run(bench: Bench): Promise<Measured[]> {
    const steps = bench.isShort ? SHORT_STEPS : STEPS;
    const large = bench.isShort ? SHORT_STEPS[1] : LARGE_HALL;
    let most = 0;
    let said = "";
    const lines: Measured[] = [];
    let hasFailed = false;
    for (const students of steps) {
      if (hasFailed && students !== large) continue;
      const result = await tryHall(bench, students);
      const wanted = students / 2 * result.seconds;
      const isKept = result.ackMs.p99 <= P99_LIMIT_MS && result.lost === 0 && result.problems.length === 0 &&
        result.ackMs.n >= wanted * 0.98;
      const figures = `${students}: p99 ${result.ackMs.p99} ms, ${result.ackMs.n} of ${
        Math.round(wanted)
      } acks, ${result.lost} lost`;
      bench.note(figures);
      if (!hasFailed) said = figures;
      if (students === large) {
        lines.push({
          metric: "ack.p99_ms",
          value: result.ackMs.p99,
          unit: "ms",
          goal: "≤ 250",
          n: result.ackMs.n,
          note: `${students} students at ${PACED_EVENTS} events every 2 s; send to ack`,
        });
      }
      hasFailed ||= !isKept;
      if (!hasFailed) most = students;
      if (hasFailed && students >= large) break;
    }
    lines.unshift({
      metric: "capacity.students",
      value: most,
      unit: "students",
      goal: "≥ 10,000",
      n: steps.length,
      note:
        `a batch of ${PACED_EVENTS} events every 2 s each, ack p99 ≤ ${P99_LIMIT_MS} ms, nothing lost; last tried ${said}`,
    });
    return lines;
  },
};

async function tryHall(bench: Bench, students: number): Promise<LoadResult> {
  const server = await startInvigil(`${bench.scratch}/capacity${students}.kv`);
  try {
    return await runLoad(hallPlan(server.url, students, bench.isShort, 800));
  } finally {
    await server.stop();
  }
}
