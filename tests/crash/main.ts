/**
 * `deno run -A tests/crash/main.ts --rounds 20 --students 200`: the server is killed with `kill -9` under load, again
 * and again. Exit code 0 where nothing acknowledged was lost or doubled, every chain fits and every score equals its
 * replay; else 1, with what was found and the seed.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { crashRun } from "./run.ts";

const Options = z.object({
  rounds: z.coerce.number().int().min(1).max(1_000).default(20),
  students: z.coerce.number().int().min(1).max(5_000).default(200),
  seed: z.coerce.number().int().default(1),
  round_ms: z.coerce.number().min(500).default(4_000),
});

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args,
    options: {
      rounds: { type: "string" },
      students: { type: "string" },
      seed: { type: "string" },
      round_ms: { type: "string" },
    },
  });
  const { rounds, students, seed, round_ms: roundMs } = Options.parse(values);
  const run = await crashRun({ rounds, students, seed, roundMs, say: (line) => console.log(line) });
  console.log(
    `${rounds} crashes, ${students} students, seed ${seed}: ${run.acknowledged} batches acknowledged, ${run.stored} ` +
      `stored, ${run.reconnects} reconnects, ${run.resends} resends.`,
  );
  for (const problem of run.problems.slice(0, 20)) console.error(problem);
  console.log(run.problems.length === 0 ? "Nothing was lost or doubled." : `${run.problems.length} problems.`);
  Deno.exit(run.problems.length === 0 ? 0 : 1);
}
