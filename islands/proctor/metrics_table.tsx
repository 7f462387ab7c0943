import { useEffect, useState } from "preact/hooks";
import { Metrics } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { DataTable } from "../components/data_table.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";

/** The figures are read this often, in ms. */
export const READ_EVERY_MS = 5_000;

/** What the server measures of itself, as it names it. */
export function MetricsTable() {
  const [metrics, setMetrics] = useState<Metrics["metrics"] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("admin").figures;
  const { loading } = useWords("calls");
  const failureText = useFailureText();

  useEffect(() => {
    const abort = new AbortController();
    async function load() {
      if (document.hidden) return;
      const outcome = await callStaff({ method: "GET", path: "/api/metrics", answer: Metrics, signal: abort.signal });
      if (abort.signal.aborted) return;
      if (outcome.ok) {
        setMetrics(outcome.value.metrics);
        setProblem(null);
      } else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
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
        label={words.label}
        columns={[{ label: words.figure }, { label: words.value, numeric: true }, { label: words.unit }]}
        rows={(metrics ?? []).map((metric) => ({
          key: metric.name,
          cells: [
            <span key="name" class="font-mono text-xs">{metric.name}</span>,
            metric.value === null ? "–" : speaker.number(metric.value, { most: decimals(metric.value) }),
            <span key="unit" class="text-ink-soft">{[metric.unit, metric.note].filter(Boolean).join(", ")}</span>,
          ],
        }))}
        empty={metrics === null ? loading : words.none}
      />
    </>
  );
}

/** Decimals of a figure that say something: none from 100 on, two below 10. */
function decimals(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}
