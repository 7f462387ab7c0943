import { useEffect, useMemo, useState } from "preact/hooks";
import { z } from "zod";
import { ReviewRow, ReviewState } from "../../protocol/review.ts";
import { RiskLevel } from "../../protocol/risk.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { ButtonLink } from "../components/button_link.tsx";
import { EmptyState } from "../components/empty_state.tsx";
import { INPUT_CLASS } from "../components/field.tsx";
import { Loading } from "../components/loading.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { LetterKeys } from "../proctor/room/letter_keys.ts";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { assignReview } from "./assign_review.ts";
import { queueKeys, SEARCH_FIELD } from "./queue_keys.ts";
import { countStates, queueQuery, type QueueView, shownRows, STATES } from "./queue_order.ts";
import { QueueTable } from "./queue_table.tsx";
import type { ReviewData } from "./review_data.ts";

const Rows = z.array(ReviewRow);
const Level = z.union([RiskLevel, z.literal("all")]);

/** What of the queue an address asks for; what it says wrongly is not said. */
const Asked = z.object({
  state: z.union([ReviewState.exclude(["under_way"]), z.literal("all")]).optional().catch(undefined),
  level: Level.optional().catch(undefined),
  flags: z.literal("open").optional().catch(undefined),
}).transform(({ state, level, flags }): Partial<QueueView> => ({
  ...(state && { state }),
  ...(level && { level }),
  ...(flags && { isFlagged: true }),
}));

