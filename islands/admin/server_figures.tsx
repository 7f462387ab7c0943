import { useEffect, useState } from "preact/hooks";
import { Metrics } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { DataTable } from "../components/data_table.tsx";
import { PagePart } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { RatePlot } from "./rate_plot.tsx";

/** The figures are read this often, in ms. */
export const READ_EVERY_MS = 5_000;

/** Reads that the plot shows: ten minutes. */
const MOST_READS = 120;

/** How many events the server had stored at a moment. */
interface Stored {
  atMs: number;
  events: number;
}

/** What the server measures of itself: how much it stores, drawn while the page is open, and each figure in words. */
export function ServerFigures() {
  const [metrics, setMetrics] = useState<Metrics["metrics"] | null>(null);
  const [stored, setStored] = useState<readonly Stored[]>([]);
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
        const read = outcome.value.metrics;
        const events = read.find(({ name }) => name === "events")?.value ?? 0;
        setMetrics(read);
        setStored((known) => [...known, { atMs: performance.now(), events }].slice(-MOST_READS));
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
      <PagePart title={words.load}>
        <RatePlot rates={ratesOf(stored)} everyMs={READ_EVERY_MS} />
      </PagePart>
      <PagePart title={words.title}>
        <DataTable
          label={words.label}
          columns={[{ label: words.figure }, { label: words.value, numeric: true }, { label: words.unit }]}
          rows={(metrics ?? []).map((metric) => ({
            key: metric.name,
            cells: [
              <span key="name">{meaningOf(words.names, metric.name)}</span>,
              metric.value === null ? "–" : speaker.number(metric.value, { most: decimals(metric.value) }),
              <span key="unit" class="text-ink-soft">{[metric.unit, metric.note].filter(Boolean).join(", ")}</span>,
            ],
          }))}
          empty={metrics === null ? loading : words.none}
        />
      </PagePart>
    </>
  );
}

/** Events a second between one read and the next. A server that began anew counts from nothing. */
function ratesOf(stored: readonly Stored[]): number[] {
  return stored.slice(1).map(({ atMs, events }, index) => {
    const before = stored[index];
    return Math.max(0, events - before.events) / Math.max(1, atMs - before.atMs) * 1_000;
  });
}

/** What a figure means; one that is new here stands as the server names it. */
function meaningOf(names: Readonly<Record<string, string>>, name: string): string {
  return names[name] ?? name;
}

/** Decimals of a figure that say something: none from 100 on, two below 10. */
function decimals(value: number): number {
  const size = Math.abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}
