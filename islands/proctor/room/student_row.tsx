import type { ReadonlySignal } from "@preact/signals";
import { type Declared, isOver } from "../../../protocol/exam.ts";
import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import { clockText } from "../../components/time_text.ts";
import { Icon } from "../../components/icon.tsx";
import { LevelBadge } from "../../components/level_badge.tsx";
import { roomLevel } from "../room_level.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useContributionText } from "../contribution_text.ts";
import { ChooseBox } from "../many/choose_box.tsx";
import { isOnBreak } from "./room_filter.ts";
import { RowPeople } from "../people/row_people.tsx";
import type { RoomRow } from "./room_store.ts";
import { Sparkline } from "./sparkline.tsx";
import { listText } from "../../../words/lists.ts";
import { ageText, clockTimeText } from "../../../words/times.ts";

/** Seen less than this ago is seen now, in ms. */
const NOW_MS = 5_000;

interface StudentRowProps {
  row: RoomRow;
  me: string;
  /** 1 for the first row below the headings' line. */
  place: number;
  isOpen: boolean;
  /** Whether Tab leads here; one row of the list has it. */
  isTabStop: boolean;
  /** Whether it is among those that something is to be done to. */
  isChosen: boolean;
  questions: readonly string[];
  serverNow: ReadonlySignal<number>;
  hasTrace: boolean;
  onOpen: (id: string) => void;
  onFocus: (id: string) => void;
  onChoose: (id: string, isRange: boolean) => boolean;
  /** Null while nothing can be done. */
  onAdmit: ((id: string) => void) | null;
}

/** One student in the room. Redrawn when its own signal or the clock's second changes, and for nothing else. */
export function StudentRow(
  { row, place, isOpen, isTabStop, isChosen, questions, serverNow, ...rest }: StudentRowProps,
) {
  const student = row.student.value;
  const nowMs = serverNow.value;
  const { speaker } = useSpeech();
  const words = useWords("room").row;
  const isHere = student.state !== "expected";
  return (
    <div
      role="row"
      aria-rowindex={place + 1}
      data-attempt={row.id}
      data-open={isOpen ? "true" : undefined}
      data-chosen={isChosen ? "true" : undefined}
      onClick={() => rest.onOpen(row.id)}
      class={`room-row h-full cursor-pointer border-b border-line border-s-2 px-3 text-dense hover:bg-sunken sm:px-4 ` +
        `data-chosen:bg-sunken data-open:bg-accent-soft ${EDGES[isOver(student.state) ? "low" : student.level]}`}
    >
      <div role="cell" data-cell="choose">
        {isHere && (
          <ChooseBox
            name={student.name}
            isChosen={isChosen}
            isTabStop={isTabStop}
            onChoose={(isRange) => rest.onChoose(row.id, isRange)}
          />
        )}
      </div>
      <div role="cell" data-cell="name" class="flex min-w-0 items-baseline gap-2">
        <button
          type="button"
          data-row-button
          translate={false}
          tabIndex={isTabStop ? 0 : -1}
          aria-pressed={isOpen}
          onFocus={() => rest.onFocus(row.id)}
          dir="auto"
          class={`min-w-0 truncate rounded-sm text-start ${isHere ? "font-medium" : "text-ink-soft"}`}
          title={student.name}
        >
          {student.name}
        </button>
        {student.number !== null && (
          <span class="max-w-24 shrink-0 truncate text-xs tabular-nums text-ink-soft" dir="auto" translate={false}>
            {student.number}
          </span>
        )}
        {student.namesake !== null && (
          <span
            class={`shrink-0 text-xs ${student.namesake === "same" ? "text-ink-soft" : "font-semibold text-medium"}`}
            title={words[student.namesake]}
          >
            <span aria-hidden="true">≈</span>
            <span class="sr-only">{words[student.namesake]}</span>
          </span>
        )}
        {student.accommodated && (
          <span class="shrink-0 text-xs text-ink-soft" title={words.accommodated}>
            <span aria-hidden="true">{words.accommodatedMark}</span>
            <span class="sr-only">{words.accommodated}</span>
          </span>
        )}
        {student.by_api && <DrawnMark mark={words.byApiMark} meaning={words.byApi} />}
        {student.watched_by && <DrawnMark mark={words.watchedMark} meaning={words.watched[student.watched_by]} />}
        {student.declared !== undefined && <Declares declared={student.declared} />}
        <RowPeople row={row} me={rest.me} />
      </div>
      <div role="cell" data-cell="level">
        {isHere && <LevelBadge isQuiet level={roomLevel(student)} />}
      </div>
      <div role="cell" data-cell="risk" class="text-end font-semibold tabular-nums">
        {isHere && Math.round(student.risk)}
      </div>
      <div role="cell" data-cell="trace">
        {isHere && rest.hasTrace && <Sparkline trace={row.trace} risk={student.risk} nowMs={Date.now()} />}
      </div>
      <div role="cell" data-cell="why" class="min-w-0 truncate text-ink-soft">
        {isHere ? <Why reasons={student.reasons} /> : <bdi>{student.group}</bdi>}
      </div>
      <div role="cell" data-cell="state" class="min-w-0 truncate">
        {student.state === "waiting"
          ? <Waits {...{ student, isTabStop }} onAdmit={rest.onAdmit} />
          : <StateText student={student} nowMs={nowMs} />}
      </div>
      <div role="cell" data-cell="progress" class="truncate tabular-nums text-ink-soft">
        {isHere && <Progress student={student} questions={questions} />}
      </div>
      <div role="cell" data-cell="seen" class="truncate tabular-nums">
        {isHere && <Seen student={student} nowMs={nowMs} />}
      </div>
      <div role="cell" data-cell="flags" class="text-end">
        {student.flags > 0 && (
          <span class="inline-flex items-center gap-0.5 font-semibold tabular-nums text-medium">
            <Icon name="flag" class="size-3.5" />
            <span aria-hidden="true">{speaker.number(student.flags)}</span>
            <span class="sr-only">{speaker.count(student.flags, "openFlags")}</span>
          </span>
        )}
      </div>
    </div>
  );
}

