import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useWords } from "../../components/speech.tsx";
import type { Admission } from "./admission.ts";
import type { RoomSession } from "./room_session.ts";
import type { RoomSort } from "./room_order.ts";
import type { RoomView } from "./room_view.ts";
import { ChooseShown } from "../many/choose_box.tsx";
import { StudentRow } from "./student_row.tsx";
import { visibleRange } from "./visible_range.ts";

/** Heights of a row in px: a dense line, or a card where the list is narrower than {@link CARD_BELOW_PX}. */
const LINE_PX = 40;
/** Thirty of these stand on a page of 900 px below the line of headings. */
const COMPACT_PX = 28;
const CARD_PX = 92;
const CARD_BELOW_PX = 816;
/** Narrower than this, a line has no sparkline; see static/style/room_rows.css. */
const NO_TRACE_PX = 1_136;
/** The order stays held this long after a finger has left the list, in ms. */
const TOUCH_HOLD_MS = 2_000;

interface StudentListProps {
  session: RoomSession;
  view: RoomView;
  admission: Admission;
  questions: readonly string[];
  /** The one who looks at the page. */
  me: string;
}

/** The students as a table of which only what can be seen is drawn: a thousand rows cost as much as thirty. */
export function StudentList({ session, view, admission, questions, me }: StudentListProps) {
  const body = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(1_200);
  const [range, setRange] = useState({ from: 0, to: 40 });
  const [focused, setFocused] = useState<string | null>(null);
  const order = view.order.value;
  const opened = view.opened.value;
  const chosen = view.selection.chosen.value;
  const isCard = width < CARD_BELOW_PX;
  const rowHeight = isCard ? CARD_PX : view.compact.isOn.value ? COMPACT_PX : LINE_PX;

  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    const measure = () => {
      const box = element.getBoundingClientRect();
      setWidth(box.width);
      const next = visibleRange(order.length, rowHeight, box.top, innerHeight);
      setRange((known) => known.from === next.from && known.to === next.to ? known : next);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    addEventListener("scroll", measure, { passive: true });
    addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      removeEventListener("scroll", measure);
      removeEventListener("resize", measure);
    };
  }, [order.length, rowHeight]);

  useHold(body, view);
  const words = useWords("room").list;

  const tabStop = focused !== null && order.includes(focused) ? focused : order[0];
  return (
    <div class="room-list" role="table" aria-label={words.label} aria-rowcount={order.length + 1}>
      <div role="rowgroup" class="sticky top-(--banner-height) z-10">
        <div
          role="row"
          aria-rowindex={1}
          class="room-headings h-8 items-center bg-surface gap-x-3 border-b border-s-2 border-line border-s-transparent px-3 text-xs font-medium text-ink-soft sm:px-4"
        >
          <div role="columnheader">
            <ChooseShown view={view} />
          </div>
          <Heading view={view} sort="name" label={words.student} />
          <div role="columnheader">{words.level}</div>
          <Heading view={view} sort="risk" label={words.risk} isNumber />
          {width >= NO_TRACE_PX && <div role="columnheader">{words.trend}</div>}
          <div role="columnheader">{words.reasons}</div>
          <div role="columnheader">{words.state}</div>
          {width >= NO_TRACE_PX && <div role="columnheader">{words.answered}</div>}
          <Heading view={view} sort="last_seen" label={words.seen} />
          <div role="columnheader" class="text-end">
            <span class="sr-only">{words.flags}</span>
          </div>
        </div>
      </div>
      <div ref={body} role="rowgroup" class="relative" style={{ height: `${order.length * rowHeight}px` }}>
        {drawnPlaces(range, order.length, tabStop === undefined ? -1 : order.indexOf(tabStop)).map((place) => {
          const id = order[place];
          const row = session.store.rows.get(id);
          if (row === undefined) return null;
          return (
            <div
              key={id}
              role="presentation"
              class="absolute inset-x-0 top-0"
              style={{ height: `${rowHeight}px`, transform: `translateY(${place * rowHeight}px)` }}
            >
              <StudentRow
                row={row}
                me={me}
                place={place + 1}
                isOpen={opened === id}
                isTabStop={tabStop === id}
                isChosen={chosen.has(id)}
                questions={questions}
                serverNow={session.serverNow}
                hasTrace={isCard || width >= NO_TRACE_PX}
                onOpen={(attempt) => view.open(attempt)}
                onFocus={setFocused}
                onChoose={(attempt, isRange) => view.choose(attempt, isRange)}
                onAdmit={session.isOnline ? (attempt) => void admission.admit([attempt]) : null}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Places to draw, in order: what can be seen, and the row that Tab leads to or that has the focus, wherever it is. */
function drawnPlaces({ from, to }: { from: number; to: number }, count: number, stop: number): number[] {
  const end = Math.min(to, count);
  const seen = Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);
  if (stop < 0) return seen;
  if (stop < from) return [stop, ...seen];
  return stop >= end ? [...seen, stop] : seen;
}

function Heading(
  { view, sort, label, isNumber }: { view: RoomView; sort: RoomSort; label: string; isNumber?: boolean },
) {
  const isCurrent = view.sort.value === sort;
  const direction = sort === "risk" ? "descending" : "ascending";
  return (
    <div role="columnheader" aria-sort={isCurrent ? direction : undefined} class={isNumber ? "text-end" : ""}>
      <button
        type="button"
        onClick={() => view.sortBy(sort)}
        class={`inline-flex items-center gap-1 rounded-sm hover:text-ink ${isCurrent ? "text-ink" : ""}`}
      >
        {label}
        {isCurrent && <span aria-hidden="true">{direction === "descending" ? "↓" : "↑"}</span>}
      </button>
    </div>
  );
}

/** Holds the order while a pointer is over the list, the focus is in it, or a finger was on it just now. */
function useHold(body: { current: HTMLDivElement | null }, view: RoomView): void {
  useEffect(() => {
    const element = body.current;
    if (element === null) return;
    let isOver = false;
    let isFocused = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const update = () => {
      view.isTouched.value = isOver || isFocused || timer !== null;
    };
    const listeners: [keyof HTMLElementEventMap, (event: Event) => void][] = [
      ["pointerenter", (event) => {
        isOver = event instanceof PointerEvent && event.pointerType !== "touch";
        update();
      }],
      ["pointerleave", () => {
        isOver = false;
        update();
      }],
      ["focusin", (event) => {
        isFocused = event.target instanceof Element && event.target.matches(":focus-visible");
        update();
      }],
      ["focusout", () => {
        isFocused = false;
        update();
      }],
      ["touchstart", () => {
        clearTimeout(timer ?? undefined);
        timer = setTimeout(() => {
          timer = null;
          update();
        }, TOUCH_HOLD_MS);
        update();
      }],
    ];
    for (const [type, listener] of listeners) element.addEventListener(type, listener, { passive: true });
    return () => {
      for (const [type, listener] of listeners) element.removeEventListener(type, listener);
      clearTimeout(timer ?? undefined);
      view.isTouched.value = false;
    };
  }, [view]);
}
