import { useMemo, useState } from "preact/hooks";
import { type RosterLine, RosterState } from "../../protocol/roster.ts";
import { nameOrder } from "../../words/lists.ts";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { INPUT_CLASS } from "../components/field.tsx";
import { Pager } from "../components/pager.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { fits } from "./fits.ts";
import { useAllowedText } from "./use_allowed_text.ts";

/** Students of one page of the list: more of them would be slow to draw and are no easier to read. */
const ON_A_PAGE = 50;

const LOOKS: Record<RosterState, string> = {
  not_come: "bg-sunken text-ink-soft",
  writing: "bg-accent-soft text-ink",
  finished: "bg-low-soft text-low",
};

interface StudentTableProps {
  students: readonly RosterLine[];
  csvPath: string;
  onChange: (student: RosterLine) => void;
}

/** The list, with ways to find somebody in it. */
export function StudentTable({ students, csvPath, onChange }: StudentTableProps) {
  const [search, setSearch] = useState("");
  const [group, setGroup] = useState("");
  const [state, setState] = useState("");
  const [page, setPage] = useState(0);
  const { speaker } = useSpeech();
  const words = useWords("people");
  const allowedText = useAllowedText();
  const groups = useMemo(
    () => [...new Set(students.map((one) => one.group ?? ""))].sort(nameOrder(speaker.language)),
    [students],
  );
  const found = students.filter((one) => fits(one, { search, group, state }));
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const at = Math.min(page, pages - 1) * ON_A_PAGE;
  const shown = found.slice(at, at + ON_A_PAGE);
  const select = `${INPUT_CLASS} min-w-32 flex-1 truncate sm:max-w-56 sm:flex-none`;
  const counts = RosterState.options
    .map((one) => [one, students.filter((student) => student.state === one).length] as const)
    .filter(([, n]) => n > 0);

  return (
    <div class="flex flex-col gap-3">
      <div class="flex flex-wrap items-center gap-2">
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={search}
          onInput={(event) => (setSearch(event.currentTarget.value), setPage(0))}
          class={`${INPUT_CLASS} sm:max-w-64`}
        />
        {groups.length > 1 && (
          <select
            aria-label={words.group}
            class={select}
            value={group}
            onChange={(event) => (setGroup(event.currentTarget.value), setPage(0))}
          >
            <option value="">{words.everyGroup}</option>
            {groups.map((one) => <option key={one} value={`=${one}`}>{one || words.noGroup}</option>)}
          </select>
        )}
        <select
          aria-label={words.state}
          class={select}
          value={state}
          onChange={(event) => (setState(event.currentTarget.value), setPage(0))}
        >
          <option value="">{words.everyState}</option>
          {RosterState.options.map((one) => <option key={one} value={one}>{words.states[one]}</option>)}
        </select>
        <a
          href={csvPath}
          download
          class="ms-auto inline-flex min-h-8 items-center rounded-field text-sm font-medium text-accent underline-offset-4 hover:underline"
        >
          {words.download}
        </a>
      </div>
      <p class="text-dense text-ink-soft tabular-nums">
        {counts.map(([one, n]) => speaker.say(words.counts[one], { n })).join(" · ")}
      </p>
      <DataTable
        label={words.students}
        columns={[
          { label: words.columns.name },
          { label: words.columns.number },
          { label: words.columns.group },
          { label: words.columns.allowed },
          { label: words.columns.state },
          { label: words.columns.change, quiet: true },
        ]}
        rows={shown.map((one) => ({
          key: one.student_id,
          cells: [
            <span key="name" dir="auto" class="block min-w-32 font-medium wrap-anywhere">{one.name}</span>,
            <span key="number" dir="auto" class="block min-w-20 max-w-40 tabular-nums wrap-anywhere">
              {one.number ?? ""}
            </span>,
            <span key="group" dir="auto" class="block min-w-28 max-w-56 wrap-anywhere">{one.group ?? ""}</span>,
            <span key="allowed" class="block min-w-40 max-w-72">{allowedText(one)}</span>,
            <span
              key="state"
              class={`inline-block whitespace-nowrap rounded-full px-2 py-0.5 text-xs font-medium ${LOOKS[one.state]}`}
            >
              {words.states[one.state]}
            </span>,
            <div key="change" class="flex justify-end">
              <Button
                size="small"
                aria-label={speaker.say(words.changeOne, { name: one.name })}
                onClick={() => onChange(one)}
              >
                {words.change}
              </Button>
            </div>,
          ],
        }))}
        empty={words.noneFound}
      />
      <Pager
        at={at}
        shown={shown.length}
        count={found.length}
        size={ON_A_PAGE}
        onPage={(next) => setPage(next / ON_A_PAGE)}
      />
    </div>
  );
}
