import { generatorLimit, generatorShare } from "../../lab/load/generator_limit.ts";
import type { GivenPlan, LoadResult } from "../../lab/load/plan.ts";
import { LoadProcess } from "./load_process.ts";
import type { Bench } from "./metric.ts";
import type { ServerProcess } from "./server_process.ts";

/** What a run showed, and what the server took for it. */
export interface Run extends LoadResult {
  /** Processor time of the server over the measured time, all threads, ms. */
  serverMs: number;
}

/**
 * Runs a plan against a server to its end.
 *
 * @throws {Error} (rejects) In a sentence, where the generator was the limit, so that the figures are its own. A short run
 * is too short to say so.
 */
export async function runLoad(bench: Bench, server: ServerProcess, plan: GivenPlan): Promise<Run> {
  const load = new LoadProcess(plan);
  try {
    await load.until("measuring");
    const before = server.cpuMs();
    await load.until("measured");
    const serverMs = server.cpuMs() - before;
    const run = { ...await load.result(), serverMs };
    requireStrength(bench, plan, run);
    return run;
  } finally {
    await load.abort();
  }
}

/** Like {@link runLoad}, where every problem and every lost batch fails the run. */
export async function runWell(bench: Bench, server: ServerProcess, plan: GivenPlan): Promise<Run> {
  const run = await runLoad(bench, server, plan);
  requireWell(run);
  return run;
}

/** @throws {Error} If something was lost, or happened that must not. */
export function requireWell({ lost, problems }: LoadResult): void {
  if (lost > 0 || problems.length > 0) throw new Error([`${lost} batches were lost`, ...problems].join("; "));
}

/**
 * Requires that a generator was not the limit of its run.
 *
 * @param serverMs Of the server over the measured time; null where nobody looked.
 * @throws {Error} In a sentence.
 */
export function requireStrength(
  { isShort }: Bench,
  { mode }: GivenPlan,
  { generator, seconds, serverMs }: LoadResult & { serverMs: number | null },
): void {
  const server = serverMs === null ? null : serverMs / 1_000 / seconds;
  const limit = generatorLimit({ generator, isSaturating: mode.kind === "saturate", server });
  if (limit !== null && !isShort) throw new Error(limit);
}

/** What the generator took, of the run in which it took most: `generator 18 % of a core`. */
export function generatorNote(runs: readonly LoadResult[]): string {
  const uses = runs.map(({ generator }) => generator).sort((a, b) => b.process - a.process);
  return uses.length === 0 ? "no generator" : generatorShare(uses[0]);
}
