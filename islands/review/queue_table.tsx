import type { ReviewRow } from "../../protocol/review.ts";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { LevelBadge } from "../components/level_badge.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { QueueView, SortedBy } from "./queue_order.ts";

interface QueueTableProps {
  examId: string;
  viewer: string;
  rows: readonly ReviewRow[];
  view: QueueView;
  onSort: (by: SortedBy) => void;
  onAssign: (row: ReviewRow, to: string | null) => void;
}

const HEADS = [
  { by: "name", word: "name" },
  { by: "peak", word: "peak" },
  { by: "flags", word: "flags" },
  { by: "verdict", word: "verdict" },
  { by: "state", word: "state" },
  { by: "assigned_to", word: "assigned" },
] as const satisfies readonly { by: SortedBy; word: string }[];

/** The queue as a table; each name leads to the attempt's review. */
export function QueueTable({ examId, viewer, rows, view, onSort, onAssign }: QueueTableProps) {
  const words = useWords("review");
  const { speaker } = useSpeech();
  return (
    <div
      class="max-h-[44rem] overflow-auto rounded-lg border border-line bg-raised"
      tabIndex={0}
      role="region"
      aria-label={words.queue}
    >
      <table class="w-full text-dense">
        <thead class="sticky top-0 z-10 bg-raised text-ink-soft">
          <tr>
            {HEADS.map(({ by, word }) => (
              <th
                key={by}
                scope="col"
                aria-sort={view.by !== by ? undefined : view.isDown ? "descending" : "ascending"}
                class="whitespace-nowrap px-2 py-1 text-start font-medium"
              >
                <button
                  type="button"
                  title={speaker.say(words.sortBy, { column: words.columns[word] })}
                  class="min-h-8 rounded-field px-2 font-medium hover:bg-sunken"
                  onClick={() => onSort(by)}
                >
                  {words.columns[word]}
                  <span aria-hidden="true">{view.by !== by ? "" : view.isDown ? " ↓" : " ↑"}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.attempt_id} class="border-t border-line hover:bg-surface focus-within:bg-surface">
              <td class="min-w-36 max-w-72 px-4 py-1.5 wrap-anywhere">
                <a
                  data-review-row
                  href={`/exams/${examId}/review/${row.attempt_id}`}
                  class="inline-flex min-h-8 items-center rounded-field font-medium underline-offset-4 hover:underline"
                >
                  <bdi translate={false}>{row.name}</bdi>
                </a>
                {row.number !== null && <bdi class="ms-2 text-ink-soft" translate={false}>{row.number}</bdi>}
                {row.statements > 0 && (
                  <span class="flex items-center gap-1 pb-1 text-xs text-ink-soft">
                    <Icon name="message" class="size-3.5" />
                    {words.said}
                  </span>
                )}
              </td>
              <td class="whitespace-nowrap px-4 py-1.5">
                <span class="inline-flex items-center gap-2">
                  <span class="w-7 text-end font-semibold tabular-nums">{speaker.number(Math.round(row.peak))}</span>
                  <LevelBadge level={row.level} isQuiet />
                </span>
              </td>
              <td class={`px-4 py-1.5 tabular-nums ${row.flags === 0 ? "text-ink-soft" : "font-medium"}`}>
                {speaker.number(row.flags)}
              </td>
              <td class="whitespace-nowrap px-4 py-1.5">
                <VerdictText row={row} />
              </td>
              <td class="whitespace-nowrap px-4 py-1.5 text-ink-soft">{words.states[row.state]}</td>
              <td class="whitespace-nowrap px-4 py-1.5">
                <Assigned row={row} viewer={viewer} onAssign={onAssign} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="px-4 py-10 text-center text-sm text-ink-soft">{words.noMatch}</p>}
    </div>
  );
}

function VerdictText({ row: { verdict, proposed_by } }: { row: ReviewRow }) {
  const words = useWords("review");
  const verdicts = useWords("verdicts");
  const { speaker } = useSpeech();
  if (proposed_by !== null) {
    return <span>{speaker.say(words.proposed, { verdict: verdicts.violation, by: proposed_by })}</span>;
  }
  return verdict === null
    ? <span class="text-ink-soft">{words.none}</span>
    : <span class="font-medium">{verdicts[verdict]}</span>;
}

function Assigned({ row, viewer, onAssign }: Pick<QueueTableProps, "viewer" | "onAssign"> & { row: ReviewRow }) {
  const words = useWords("review");
  const { speaker } = useSpeech();
  const { assigned_to: by, name } = row;
  const isMine = by === viewer;
  const [label, described] = by === null
    ? [words.take, words.takeOf]
    : isMine
    ? [words.giveBack, words.giveBackOf]
    : [words.takeOver, words.takeOverOf];
  return (
    <span class="flex items-center justify-between gap-2">
      <bdi class={by === null ? "text-ink-soft" : ""}>{by === null ? "" : isMine ? words.you : by}</bdi>
      {row.state !== "done" && (
        <Button
          size="small"
          look={by === null ? "plain" : "quiet"}
          aria-label={speaker.say(described, { name })}
          onClick={() => onAssign(row, isMine ? null : viewer)}
        >
          {label}
        </Button>
      )}
    </span>
  );
}
