import assert from "node:assert/strict";
import { errorRatesFile, errorRatesOf } from "../../lab/evaluation/error_rates.ts";
import { Metric } from "../../lab/evaluation/metric.ts";
import { unmeasuredIn } from "../../lab/evaluation/people_protocol.ts";
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

Deno.test("[RV43] a signal that no recording can show has no rate, and none is told as 0 %", async () => {
  const figures = (await publishedFigures()).filter(({ metric }) => !metric.startsWith("takeover_"));
  assert.equal(errorRatesOf(figures).takeover, null);
  for (const name of ["away", "external_text", "display", "capture"]) assert.equal(ERROR_RATES[name], null, name);
  for (const name of ["transcription", "takeover", "automation"]) assert.equal(ERROR_RATES[name]?.speaks.n, 378, name);
});

Deno.test("[RV43] whether a recording can show a signal is decided by what it holds", () => {
  const key = { type: "keystroke_data", t: 1, key: "letter", dwell: null, flight: null } as const;
  const typed = { type: "answer_edit", t: 1, question: "q1", at: 0, removed: 0, inserted: 1, input: "typing" } as const;
  assert.deepEqual([...unmeasuredIn([key, typed], [])], ["away", "external_text", "display", "capture"]);
  const pasted = { ...typed, inserted: 300, input: "paste" } as const;
  assert.ok(!unmeasuredIn([pasted], []).has("external_text"));
  assert.ok(unmeasuredIn([pasted], ["external_text"]).has("external_text"), "muted");
});

Deno.test("errorRatesOf() goes without figures of all, and without half of one's", async () => {
  assert.throws(() => errorRatesOf([]), RangeError);
  const figures = await publishedFigures();
  assert.throws(() => errorRatesOf(figures.filter(({ metric }) => metric !== "takeover_speaks")), RangeError);
});
