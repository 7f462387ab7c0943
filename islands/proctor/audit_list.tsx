import { useEffect, useState } from "preact/hooks";
import { type AuditEntry, AuditPage } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { momentText } from "../../words/times.ts";

/** The audit log, newest first, a page at a time. */
export function AuditList() {
  const [entries, setEntries] = useState<AuditEntry[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [isLoading, setLoading] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("admin").audit;
  const { loading } = useWords("calls");
  const failureText = useFailureText();

  async function load(before: string | null) {
    setLoading(true);
    const path = before === null ? "/api/audit" : `/api/audit?before=${encodeURIComponent(before)}`;
    const outcome = await callStaff({ method: "GET", path, answer: AuditPage });
    setLoading(false);
    if (outcome.ok) {
      setEntries((known) => before === null ? outcome.value.entries : [...known, ...outcome.value.entries]);
      setNext(outcome.value.next);
    } else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
  }

  useEffect(() => {
    load(null);
  }, []);

  return (
    <>
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      <DataTable
        label={words.title}
        columns={[
          { label: words.when },
          { label: words.who },
          { label: words.what },
          { label: words.about },
          { label: words.from },
          { label: words.why },
        ]}
        rows={entries.map((entry) => ({
          key: entry.id,
          cells: [
            <span key="at" class="whitespace-nowrap tabular-nums">{momentText(speaker, entry.at)}</span>,
            <bdi key="who">{entry.who}</bdi>,
            <span key="what" class="font-mono text-xs">{entry.what}</span>,
            <span key="about" class="block max-w-56 truncate font-mono text-xs" title={entry.about ?? ""}>
              {entry.about ?? "–"}
            </span>,
            <span key="from" class="tabular-nums">{entry.from ?? "–"}</span>,
            <span key="why" dir="auto" class="block min-w-24 max-w-72 break-words">{entry.why ?? "–"}</span>,
          ],
        }))}
        empty={isLoading ? loading : words.none}
      />
      {next !== null && (
        <div>
          <Button size="small" busy={isLoading} onClick={() => load(next)}>{words.earlier}</Button>
        </div>
      )}
    </>
  );
}
