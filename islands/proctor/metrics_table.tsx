import { useEffect, useState } from "preact/hooks";
import { Metrics } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { DataTable } from "../components/data_table.tsx";
import { callStaff, leaveIfSignedOut } from "./staff_api.ts";

const READ_EVERY_MS = 5_000;

/** What the server measures of itself, as it names it. */
export function MetricsTable() {
  const [metrics, setMetrics] = useState<Metrics["metrics"] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    async function load() {
      if (document.hidden) return;
      const outcome = await callStaff({ method: "GET", path: "/api/metrics", answer: Metrics, signal: abort.signal });
      if (abort.signal.aborted) return;
      if (outcome.ok) {
        setMetrics(outcome.value.metrics);
        setProblem(null);
      } else if (!leaveIfSignedOut(outcome.error)) setProblem(outcome.error.message);
    }
    load();
    const timer = setInterval(load, READ_EVERY_MS);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, []);

  return (
    <>
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      <DataTable
        label="Server figures"
        columns={[{ label: "Figure" }, { label: "Value", numeric: true }, { label: "Unit" }]}
        rows={(metrics ?? []).map((metric) => ({
          key: metric.name,
          cells: [
            <span key="name" class="font-mono text-xs">{metric.name}</span>,
            metric.value === null ? "–" : figureText(metric.value),
            <span key="unit" class="text-ink-soft">{[metric.unit, metric.note].filter(Boolean).join(", ")}</span>,
          ],
        }))}
        empty={metrics === null ? "Loading…" : "The server gave no figures."}
      />
    </>
  );
}

/**
 * A figure with as many decimals as say something: none from 100 on, two below 10.
 *
 * @example
 * assert.equal(figureText(1234.5), "1,235");
 * assert.equal(figureText(0.126), "0.13");
 */
export function figureText(value: number): string {
  const size = Math.abs(value);
  const digits = Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}
