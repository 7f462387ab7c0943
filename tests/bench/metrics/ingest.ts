import { median } from "simple-statistics";
import type { Bench, Measured, Measurement } from "../metric.ts";
import { INGEST_EVENTS, saturating } from "../plans.ts";
import type { Layout } from "../raw_layout.ts";
import { LAYOUTS } from "../raw_layout.ts";
import { generatorNote, type Run, runWell } from "../run_load.ts";
import { type ServerProcess, startInvigil, startRaw } from "../server_process.ts";
import { storeUse } from "../store_use.ts";

/** Throughput of the whole path beside the raw limit, in turns on the same machine with the same load. */
export const ingest: Measurement = {
  metrics: ["ingest.ratio_to_raw", "ingest.events_per_s", "ingest.raw_batches_per_s", "ingest.cpu_us_per_batch"],
  async run(bench: Bench): Promise<Measured[]> {
    const bytes = await storedBytes(bench);
    const raw: Run[] = [];
    const whole: Run[] = [];
    for (let round = 0; round < bench.rounds; round++) {
      raw.push(await saturated(bench, (path) => startRaw(path, "commit", bytes), `raw${round}.kv`, round));
      whole.push(await saturated(bench, startInvigil, `whole${round}.kv`, round));
      bench.note(`round ${round + 1}: raw ${said(raw[round])}; whole ${said(whole[round])}`);
    }
    const ratio = median(whole.map(({ acksPerSecond }, round) => acksPerSecond / raw[round].acksPerSecond));
    const rates = whole.map(({ acksPerSecond }) => Math.round(acksPerSecond));
    const spread = `${Math.min(...rates)} to ${Math.max(...rates)} batches/s`;
    const size = `${INGEST_EVENTS} events a batch, generator on the same cores`;
    const n = bench.rounds;
    return [
      {
        metric: "ingest.ratio_to_raw",
        value: ratio,
        unit: "",
        goal: "≥ 0.3",
        n,
        note: `${size}; raw writes ${bytes} B a batch in the order of commits; ${generatorNote(whole)}; beside raw ${
          generatorNote(raw)
        }`,
      },
      {
        metric: "ingest.events_per_s",
        value: median(rates) * INGEST_EVENTS,
        unit: "events/s",
        goal: "≥ 320,000",
        n,
        note: `${size}; ${spread}; ${generatorNote(whole)}`,
      },
      {
        metric: "ingest.raw_batches_per_s",
        value: median(raw.map(({ acksPerSecond }) => acksPerSecond)),
        unit: "batches/s",
        goal: "report",
        n,
        note: `${size}; in the order of commits, ${bytes} B stored of each batch; ${generatorNote(raw)}`,
      },
      {
        metric: "ingest.cpu_us_per_batch",
        value: median(whole.map(microsOf)),
        unit: "µs",
        goal: "≤ 200",
        n,
        note: `of the server, all its threads, over the measured time; raw ${median(raw.map(microsOf)).toFixed(0)}; ` +
          `${size}; ${generatorNote(whole)}`,
      },
    ];
  },
};

/** The raw limit in each layout: what the order of keys, and one value for many batches, are worth. */
export const rawLimits: Measurement = {
  metrics: LAYOUTS.map(metricOf),
  async run(bench: Bench): Promise<Measured[]> {
    const bytes = await storedBytes(bench);
    const runs = new Map<Layout, Run[]>(LAYOUTS.map((layout) => [layout, []]));
    for (let round = 0; round < bench.rounds; round++) {
      for (const [layout, done] of runs) {
        done.push(await saturated(bench, (path) => startRaw(path, layout, bytes), `${layout}${round}.kv`, round));
        bench.note(`round ${round + 1}: ${layout} ${said(done[round])}`);
      }
    }
    return [...runs].map(([layout, done]) => ({
      metric: metricOf(layout),
      value: median(done.map(({ acksPerSecond }) => acksPerSecond)),
      unit: "batches/s",
      goal: "report",
      n: bench.rounds,
      note:
        `${WRITES[layout]}, ${bytes} B of each batch; ${median(done.map(microsOf)).toFixed(0)} µs of server CPU a ` +
        `batch; ${generatorNote(done)}`,
    }));
  },
};

const WRITES: Record<Layout, string> = {
  commit: "a key a batch, in the order of commits",
  attempt: "a key a batch, under its attempt",
  segment: "a value a commit, of all its batches",
};

function metricOf(layout: Layout): string {
  return `raw.${layout}_batches_per_s`;
}

/** What the product writes for a batch of the ingest figures, in whole bytes: as much is written by the raw server. */
async function storedBytes(bench: Bench): Promise<number> {
  const { bytes } = await storeUse(`${bench.scratch}/stored.kv`, (url) => saturating(url, true, 99));
  return Math.round(bytes);
}

async function saturated(
  bench: Bench,
  start: (kvPath: string) => Promise<ServerProcess>,
  file: string,
  round: number,
): Promise<Run> {
  const server = await start(`${bench.scratch}/${file}`);
  try {
    return await runWell(bench, server, saturating(server.url, bench.isShort, 100 + round));
  } finally {
    await server.stop();
  }
}

/** Processor time of the server for a batch, µs. */
function microsOf({ serverMs, ackMs }: Run): number {
  return serverMs * 1_000 / ackMs.n;
}

function said(run: Run): string {
  const server = Math.round(run.serverMs / run.seconds / 10);
  return `${Math.round(run.acksPerSecond)} batches/s (server ${server} %, ${generatorNote([run])})`;
}
