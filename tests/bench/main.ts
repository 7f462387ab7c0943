/**
 * `deno task bench [--json] [--short] [NAME...]`: measures, beside the raw limits of the same machine in the same
 * run. `--json` prints a line for each metric; `--short` only checks that everything runs.
 */
import { parseArgs } from "node:util";
import { machine } from "./machine.ts";
import { type Bench, keepsGoal, type Measured } from "./metric.ts";
import { measurementsOf } from "./registry.ts";

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    options: { json: { type: "boolean" }, short: { type: "boolean" } },
    allowPositionals: true,
  });
  const isShort = values.short ?? false;
  const scratch = Deno.makeTempDirSync({ prefix: "invigil-bench-" });
  const bench: Bench = {
    isShort,
    rounds: isShort ? 1 : 3,
    scratch,
    note: (text) => console.error(`  ${text}`),
  };
  console.error(machine());
  let failures = 0;
  try {
    for (const measurement of measurementsOf(positionals)) {
      console.error(measurement.metrics.join(", "));
      try {
        for (const line of await measurement.run(bench)) {
          console.log(values.json ? JSON.stringify(line) : row(line, isShort));
        }
      } catch (error) {
        failures++;
        console.error(`  failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    Deno.removeSync(scratch, { recursive: true });
  }
  return failures === 0 ? 0 : 1;
}

/** A line of the table. A short run is held against no goal: its numbers are too small to mean anything. */
function row({ metric, value, unit, goal, n, note }: Measured, isShort: boolean): string {
  const kept = isShort ? null : keepsGoal(value, goal);
  const mark = kept === null ? " " : kept ? "✓" : "✗";
  const shown = value >= 1_000 ? Math.round(value).toLocaleString("en") : value.toPrecision(4);
  return `${mark} ${metric.padEnd(26)} ${shown.padStart(12)} ${unit.padEnd(10)} ${goal.padEnd(10)} n=${n}  ${note}`;
}

if (import.meta.main) {
  try {
    Deno.exit(await main());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(error.message);
    Deno.exit(2);
  }
}
