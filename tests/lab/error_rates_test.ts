import assert from "node:assert/strict";
import { errorRatesFile, errorRatesOf } from "../../lab/evaluation/error_rates.ts";
import { Metric } from "../../lab/evaluation/metric.ts";
import { ERROR_RATES } from "../../scoring/error_rates.ts";

const ROOT = new URL("../../", import.meta.url);

/** The figures that docs/scoring.md publishes, as its table has them. */
async function publishedFigures() {
  const document = await Deno.readTextFile(new URL("docs/scoring.md", ROOT));
  const row = /^\| (\w+) +\| `(\w+)` +\| ([\d.]+) +\| ([\d.]+)–([\d.]+) +\| (\d+) +\|/gm;
  return [...document.matchAll(row)].map(([, task, metric, value, low, high, n]) => ({
    task: Metric.shape.task.parse(task),
    metric,
    value: Number(value),
    ci_low: Number(low),
    ci_high: Number(high),
    n: Number(n),
  }));
}

Deno.test("[RV43] the error rates that reports tell are those of the published table, signal by signal", async () => {
  const figures = await publishedFigures();
  assert.deepEqual(ERROR_RATES, errorRatesOf(figures));
  const file = await Deno.readTextFile(new URL("scoring/models/data/error_rates.json", ROOT));
  assert.equal(file, errorRatesFile(figures));
});

Deno.test("errorRatesOf() goes without no signal", () => {
  assert.throws(() => errorRatesOf([]), RangeError);
});