/** What a student says to use, in their own word: a mark, whatever it is. */
function Declares({ declared }: { declared: Declared }) {
  const { speaker } = useSpeech();
  const words = useWords("room").row;
  const technologies = useWords("technologies");
  const list = listText(speaker.language, declared.map((technology) => technologies[technology]));
  const text = speaker.say(words.declared, { technologies: list });
  return (
    <span class="shrink-0 text-xs text-ink-soft" title={text}>
      <span aria-hidden="true">{words.declaredMark}</span>
      <span class="sr-only">{text}</span>
    </span>
  );
}

const EDGES = {
  low: "border-s-transparent",
  medium: "border-s-medium",
  high: "border-s-high",
} as const;

function Why({ reasons }: { reasons: RoomStudent["reasons"] }) {
  const textOf = useContributionText();
  const words = useWords("room").row;
  const shown = reasons.filter(([, points]) => points >= 1);
  if (shown.length === 0) return <span>{words.nothing}</span>;
  return (
    <>
      {shown.map(([name, points], index) => (
        <span key={name}>
          {index > 0 && <span aria-hidden="true" class="mx-1.5">·</span>}
          <span class="text-ink">{textOf(name).name}</span> <span class="tabular-nums">{Math.round(points)}</span>
        </span>
      ))}
    </>
  );
}

