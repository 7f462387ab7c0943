/**
 * `deno run -A tests/fuzz/main.ts --messages 1000000 [--seed N]`: spoilt messages over both sockets and all REST
 * bodies. Exit code 0 where each was answered as the protocol says; else 1, with the first problems and the seed.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { fuzzRun } from "./run.ts";

const Options = z.object({
  messages: z.coerce.number().int().min(1).default(1_000_000),
  seed: z.coerce.number().int().optional(),
});

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args,
    options: { messages: { type: "string" }, seed: { type: "string" } },
  });
  const { messages, seed = Math.floor(Math.random() * 2 ** 31) } = Options.parse(values);
  console.log(`Seed ${seed}`);
  const run = await fuzzRun({ seed, messages, say: (line) => console.log(line) });
  for (const problem of run.problems) console.error(problem);
  const { before, after, peak } = run.memory;
  console.log(
    `${run.messages} messages, ${run.problems.length} problems, slowest answer ${
      Math.round(run.slowestMs)
    } ms, memory ` +
      `${Math.round(before / 1e6)} MB after a tenth, ${Math.round(after / 1e6)} MB in the end and ` +
      `${Math.round(peak / 1e6)} MB at its most. Seed ${seed}.`,
  );
  Deno.exit(run.problems.length === 0 ? 0 : 1);
}
