import { useState } from "preact/hooks";
import type { AttemptMarks, ExamMarks } from "../../protocol/marks.ts";
import type { Marking } from "../../protocol/marking.ts";
import { maxOfMarks } from "../../protocol/max_of_marks.ts";
import { isOver } from "../../protocol/exam.ts";
import { INPUT_CLASS } from "../components/field.tsx";
import { Pager } from "../components/pager.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useStudentName } from "./student_name.ts";

const COLUMNS = ["name", "number", "state", "total", "complete", "verdict"] as const;
/** Lines of one page: more of them would be slow to draw, and are no easier to read. */
const ON_A_PAGE = 100;

type ColumnName = (typeof COLUMNS)[number];

/** Who got how many points: sorted by any column, searched by name or number. */
export function GradeBook({ examId, marks, marking }: { examId: string; marks: ExamMarks; marking: Marking }) {
  const words = useWords("results").book;
  const states = useWords("attemptStates");
  const verdicts = useWords("verdicts");
  const { speaker } = useSpeech();
  const nameOf = useStudentName(marking);
  const [search, setSearch] = useState("");
  const [first, setFirst] = useState(0);
  const [sorted, setSorted] = useState<{ by: ColumnName; isDown: boolean }>({ by: "name", isDown: false });
  const plain = search.trim().toLocaleLowerCase();
  const rows = marks.attempts
    .filter(({ name, number }) => `${name ?? ""} ${number ?? ""}`.toLocaleLowerCase().includes(plain))
    .toSorted((a, b) => compare(a, b, sorted.by) * (sorted.isDown ? -1 : 1));
  const at = first < rows.length ? first : 0;
  const shown = rows.slice(at, at + ON_A_PAGE);
  return (
    <div class="flex flex-col gap-3">
      <div class="flex flex-wrap items-end justify-between gap-3">
        <div class="flex w-full max-w-xs flex-col gap-1.5">
          <label for="book-search" class="text-dense font-medium">{words.search}</label>
          <input
            id="book-search"
            type="search"
            class={INPUT_CLASS}
            value={search}
            onInput={(event) => (setSearch(event.currentTarget.value), setFirst(0))}
          />
        </div>
        <p role="status" class="text-dense text-ink-soft">{speaker.say(words.shown, { n: rows.length })}</p>
      </div>
      <div
        class="max-h-[36rem] overflow-auto rounded-lg border border-line bg-raised"
        tabIndex={0}
        role="region"
        aria-label={useWords("results").book.title}
      >
        <table class="w-full text-dense">
          <thead class="sticky top-0 bg-raised text-ink-soft">
            <tr>
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={sorted.by !== column ? undefined : sorted.isDown ? "descending" : "ascending"}
                  class={`whitespace-nowrap px-2 py-1 font-medium ${column === "total" ? "text-end" : "text-start"} ${
                    column === "number" ? "max-sm:hidden" : ""
                  }`}
                >
                  <button
                    type="button"
                    title={speaker.say(words.sortBy, { column: words[column] })}
                    class="min-h-8 rounded-field px-2 font-medium hover:bg-sunken"
                    onClick={() => (setSorted({ by: column, isDown: sorted.by === column && !sorted.isDown }),
                      setFirst(0))}
                  >
                    {words[column]}
                    <span aria-hidden="true">{sorted.by !== column ? "" : sorted.isDown ? " ↓" : " ↑"}</span>
                  </button>
                </th>
              ))}
              <th scope="col" class="px-4 py-1">
                <span class="sr-only">{words.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.attempt_id} class="border-t border-line hover:bg-surface">
                <td class="max-w-64 min-w-36 px-4 py-2 wrap-anywhere">
                  <bdi translate={false}>{row.name ?? nameOf(row.attempt_id)}</bdi>
                  <bdi translate={false} class="block text-xs text-ink-soft sm:hidden">{row.number ?? ""}</bdi>
                </td>
                <td class="px-4 py-2 max-sm:hidden">
                  <bdi translate={false}>{row.number ?? ""}</bdi>
                </td>
                <td class="whitespace-nowrap px-4 py-2">{states[row.state]}</td>
                <td class="whitespace-nowrap px-4 py-2 text-end tabular-nums">
                  <span class="font-medium">{speaker.number(row.total)}</span>{" "}
                  <span class="text-ink-soft">
                    {speaker.say(words.of, { max: speaker.number(maxOfMarks(row.marks)) })}
                  </span>
                </td>
                <td class={`whitespace-nowrap px-4 py-2 ${row.complete ? "text-ink-soft" : "font-medium"}`}>
                  {row.complete ? words.yes : words.no}
                </td>
                <td class="whitespace-nowrap px-4 py-2 text-ink-soft">
                  {row.verdict === null ? words.noVerdict : verdicts[row.verdict]}
                </td>
                <td class="px-4 py-2">
                  {isOver(row.state) && (
                    <span class="flex gap-4">
                      <a
                        href={`/exams/${examId}/marking?by=student&attempt=${row.attempt_id}`}
                        aria-label={speaker.say(words.markOf, { name: row.name ?? nameOf(row.attempt_id) })}
                        class="inline-flex min-h-6 items-center font-medium text-accent underline-offset-4 hover:underline"
                      >
                        {words.mark}
                      </a>
                      <a
                        href={`/exams/${examId}/results/print?attempt=${row.attempt_id}`}
                        aria-label={speaker.say(words.printOf, { name: row.name ?? nameOf(row.attempt_id) })}
                        class="inline-flex min-h-6 items-center font-medium text-accent underline-offset-4 hover:underline"
                      >
                        {words.print}
                      </a>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p class="px-4 py-8 text-center text-sm text-ink-soft">{words.noMatch}</p>}
      </div>
      <Pager at={at} shown={shown.length} count={rows.length} size={ON_A_PAGE} onPage={setFirst} />
    </div>
  );
}

function compare(a: AttemptMarks, b: AttemptMarks, by: ColumnName): number {
  if (by === "total") return a.total - b.total;
  if (by === "complete") return Number(a.complete) - Number(b.complete);
  return (a[by] ?? "").localeCompare(b[by] ?? "", undefined, { numeric: true });
}
