import { useComputed } from "@preact/signals";
import { Fragment } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { isOver } from "../../../protocol/exam.ts";
import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Icon } from "../../components/icon.tsx";
import { LevelBadge } from "../../components/level_badge.tsx";
import { roomLevel } from "../room_level.ts";
import { type Speech, useSpeech, useWords, wordsOfPage } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { useFailureText } from "../../staff/call_failure.ts";
import type { RoomData } from "../room/room_data.ts";
import { isOnBreak } from "../room/room_filter.ts";
import type { RoomSession } from "../room/room_session.ts";
import type { Viewer } from "../../staff/viewer.ts";
import { TakenPart } from "../people/taken_part.tsx";
import { ActionBar } from "./action_bar.tsx";
import { AttemptSource } from "./attempt_source.ts";
import { CopyAddress } from "./copy_address.tsx";
import { EventsTab } from "./events_tab.tsx";
import { ExpectedPart } from "./expected_part.tsx";
import { LogSource } from "./log_source.ts";
import type { Span } from "./risk_marks.tsx";
import { WhyTab } from "./why_tab.tsx";
import { ageText, clockTimeText } from "../../../words/times.ts";

interface DrawerProps {
  exam: RoomData["exam"];
  role: Viewer["role"];
  /** The one who looks at the page. */
  me: string;
  attemptId: string;
  session: RoomSession;
  /** Another number each time that somebody opens it to work in it. */
  visit: number;
  onClose: () => void;
  /** Shows another attempt in its place: the student who was expected has come. */
  onMove: (attemptId: string) => void;
}

const TABS = [
  { id: "why", key: "why" },
  { id: "events", key: "events" },
] as const;
type TabId = (typeof TABS)[number]["id"];

/** One student beside the room: why the score is what it is, what happened, and what can be done. */
export function Drawer({ exam, role, me, attemptId, session, visit, onClose, onMove }: DrawerProps) {
  const [tab, setTab] = useState<TabId>("why");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [visit]);
  return (
    <aside
      data-focus-home="last"
      aria-labelledby="drawer-title"
      class="fixed bottom-0 end-0 top-(--banner-height) z-20 flex w-full flex-col bg-raised shadow-drawer sm:w-[33rem]"
    >
      <DrawerBody
        key={attemptId}
        {...{ exam, role, me, attemptId, session, onClose, onMove, tab, heading }}
        onTab={setTab}
      />
    </aside>
  );
}

interface DrawerBodyProps extends Omit<DrawerProps, "visit"> {
  tab: TabId;
  onTab: (tab: TabId) => void;
  heading: { current: HTMLHeadingElement | null };
}

function DrawerBody({ exam, role, me, attemptId, session, onClose, onMove, tab, onTab, heading }: DrawerBodyProps) {
  const path = `/api/exams/${encodeURIComponent(exam.exam_id)}/attempts/${encodeURIComponent(attemptId)}`;
  /** The events that are looked at; null for all. */
  const [span, setSpan] = useState<Span | null>(null);
  const source = useMemo(() => new AttemptSource(path), [path]);
  const log = useMemo(() => new LogSource(`${path}/log`), [path]);
  const panel = useRef<HTMLDivElement>(null);
  const { store } = session;
  const row = useComputed(() => store.revision.value < 0 ? undefined : store.rows.get(attemptId)).value;
  const isExpected = row?.student.value.state === "expected";
  // A link may lead to somebody who has no attempt yet: only the room knows.
  const isLoaded = store.isLoaded.value;

  useEffect(() => {
    if (isExpected || !isLoaded) return;
    source.refresh();
    const stopFollowing = row?.student.subscribe(() => source.refresh());
    return () => {
      stopFollowing?.();
      source.stop();
    };
  }, [source, row, isExpected, isLoaded]);

  // A link to somebody who was expected leads to their attempt once there is one.
  const cameAs = isLoaded && row === undefined ? store.attemptOfExpected(attemptId) : null;
  useEffect(() => {
    if (cameAs !== null) onMove(cameAs);
  }, [cameAs]);

  function showEvents(stretch: Span) {
    setSpan(stretch);
    onTab("events");
    panel.current?.focus();
  }

  const detail = source.detail.value;
  const problem = source.problem.value;
  const isGone = isLoaded && row === undefined && problem?.status === 404;
  // The row is never older than the detail.
  const student = row?.student.value ?? detail?.student;
  const nowMs = session.serverNow.value;
  const speech = useSpeech();
  const words = useWords("drawer");
  const { loading } = useWords("calls");
  const failureText = useFailureText();
  return (
    <>
      <div class="flex flex-col gap-2.5 border-b border-line px-4 pb-3 pt-3 sm:px-5">
        <div class="flex items-start gap-3">
          <h2
            id="drawer-title"
            ref={heading}
            tabIndex={-1}
            data-focus-home
            dir="auto"
            translate={false}
            class="min-w-0 flex-1 break-words text-lg font-semibold outline-none"
          >
            {student?.name ?? words.student}
          </h2>
          {student !== undefined && <CopyAddress />}
          <button
            type="button"
            onClick={onClose}
            aria-label={words.close}
            class="-me-1.5 inline-flex size-8 items-center justify-center rounded-field text-ink-soft hover:bg-sunken hover:text-ink"
          >
            <Icon name="close" />
          </button>
        </div>
        {student !== undefined && (
          <div class="-mt-1 flex items-center gap-x-3">
            {!isExpected && (
              <div class="flex items-center gap-2">
                <LevelBadge level={roomLevel(student)} />
                <span class="text-xl font-semibold tabular-nums">
                  <span class="sr-only">{words.risk}</span>
                  {speech.speaker.number(Math.round(student.risk))}
                </span>
              </div>
            )}
            <p class="min-w-0 flex-1 break-words text-dense tabular-nums text-ink-soft">
              {standing(speech, student, nowMs).map((part, index) => (
                <Fragment key={index}>
                  {index > 0 && " · "}
                  <bdi>{part}</bdi>
                </Fragment>
              ))}
            </p>
          </div>
        )}
        {row !== undefined && !isExpected && <TakenPart {...{ session, row, me }} />}
        {student !== undefined && !isExpected && <ActionBar exam={exam} student={student} session={session} />}
      </div>
      {isGone
        ? (
          <div class="px-4 py-4 sm:px-5">
            <AlertBox tone="info" role="status" title={words.gone.title}>
              <p>{words.gone.meaning}</p>
            </AlertBox>
          </div>
        )
        : isExpected
        ? <ExpectedPart {...{ exam, role, session, studentId: student?.student_id, onCome: onMove }} />
        : (
          <>
            <Tabs tab={tab} onTab={onTab} />
            <div
              ref={panel}
              role="tabpanel"
              id="drawer-panel"
              aria-labelledby={`drawer-tab-${tab}`}
              tabIndex={0}
              data-focus-home
              class="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 py-4 sm:px-5"
            >
              {problem !== null && <AlertBox tone="problem" role="alert" title={failureText(problem)} />}
              {tab === "why" &&
                (detail === null ? problem === null && <p class="text-sm text-ink-soft">{loading}</p> : (
                  <WhyTab
                    examId={exam.exam_id}
                    {...{ detail, path, session, role }}
                    onDecided={() => source.refresh()}
                    onEvents={showEvents}
                  />
                ))}
              {tab === "events" && (
                <EventsTab
                  log={log}
                  student={row?.student}
                  questions={exam.questions}
                  span={span}
                  onAll={() => setSpan(null)}
                />
              )}
            </div>
          </>
        )}
    </>
  );
}