function StateText({ student, nowMs }: { student: RoomStudent; nowMs: number }) {
  const states = useWords("attemptStates");
  const words = useWords("room").row;
  const { speaker } = useSpeech();
  const { state } = student;
  if (student.silent) {
    return (
      <span class="font-medium text-medium" title={words.silentMeaning}>
        {words.silent}
      </span>
    );
  }
  if (isOnBreak(student)) {
    return (
      <span class="flex items-center gap-1 text-ink-soft">
        <Icon name="clock" class="size-3.5" />
        {speaker.say(words.onBreak, { until: clockTimeText(speaker, student.break_until ?? 0) })}
      </span>
    );
  }
  const colour = state === "locked" ? "text-high" : state === "paused" ? "text-medium" : "text-ink-soft";
  return (
    <span class={`flex items-center gap-1 ${colour}`}>
      {state === "locked" && <Icon name="lock" class="size-3.5" />}
      {state === "paused" && <Icon name="pause" class="size-3.5" />}
      {states[state]}
      {state === "active" && <TimeLeft ms={student.deadline - nowMs} />}
    </span>
  );
}

/** How long a student still has. */
function TimeLeft({ ms }: { ms: number }) {
  const { speaker } = useSpeech();
  const time = clockText(ms);
  return (
    <>
      <span class="tabular-nums" aria-hidden="true">{time}</span>
      <span class="sr-only">{speaker.say(useWords("room").row.left, { time })}</span>
    </>
  );
}

/** Who waits is let in from the row: that is what a proctor has to do with it. */
function Waits(
  { student, isTabStop, onAdmit }: { student: RoomStudent } & Pick<StudentRowProps, "isTabStop" | "onAdmit">,
) {
  const { speaker } = useSpeech();
  const states = useWords("attemptStates");
  const words = useWords("room").admission;
  const { attempt_id, name } = student;
  return (
    <span class="flex items-center gap-2">
      <span class="truncate font-medium text-accent">{states.waiting}</span>
      <button
        type="button"
        tabIndex={isTabStop ? 0 : -1}
        aria-label={speaker.say(words.admit, { name })}
        disabled={onAdmit === null}
        onClick={(event) => {
          event.stopPropagation();
          onAdmit?.(attempt_id);
        }}
        class="min-h-6 shrink-0 rounded-field border border-accent bg-raised px-2 font-medium text-accent hover:bg-accent-soft disabled:opacity-60"
      >
        {words.admitShort}
      </button>
    </span>
  );
}

function Seen({ student, nowMs }: { student: RoomStudent; nowMs: number }) {
  const { speaker } = useSpeech();
  const words = useWords("room").row;
  if (isOver(student.state)) return <span class="text-ink-soft">–</span>;
  const age = nowMs - student.last_seen;
  const seen = student.last_seen === 0 ? words.never : age < NOW_MS ? words.now : ageText(speaker, age);
  if (student.connected) {
    return (
      <span class="flex items-center gap-1.5 text-ink-soft">
        <span class="size-1.5 rounded-full bg-low" aria-hidden="true" />
        <span class="sr-only">{words.connected}</span>
        {seen}
      </span>
    );
  }
  return (
    <span class="flex items-center gap-1.5 font-medium text-medium">
      <span class="size-1.5 rounded-full border border-medium" aria-hidden="true" />
      <span class="sr-only">{words.disconnected}</span>
      {seen}
    </span>
  );
}

/** Where a student is in the paper: "Q2 · 3 of 6". */
function Progress({ student, questions }: { student: RoomStudent; questions: readonly string[] }) {
  const { speaker } = useSpeech();
  const words = useWords("room").row;
  const n = student.question === null ? 0 : questions.indexOf(student.question) + 1;
  const values = { n, answered: student.answered, questions: questions.length };
  return <>{speaker.say(n === 0 || isOver(student.state) ? words.answered : words.answeredAt, values)}</>;
}

/** A mark beside a name that is drawn and not written: the cell's text is the name. */
function DrawnMark({ mark, meaning }: { mark: string; meaning: string }) {
  return (
    <span
      role="img"
      aria-label={meaning}
      title={meaning}
      data-mark={mark}
      class="shrink-0 rounded border border-line px-1 text-xs text-ink-soft before:content-[attr(data-mark)]"
    />
  );
}
