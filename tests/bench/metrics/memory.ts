import { median } from "simple-statistics";
import { LoadProcess } from "../load_process.ts";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { hall as hallPlan } from "../plans.ts";
import { type ServerProcess, startBare, startInvigil } from "../server_process.ts";

/** Resident growth a student, and beyond what the socket costs, between a small hall that has warmed the server and a large one. */
export const memory: Measurement = {
  metrics: ["memory.bytes_per_student", "memory.bytes_above_socket"],
  async run(bench: Bench): Promise<Measured[]> {
    const many = bench.isShort ? 200 : 5_000;
    const whole: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      whole.push(await bytesOf(bench, many, () => startInvigil(`${bench.scratch}/memory${round}.kv`)));
      bare.push(await bytesOf(bench, many, startBare));
      bench.note(`round ${round + 1}: ${Math.round(whole[round])} B a student, ${Math.round(bare[round])} B a socket`);
    }
    const socket = Math.round(median(bare));
    const who = `resident growth by ${many} connected, scoring students; median of ${bench.rounds} rounds`;
    return [
      { metric: "memory.bytes_per_student", value: median(whole), unit: "B", goal: "report", n: many, note: who },
      {
        metric: "memory.bytes_above_socket",
        value: median(whole.map((bytes, round) => bytes - bare[round])),
        unit: "B",
        goal: "≤ 60,000",
        n: many,
        note: `${who}, less what ${many} sockets with the same messages take of the same listener with nothing ` +
          `behind it, ${socket} B each`,
      },
    ];
  },
};

/** What a student adds to a server, bytes. */
async function bytesOf(bench: Bench, many: number, start: () => Promise<ServerProcess>): Promise<number> {
  const few = bench.isShort ? 20 : 500;
  const server = await start();
  const small = new LoadProcess({ ...hallPlan(server.url, few, bench.isShort, 900), verify: 0 });
  try {
    await small.until("result");
    const before = server.residentBytes();
    const large = new LoadProcess(hallPlan(server.url, many, bench.isShort, 901));
    try {
      await large.until("measuring");
      // The middle of the measured time: everybody has sent and has been scored several times.
      await new Promise((resolve) => setTimeout(resolve, bench.isShort ? 1_000 : 12_000));
      return (server.residentBytes() - before) / many;
    } finally {
      await large.abort();
    }
  } finally {
    await small.abort();
    await server.stop();
  }
}
