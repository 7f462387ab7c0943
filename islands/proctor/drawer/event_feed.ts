import type { RedactedEntry, RedactedEvent } from "../../../protocol/redacted_log.ts";

/** A line of the feed. */
export interface FeedItem {
  key: number;
  /** Attempt time, ms. */
  t: number;
  text: string;
  /** `notable` is what a signal looks at, `done` what staff or system did, `plain` everything else. */
  tone: "plain" | "notable" | "done";
}

/** Away for less than this counts nothing, as in scoring, in ms. */
const SHORTEST_AWAY_MS = 1_000;
/** Without input for less than this is thinking, in ms. */
const SHORTEST_IDLE_MS = 30_000;
/** Writing is summed up over this long, in ms. */
const WRITING_MS = 60_000;

/**
 * An attempt's log in sentences, fed entry by entry in the log's order.
 *
 * Keys and pointer are summed up; a window's blur and its tab's hiding are one spell away.
 */
export class EventFeed {
  readonly items: FeedItem[] = [];
  readonly #questions: readonly string[];
  #key = 0;
  #lastT = 0;
  #isFocused = true;
  #isVisible = true;
  #awaySince: number | null = null;
  #writing: { since: number; keys: number; added: number; removed: number } | null = null;

  /** @param questions Ids in the paper's order, to call questions by number. */
  constructor(questions: readonly string[]) {
    this.#questions = questions;
  }

  /** Takes the next entry. */
  add(entry: RedactedEntry): void {
    if (entry.kind !== "batch") {
      this.#flushWriting();
      this.#put(this.#lastT, controlText(entry), "done");
      return;
    }
    for (const event of entry.events) {
      this.#lastT = Math.max(this.#lastT, event.t);
      this.#take(event);
    }
  }

  /** What is still going on at the end of what was fed, newest first, before {@link items}. */
  pending(): FeedItem[] {
    const items: FeedItem[] = [];
    if (this.#writing !== null) items.push({ key: -1, ...this.#writingLine(this.#writing) });
    if (this.#awaySince !== null) items.push({ key: -2, t: this.#awaySince, text: "Away since then", tone: "notable" });
    return items.sort((a, b) => b.t - a.t);
  }

  #take(event: RedactedEvent): void {
    switch (event.type) {
      case "keystroke_data":
        this.#write(event.t, 1, 0, 0);
        break;
      case "mouse_data":
        break;
      case "answer_edit":
        if (isWriting(event.input) || event.inserted < 2) this.#write(event.t, 0, event.inserted, event.removed);
        else if (!this.#wasJustPasted(event)) {
          this.#put(event.t, arrivedText(event, this.#name(event.question)), "plain");
        }
        break;
      case "focus_change":
        this.#isFocused = event.focused;
        this.#turn(event.t);
        break;
      case "tab_switch":
        this.#isVisible = event.visible;
        this.#turn(event.t);
        break;
      case "idle":
        if (event.duration >= SHORTEST_IDLE_MS) this.#put(event.t, `No input for ${spanText(event.duration)}`, "plain");
        break;
      default:
        this.#put(event.t, plainText(event, (id) => this.#name(id)), isNotable(event) ? "notable" : "plain");
    }
  }

  /** The paste itself has a line of its own, with where it came from. */
  #wasJustPasted(edit: Edit): boolean {
    const last = this.items.at(-1);
    return edit.input === "paste" && last !== undefined && last.text.startsWith("Pasted") && edit.t - last.t < 1_000;
  }

  /** Away begins when the first of focus and tab goes, and ends when both are back. */
  #turn(t: number): void {
    const isHere = this.#isFocused && this.#isVisible;
    if (!isHere) {
      this.#awaySince ??= t;
      return;
    }
    if (this.#awaySince === null) return;
    const since = this.#awaySince;
    this.#awaySince = null;
    if (t - since < SHORTEST_AWAY_MS) return;
    this.#put(since, `Away for ${spanText(t - since)}`, "notable");
  }

  #write(t: number, keys: number, added: number, removed: number): void {
    if (this.#writing !== null && t - this.#writing.since > WRITING_MS) this.#flushWriting();
    this.#writing ??= { since: t, keys: 0, added: 0, removed: 0 };
    this.#writing.keys += keys;
    this.#writing.added += added;
    this.#writing.removed += removed;
  }