/** The attempts of an exam as reviewers go through them. */
export function QueuePage({ exam, viewer }: ReviewData) {
  const [rows, setRows] = useState<ReviewRow[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [view, setView] = useState<QueueView>({
    state: "to_review",
    search: "",
    isMine: false,
    level: "all",
    isFlagged: false,
    by: "peak",
    isDown: true,
  });
  const keys = useMemo(() => new LetterKeys(), []);
  const words = useWords("review");
  const { levels } = useWords("page");
  const { speaker } = useSpeech();
  const failureText = useFailureText();
  const base = `/api/exams/${exam.exam_id}`;

  async function load() {
    const outcome = await callStaff({ method: "GET", path: `${base}/review`, answer: Rows });
    if (outcome.ok) return setRows(outcome.value);
    if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
  }

  useEffect(() => {
    const asked = Object.fromEntries(new URLSearchParams(location.search));
    setView((before) => ({ ...before, ...Asked.parse(asked) }));
    keys.restore();
    void load();
    return queueKeys(document, keys);
  }, []);

  /** Shows other rows; the address says which, so that it can be kept, given on, and gone back to. */
  function choose(change: Partial<Pick<QueueView, "state" | "level" | "isFlagged">>) {
    const next = { ...view, ...change };
    setView(next);
    history.replaceState(null, "", queueQuery(next));
  }

  /** Whoever takes a review wants to read it; one that is given back leaves the list, and the page says where to. */
  async function assign(row: ReviewRow, to: string | null) {
    setSaid(null);
    const outcome = await assignReview(base, row, to);
    if (outcome.ok && to !== null) return location.assign(`/exams/${exam.exam_id}/review/${row.attempt_id}`);
    setProblem(outcome.ok ? null : failureText(outcome.error));
    if (outcome.ok) setSaid(speaker.say(words.givenBack, { name: row.name }));
    await load();
  }

  const counts = countStates(rows ?? []);
  const all = STATES.reduce((sum, state) => sum + counts[state], 0);
  return (
    <div class="mx-auto flex w-full max-w-6xl flex-1 flex-col gap-5 px-4 py-6 sm:px-6">
      <div class="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div class="flex flex-col gap-1">
          <h1 class="text-2xl font-semibold">{words.title}</h1>
          <p class="text-sm text-ink-soft">{words.lead}</p>
        </div>
        {rows !== null && all > 0 && (
          <ButtonLink
            size="small"
            class="sm:ms-auto"
            href={`/exams/${exam.exam_id}/review/compare`}
          >
            {words.compare}
          </ButtonLink>
        )}
        {rows !== null && all > 0 && (
          <ButtonLink
            size="small"
            href={`${base}/report`}
            target="_blank"
            title={words.reportMeaning}
          >
            {words.report}
          </ButtonLink>
        )}
        {rows !== null && all > 0 && (
          <div class="flex w-full flex-col gap-1 sm:w-56">
            <p class="text-dense font-medium tabular-nums" role="status">
              {speaker.say(words.progress, { done: counts.done, all })}
            </p>
            <meter class="points-meter block h-1.5 w-full" min={0} max={all} value={counts.done} aria-hidden="true" />
          </div>
        )}
      </div>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      {said !== null && <AlertBox tone="good" role="status" title={said} />}
      {rows === null && problem === null && <Loading />}
      {rows !== null && rows.length === 0 && <EmptyState lead={words.nothing} />}
      {rows !== null && rows.length > 0 && (
        <>
          <div class="flex flex-col gap-3">
            <div role="group" aria-label={words.filters} class="flex flex-wrap gap-1.5">
              {[...STATES, "all" as const].map((state) => (
                <button
                  key={state}
                  type="button"
                  aria-pressed={view.state === state}
                  onClick={() => choose({ state })}
                  class="inline-flex min-h-9 items-center rounded-field border border-line bg-raised px-3 text-dense font-medium tabular-nums hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft"
                >
                  {speaker.say(words.filter, {
                    name: state === "all" ? words.all : words.states[state],
                    n: state === "all" ? all : counts[state],
                  })}
                </button>
              ))}
            </div>
            <div class="flex flex-wrap items-end gap-x-4 gap-y-2">
              <label class="inline-flex min-h-9 items-center gap-2 text-dense">
                <input
                  type="checkbox"
                  class="size-4"
                  checked={view.isMine}
                  onChange={(event) => setView({ ...view, isMine: event.currentTarget.checked })}
                />
                {words.mine}
              </label>
              <label class="inline-flex min-h-9 items-center gap-2 text-dense">
                <input
                  type="checkbox"
                  class="size-4"
                  checked={view.isFlagged}
                  onChange={(event) => choose({ isFlagged: event.currentTarget.checked })}
                />
                {words.flagged}
              </label>
              <div class="flex flex-col gap-1.5">
                <label for="level-of-peak" class="text-dense font-medium">{words.columns.peak}</label>
                <select
                  id="level-of-peak"
                  class={INPUT_CLASS}
                  value={view.level}
                  onChange={(event) => choose({ level: Level.parse(event.currentTarget.value) })}
                >
                  <option value="all">{words.all}</option>
                  {RiskLevel.options.map((level) => <option key={level} value={level}>{levels[level]}</option>)}
                </select>
              </div>
              <div class="flex w-full flex-col gap-1.5 sm:ms-auto sm:w-72">
                <label for={SEARCH_FIELD} class="text-dense font-medium">{words.search}</label>
                <input
                  id={SEARCH_FIELD}
                  type="search"
                  class={INPUT_CLASS}
                  value={view.search}
                  onInput={(event) => setView({ ...view, search: event.currentTarget.value })}
                />
              </div>
            </div>
          </div>
          <QueueTable
            examId={exam.exam_id}
            viewer={viewer.username}
            rows={shownRows(rows, view, viewer.username)}
            view={view}
            onSort={(by) =>
              setView({ ...view, by, isDown: view.by === by ? !view.isDown : by === "peak" || by === "flags" })}
            onAssign={assign}
          />
          <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-dense text-ink-soft">
            <label class="inline-flex items-center gap-2">
              <input
                type="checkbox"
                class="size-4"
                checked={keys.isOn.value}
                onChange={(event) => keys.turn(event.currentTarget.checked)}
              />
              <span>{words.keys}</span>
            </label>
            {counts.under_way > 0 && <p>{speaker.say(words.underWay, { n: counts.under_way })}</p>}
          </div>
        </>
      )}
    </div>
  );
}
