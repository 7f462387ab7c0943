import { useEffect, useState } from "preact/hooks";
import type { ExamSummary } from "../../protocol/exam_list.ts";
import { type AuditEntry, AuditPage } from "../../protocol/staff.ts";
import { momentText } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { AuditFilterForm, type AuditWish, NOTHING_WISHED, queryOf } from "./audit_filter_form.tsx";

/** Lines as far as they were read. */
interface Read {
  entries: readonly AuditEntry[];
  names: Readonly<Record<string, string>>;
  next: string | null;
}

const NOTHING_READ: Read = { entries: [], names: {}, next: null };

/** The audit log, newest first, a page at a time: all of it or what is asked for, and that as a file. */
export function AuditList({ exams }: { exams: readonly ExamSummary[] }) {
  const [wish, setWish] = useState<AuditWish>(NOTHING_WISHED);
  const [read, setRead] = useState<Read>(NOTHING_READ);
  const [isLoading, setLoading] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("admin").audit;
  const { loading } = useWords("calls");
  const failureText = useFailureText();

  async function load(wished: AuditWish, known: Read) {
    setLoading(true);
    setProblem(null);
    const query = queryOf(wished, known.next === null ? {} : { before: known.next });
    const outcome = await callStaff({ method: "GET", path: `/api/audit?${query}`, answer: AuditPage });
    setLoading(false);
    if (outcome.ok) {
      const { entries, names, next } = outcome.value;
      setRead({ entries: [...known.entries, ...entries], names: { ...known.names, ...names }, next });
    } else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
  }

  useEffect(() => {
    load(wish, NOTHING_READ);
  }, []);

  return (
    <div class="flex flex-col gap-4">
      <AuditFilterForm
        exams={exams}
        isBusy={isLoading}
        onWish={(wished) => {
          setWish(wished);
          setRead(NOTHING_READ);
          void load(wished, NOTHING_READ);
        }}
      />
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
        rows={read.entries.map((entry) => ({
          key: entry.id,
          cells: [
            <span key="at" class="whitespace-nowrap tabular-nums">{momentText(speaker, entry.at)}</span>,
            <bdi key="who">{entry.who}</bdi>,
            <What key="what" what={entry.what} />,
            <About key="about" about={entry.about} name={read.names[entry.about ?? ""]} />,
            <span key="from" class="tabular-nums">{entry.from ?? "–"}</span>,
            <span key="why" dir="auto" class="block min-w-24 max-w-72 break-words">{entry.why ?? "–"}</span>,
          ],
        }))}
        empty={isLoading ? loading : words.none}
      />
      <div class="flex flex-wrap items-center gap-3">
        {read.next !== null && (
          <Button size="small" busy={isLoading} onClick={() => load(wish, read)}>{words.earlier}</Button>
        )}
        <a
          class="inline-flex min-h-8 items-center text-dense font-medium text-accent underline underline-offset-4"
          href={`/api/audit?${queryOf(wish, { format: "csv" })}`}
          download
        >
          {words.download}
        </a>
      </div>
    </div>
  );
}

/** What was done, in words; what has none here stands as the log has it. */
function What({ what }: { what: string }) {
  const deeds: Readonly<Record<string, string>> = useWords("admin").audit.deeds;
  const deed = deeds[what];
  return deed === undefined ? <span class="font-mono text-xs">{what}</span> : <span title={what}>{deed}</span>;
}

/** What it was done to: by its name as far as it is still there, else by its id. */
function About({ about, name }: { about: string | null; name: string | undefined }) {
  if (about === null) return <>–</>;
  if (name !== undefined) return <bdi class="block max-w-64 truncate" title={`${name} (${about})`}>{name}</bdi>;
  if (about.startsWith("staff:")) return <bdi>{about.slice("staff:".length)}</bdi>;
  return <span class="block max-w-56 truncate font-mono text-xs" title={about}>{about}</span>;
}
