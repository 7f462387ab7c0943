import type { Bench, Measured, Measurement } from "../metric.ts";
import { hall as hallPlan, PACE_MS, PACED_EVENTS } from "../plans.ts";
import { generatorNote, type Run, runLoad } from "../run_load.ts";
import { startInvigil } from "../server_process.ts";

const P99_LIMIT_MS = 250;

/** Tried in this order until one fails. */
const STEPS = [2_000, 5_000, 6_500, 8_000, 10_000, 12_000, 14_000];
const SHORT_STEPS = [50, 100];

/** The step that has a metric of its own, whether the steps before it held or not. */
const LARGE_HALL = 10_000;

/** The most students that one server takes with the generator on the same cores. */
export const capacity: Measurement = {
  metrics: ["capacity.students", "ack.10000_p99_ms"],
  async run(bench: Bench): Promise<Measured[]> {
    const steps = bench.isShort ? SHORT_STEPS : STEPS;
    const large = bench.isShort ? SHORT_STEPS[1] : LARGE_HALL;
    let most = 0;
    let said = "";
    const lines: Measured[] = [];
    let hasFailed = false;
    for (const students of steps) {
      if (hasFailed && students !== large) continue;
      const run = await tryHall(bench, students);
      const figures = figuresOf(students, run);
      bench.note(figures);
      if (!hasFailed) said = figures;
      if (students === large) lines.push(largeLine(students, run));
      hasFailed ||= !isKept(students, run);
      if (!hasFailed) most = students;
      if (hasFailed && students >= large) break;
    }
    const what = `a batch of ${PACED_EVENTS} events every ${PACE_MS / 1_000} s each`;
    lines.unshift({
      metric: "capacity.students",
      value: most,
      unit: "students",
      goal: "≥ 8,000",
      n: steps.length,
      note: `${what}, ack p99 ≤ ${P99_LIMIT_MS} ms, nothing lost; last tried ${said}`,
    });
    return lines;
  },
};

/** Whether a hall is held: everything asked for was sent in time, stored, and answered soon. */
function isKept(students: number, { ackMs, lateMs, lost, problems, seconds }: Run): boolean {
  return ackMs.p99 <= P99_LIMIT_MS && lateMs.p99 <= P99_LIMIT_MS && lost === 0 && problems.length === 0 &&
    ackMs.n >= wanted(students, seconds) * 0.98;
}

function wanted(students: number, seconds: number): number {
  return students * seconds * 1_000 / PACE_MS;
}

function figuresOf(students: number, run: Run): string {
  const { ackMs, lateMs, lost, problems, seconds } = run;
  const server = Math.round(run.serverMs / seconds / 10);
  return [
    `${students}: p99 ${ackMs.p99} ms`,
    `${ackMs.n} of ${Math.round(wanted(students, seconds))} acks`,
    `${lost} lost`,
    `sent at most ${lateMs.p99} ms late (p99)`,
    `server ${server} % of a core`,
    generatorNote([run]),
    ...problems,
  ].join(", ");
}

function largeLine(students: number, run: Run): Measured {
  return {
    metric: "ack.10000_p99_ms",
    value: run.ackMs.p99,
    unit: "ms",
    goal: "≤ 1,000",
    n: run.ackMs.n,
    note: `${students} students at ${PACED_EVENTS} events every ${PACE_MS / 1_000} s; send to ack, ` +
      `sent at most ${run.lateMs.p99} ms late (p99); ${generatorNote([run])}`,
  };
}

async function tryHall(bench: Bench, students: number): Promise<Run> {
  const server = await startInvigil(`${bench.scratch}/capacity${students}.kv`);
  try {
    return await runLoad(bench, server, hallPlan(server.url, students, bench.isShort, 800));
  } finally {
    await server.stop();
  }
}
