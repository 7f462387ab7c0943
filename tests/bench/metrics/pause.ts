import { median } from "simple-statistics";
import { gcPauseMs } from "../gc_pause.ts";
import { LoadProcess } from "../load_process.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { hall as hallPlan, PACE_MS, PACED_EVENTS } from "../plans.ts";
import { generatorNote, requireStrength } from "../run_load.ts";
import { startInvigil } from "../server_process.ts";

/** Where less of what was due was answered, no hall sat, and its stops say nothing. */
const LEAST_ANSWERED = 0.5;

/** What stopped a server while a hall sat. */
interface Pauses {
  /** Each stop of the collector over the measured time, in whichever of its threads, ms. */
  stops: number[];
  /** The longest time in which no student was answered, ms. */
  silenceMs: number;
  note: string;
}

/** The longest stop that the collector makes in a full hall, as V8's own trace has it. */
export const pause: Measurement = {
  metrics: ["pause.longest_ms"],
  async run(bench: Bench): Promise<Measured[]> {
    const students = bench.isShort ? 50 : 8_000;
    const rounds: Pauses[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      rounds.push(await pausesOf(bench, students, round));
      const { stops, silenceMs } = rounds[round];
      bench.note(
        `round ${round + 1}: ${stops.length} stops, longest ${Math.max(0, ...stops)}, silence ${silenceMs} ms`,
      );
    }
    const longest = rounds.map(({ stops }) => Math.max(0, ...stops));
    const count = median(rounds.map(({ stops }) => stops.length));
    const silence = median(rounds.map(({ silenceMs }) => silenceMs));
    return [{
      metric: "pause.longest_ms",
      value: median(longest),
      unit: "ms",
      goal: "≤ 80",
      n: count,
      note:
        `longest of ${count} stops of the collector by \`--trace-gc\`, ${students} students at ${PACED_EVENTS} events ` +
        `every ${
          PACE_MS / 1_000
        } s; nobody was answered for ${silence} ms at most; median of ${bench.rounds} rounds, ` +
        `the worst ${Math.max(...longest)}; ${[...new Set(rounds.map(({ note }) => note))].join("; ")}`,
    }];
  },
};

async function pausesOf(bench: Bench, students: number, round: number): Promise<Pauses> {
  let isMeasuring = false;
  const stops: number[] = [];
  const server = await startInvigil(`${bench.scratch}/pause${round}.kv`, {
    flags: ["--v8-flags=--trace-gc"],
    onLine: (line) => {
      const ms = gcPauseMs(line);
      if (isMeasuring && ms !== null) stops.push(ms);
    },
  });
  const plan = { ...hallPlan(server.url, students, bench.isShort, 1_400 + round), verify: 0 };
  const load = new LoadProcess(plan);
  try {
    await load.until("measuring");
    isMeasuring = true;
    await load.until("measured");
    isMeasuring = false;
    const result = await load.result();
    requireStrength(bench, plan, { ...result, serverMs: null });
    const { silenceMs, lost, problems, ackMs, seconds } = result;
    const due = Math.round(students * seconds * 1_000 / PACE_MS);
    if (ackMs.n < due * LEAST_ANSWERED) {
      throw new Error(`Only ${ackMs.n} of ${due} batches were answered: the stops of such a hall say nothing`);
    }
    const troubles = lost > 0 || problems.length > 0 ? [`${lost} lost`, ...problems] : [];
    return { stops, silenceMs, note: [generatorNote([result]), ...troubles].join(", ") };
  } finally {
    await load.abort();
    await server.stop();
  }
}
