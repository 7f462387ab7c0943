import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { useFailureText } from "../../staff/call_failure.ts";
import { timeText } from "../../../words/times.ts";
import { EventFeed, type FeedItem } from "./event_feed.ts";
import { FeedText } from "./feed_text.tsx";
import type { LogSource } from "./log_source.ts";
import type { Span } from "./risk_marks.tsx";

/** Lines drawn at first, and more with each press of the button. */
const LINES = 100;
/** A line this near to a stretch of time still belongs to it, ms. */
const MARGIN_MS = 1_000;
/** The log is read on at most this often while the student writes, in ms. */
const READ_EVERY_MS = 3_000;

interface EventsTabProps {
  log: LogSource;
  student: ReadonlySignal<RoomStudent> | undefined;
  questions: readonly string[];
  /** The stretch of time that is looked at; null for all. */
  span: Span | null;
  onAll: () => void;
}

/** What happened, newest first, in sentences. Lengths only: a student's words are not sent here. */
export function EventsTab({ log, student, questions, span, onAll }: EventsTabProps) {
  const feed = useMemo(() => new EventFeed(questions), [log]);
  const fed = useRef(0);
  const [isLoaded, setLoaded] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [notableOnly, setNotableOnly] = useState(false);
  const [lines, setLines] = useState(LINES);
  const [, redraw] = useState(0);
  const { speaker } = useSpeech();
  const words = useWords("feed");
  const { readingLog } = useWords("drawer");
  const failureText = useFailureText();

  useEffect(() => {
    let isGone = false;
    let isStale = false;
    const read = async () => {
      isStale = false;
      const failure = await log.readOn();
      if (isGone) return;
      for (; fed.current < log.entries.length; fed.current++) feed.add(log.entries[fed.current]);
      setProblem(failure === null ? null : failureText(failure));
      setLoaded(true);
      redraw((count) => count + 1);
    };
    void read();
    const stop = student?.subscribe(() => {
      isStale = true;
    });
    const timer = setInterval(() => {
      if (isStale) void read();
    }, READ_EVERY_MS);
    return () => {
      isGone = true;
      stop?.();
      clearInterval(timer);
    };
  }, [log]);

  const all = feed.newestFirst().filter(({ t }) => span === null || isWithin(t, span));
  const shown = notableOnly ? all.filter((item) => item.tone !== "plain") : all;
  return (
    <div class="flex flex-col gap-3">
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      {span !== null && (
        <p class="flex flex-wrap items-center justify-between gap-2 rounded-field bg-sunken px-3 py-1.5 text-dense">
          <span class="font-medium tabular-nums">
            {speaker.say(words.span, { from: clockText(span.from), to: clockText(span.to) })}
          </span>
          <Button size="small" onClick={onAll}>{words.allEvents}</Button>
        </p>
      )}
      <label class="inline-flex items-center gap-2 self-start text-dense">
        <input
          type="checkbox"
          class="size-4"
          checked={notableOnly}
          onChange={(event) => setNotableOnly(event.currentTarget.checked)}
        />
        {words.notableOnly}
      </label>
      {!isLoaded && <p class="text-sm text-ink-soft">{readingLog}</p>}
      {isLoaded && shown.length === 0 && (
        <p class="text-sm text-ink-soft">{span === null ? words.nothing : words.nothingThen}</p>
      )}
      <ol class="flex flex-col">
        {shown.slice(0, lines).map((item) => (
          <li key={item.key} class="flex gap-3 border-t border-line py-1.5 text-dense first:border-t-0">
            <span class="flex w-16 shrink-0 flex-col text-end tabular-nums text-ink-soft">
              {clockText(item.t)}
              {feed.startedAt !== null && (
                <time class="text-xs" dateTime={new Date(feed.startedAt + item.t).toISOString()}>
                  {timeText(speaker, feed.startedAt + item.t)}
                </time>
              )}
            </span>
            <span class={`min-w-0 break-words ${TONES[item.tone]}`}>
              <FeedText line={item.line} />
            </span>
          </li>
        ))}
      </ol>
      {shown.length > lines && (
        <div>
          <Button size="small" onClick={() => setLines(lines + LINES)}>
            {speaker.say(words.earlier, { n: shown.length - lines })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Whether a line belongs to a stretch of time. What it sums up may have begun a little before. */
function isWithin(t: number, { from, to }: Span): boolean {
  return t >= from - MARGIN_MS && t <= to + MARGIN_MS;
}

const TONES: Record<FeedItem["tone"], string> = {
  plain: "text-ink-soft",
  notable: "font-medium text-ink",
  done: "font-medium text-accent",
};
