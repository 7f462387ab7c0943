import { join } from "node:path";
import { errorRatesFile } from "../evaluation/error_rates.ts";
import { withFigures } from "../evaluation/figures_table.ts";
import { Metric } from "../evaluation/metric.ts";
import { runEvaluate } from "./evaluate.ts";

/** Where the figures are published. */
const DOCUMENT = join(import.meta.dirname!, "..", "..", "docs", "scoring.md");

/** Where the server reads those of them that it tells beside a score. */
const ERROR_RATES = join(import.meta.dirname!, "..", "..", "scoring", "models", "data", "error_rates.json");

/**
 * `deno task figures --data DIR`: evaluates, and writes what came of it between two marked lines of `docs/scoring.md`, and each
 * signal's error rates into the file that reports tell them from. Where something could not be read or evaluated, nothing is written.
 *
 * @returns Exit code, as `deno task evaluate` gives it.
 */
export async function runFigures(
  args: readonly string[],
  change: (edit: (document: string) => string) => Promise<void>,
  writeRates: (file: string) => Promise<void>,
  complain: (problem: string) => void,
): Promise<number> {
  const metrics: Metric[] = [];
  const code = await runEvaluate([...args, "--json"], (line) => metrics.push(Metric.parse(JSON.parse(line))), complain);
  if (code !== 0) return code;
  const rates = errorRatesFile(metrics);
  await change((document) => withFigures(document, metrics));
  await writeRates(rates);
  return code;
}

if (import.meta.main) {
  Deno.exitCode = await runFigures(
    Deno.args,
    async (edit) => await Deno.writeTextFile(DOCUMENT, edit(await Deno.readTextFile(DOCUMENT))),
    async (file) => await Deno.writeTextFile(ERROR_RATES, file),
    (problem) => console.error(problem),
  );
}