  #flushWriting(): void {
    if (this.#writing === null) return;
    this.items.push({ key: ++this.#key, ...this.#writingLine(this.#writing) });
    this.#writing = null;
  }

  #writingLine(writing: { since: number; keys: number; added: number; removed: number }): Omit<FeedItem, "key"> {
    const parts = [counted(writing.keys, "key")];
    if (writing.added > 0) parts.push(`${counted(writing.added, "character")} added`);
    if (writing.removed > 0) parts.push(`${writing.removed} removed`);
    return { t: writing.since, text: `Writing: ${parts.join(", ")}`, tone: "plain" };
  }

  #put(t: number, text: string, tone: FeedItem["tone"]): void {
    this.#flushWriting();
    this.items.push({ key: ++this.#key, t, text, tone });
  }

  #name(question: string): string {
    const index = this.#questions.indexOf(question);
    return index < 0 ? `question ${question}` : `question ${index + 1}`;
  }
}

type Simple = Exclude<
  RedactedEvent,
  { type: "keystroke_data" | "mouse_data" | "answer_edit" | "focus_change" | "tab_switch" | "idle" }
>;

function plainText(event: Simple, name: (question: string) => string): string {
  switch (event.type) {
    case "copy_event":
      return `Copied ${counted(event.length, "character")}`;
    case "cut_event":
      return `Cut ${counted(event.length, "character")}`;
    case "paste_event":
      return `Pasted ${counted(event.length, "character")} from ${event.origin === "exam" ? "this exam" : "outside"}`;
    case "window_resize":
      return `Window resized to ${event.width} × ${event.height} of ${event.screenWidth} × ${event.screenHeight}`;
    case "fullscreen_change":
      return event.active ? "Entered fullscreen" : "Left fullscreen";
    case "display_change":
      return event.extended ? "The browser reports more than one screen" : "The browser reports one screen";
    case "connection_change":
      return event.online ? "Back online" : "Went offline";
    case "question_view":
      return `Opened ${name(event.question)}`;
    case "answer_select":
      return event.choices === 0 ? `Cleared ${name(event.question)}` : `Answered ${name(event.question)}`;
  }
}

function isNotable(event: Simple): boolean {
  return (event.type === "paste_event" && event.origin === "outside") ||
    (event.type === "fullscreen_change" && !event.active) || (event.type === "display_change" && event.extended);
}

type Edit = Extract<RedactedEvent, { type: "answer_edit" }>;

/** Writing is what hands and history do; the rest arrived as a piece. */
function isWriting(input: Edit["input"]): boolean {
  return input === undefined || input === "typing" || input === "composition" || input === "history";
}

function arrivedText(edit: Edit, question: string): string {
  const how = edit.input === "dictation"
    ? "by dictation"
    : edit.input === "replacement"
    ? "by a correction"
    : edit.input === "drop"
    ? "by drag and drop"
    : edit.input === "paste"
    ? "by pasting"
    : "at once";
  return `${counted(edit.inserted, "character")} put into ${question} ${how}`;
}

type Control = Exclude<RedactedEntry, { kind: "batch" }>;

function controlText(entry: Control): string {
  const by = entry.by === "student" ? "by the student" : entry.by === "system" ? "by the system" : `by ${entry.by}`;
  const why = entry.reason === null || entry.reason === "" ? "" : `: ${entry.reason}`;
  switch (entry.kind) {
    case "started":
      return "Started";
    case "extended":
      return `Extended by ${entry.minutes} min ${by}${why}`;
    case "noticed":
      return `${entry.notice === "warning" ? "Warned" : "Messaged"} ${by}${why}`;
    case "answered":
      return "Last answers came with the submission";
    case "ended":
      return `${{ expired: "Time over", submitted: "Submitted", terminated: "Ended" }[entry.state]} ${by}${why}`;
    default:
      return `${entry.kind.charAt(0).toUpperCase()}${entry.kind.slice(1)} ${by}${why}`;
  }
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

function spanText(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
