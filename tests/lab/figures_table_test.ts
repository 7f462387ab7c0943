import assert from "node:assert/strict";
import { CASES } from "../../lab/cases/case_list.ts";
import { caseMetric } from "../../lab/evaluation/cases_protocol.ts";
import { withFigures } from "../../lab/evaluation/figures_table.ts";
import type { Metric } from "../../lab/evaluation/metric.ts";

const DOCUMENT = await Deno.readTextFile(new URL("../../docs/scoring.md", import.meta.url));

function metric(task: Metric["task"], name: string, value: number): Metric {
  return { task, metric: name, value, ci_low: 0, ci_high: 1, n: 8, data: "d", split: "s", kind: "real" };
}

Deno.test("withFigures() writes figures and cases between the marks of docs/scoring.md, and leaves the rest", () => {
  const [one] = CASES;
  const written = withFigures(DOCUMENT, [metric("T1", "auc", 0.99), metric("cases", caseMetric(one), 1)]);
  assert.match(written, /\| T1 +\| `auc` +\| 0.990 \| 0.000–1.000 +\| 8 /);
  assert.ok(written.includes(`| ${one.is} `) && !written.includes(`\`${caseMetric(one)}\``));
  const [before] = DOCUMENT.split("<!-- figures: begin");
  const after = DOCUMENT.split("<!-- figures: end -->")[1];
  assert.ok(written.startsWith(before) && written.endsWith(after));
  assert.equal(withFigures(written, [metric("T1", "auc", 0.99), metric("cases", caseMetric(one), 1)]), written);
});

Deno.test("withFigures() refuses a document without a place for figures", () => {
  assert.throws(() => withFigures("# Nothing", []), RangeError);
});