/** How a student stands, in one line of a few parts. */
function standing(speech: Speech, student: RoomStudent, nowMs: number): string[] {
  const { speaker } = speech;
  const words = wordsOfPage(speech, "drawer").standing;
  const parts = [student.number ?? "", stateOf(speech, student)];
  if (student.group) parts.push(student.group);
  if (student.state !== "expected" && !isOver(student.state)) {
    parts.push(
      student.connected
        ? words.connected
        : student.last_seen === 0
        ? words.disconnected
        : speaker.say(words.disconnectedSince, {
          age: ageText(speaker, Math.max(0, nowMs - student.last_seen)),
        }),
      // Whose time has not begun has none that is left.
      student.state === "waiting" ? "" : speaker.say(words.left, { time: clockText(student.deadline - nowMs) }),
    );
  }
  if (student.namesake !== null) parts.push(wordsOfPage(speech, "room").row[student.namesake]);
  if (student.accommodated) parts.push(words.accommodated);
  if (student.silent) parts.push(words.silent);
  if (student.by_api) parts.push(words.byApi);
  if (student.watched_by) parts.push(words.watched[student.watched_by]);
  if (student.removed) parts.push(words.removed);
  return parts.filter((part) => part !== "");
}

/** The state in a word; a break is no pause by a proctor. */
function stateOf(speech: Speech, student: RoomStudent): string {
  if (!isOnBreak(student)) return wordsOfPage(speech, "attemptStates")[student.state];
  const until = clockTimeText(speech.speaker, student.break_until ?? 0);
  return speech.speaker.say(wordsOfPage(speech, "room").row.onBreak, { until });
}

function Tabs({ tab, onTab }: { tab: TabId; onTab: (tab: TabId) => void }) {
  const words = useWords("drawer");
  function move(event: KeyboardEvent) {
    const isForward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = event.key === isForward ? 1 : event.key === "ArrowRight" || event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = TABS.findIndex((item) => item.id === tab);
    const next = TABS[(index + step + TABS.length) % TABS.length];
    onTab(next.id);
    document.getElementById(`drawer-tab-${next.id}`)?.focus();
  }
  return (
    <div role="tablist" aria-label={words.parts} onKeyDown={move} class="flex gap-4 border-b border-line px-4 sm:px-5">
      {TABS.map((item) => (
        <button
          key={item.id}
          id={`drawer-tab-${item.id}`}
          type="button"
          role="tab"
          aria-selected={tab === item.id}
          aria-controls="drawer-panel"
          tabIndex={tab === item.id ? 0 : -1}
          onClick={() => onTab(item.id)}
          class="-mb-px min-h-9 border-b-2 border-transparent text-dense font-medium text-ink-soft hover:text-ink aria-selected:border-accent aria-selected:text-ink"
        >
          {words.tabs[item.key]}
        </button>
      ))}
    </div>
  );
}
