import type { RedactedEntry, RedactedEvent } from "../../../protocol/redacted_log.ts";
import type { Deed } from "./deed_text.tsx";
import {
  arrived,
  deedOf,
  type Edit,
  type FeedLine,
  isNotable,
  isTyping,
  isWriting,
  simple,
  written,
} from "./feed_line.ts";

/** A line of the feed: something that happened, or something that was done. */
export interface FeedItem {
  key: number;
  /** Attempt time, ms. */
  t: number;
  line: FeedLine | Deed;
  /** `notable` is what a signal looks at, `done` what staff or system did, `plain` everything else. */
  tone: "plain" | "notable" | "done";
}

/** Away for less than this counts nothing, as in scoring, in ms. */
const SHORTEST_AWAY_MS = 1_000;
/** Without input for less than this is thinking, in ms. */
const SHORTEST_IDLE_MS = 30_000;
/** From so many characters on, text that no key wrote is worth a look: half a sentence. */
const LEAST_UNKEYED = 40;
/** A key writes no more than this on an average, with all that keyboards complete. */
const MOST_PER_KEY = 3;
/** Writing is summed up over this long, in ms. */
const WRITING_MS = 60_000;

/** What became of writing: applied, kept as evidence alone, or handed over late. */
type Became = "applied" | "kept" | "handed_over";

/** A spell of writing; what was kept and not applied is a spell of its own. */
interface Writing {
  since: number;
  keys: number;
  added: number;
  /** Characters that a hand typed, by the browser's word: each has a key. What undo brings back has none. */
  typed: number;
  removed: number;
  became: Became;
}

/**
 * An attempt's log line by line, fed entry by entry in the log's order, told in the order of time: what a device brought
 * late stands where it happened, and what staff did where they did it. The page says the lines in its language.
 *
 * Keys and pointer are summed up; a window's blur and its tab's hiding are one spell away.
 */
export class EventFeed {
  /** Oldest first. */
  readonly items: FeedItem[] = [];
  /** When the attempt began, server time in ms since 1970; null before its first entry. */
  startedAt: number | null = null;
  readonly #questions: readonly string[];
  #key = 0;
  #lastT = 0;
  #lastPasteT: number | null = null;
  #hasPractised = false;
  #isFocused = true;
  #isVisible = true;
  #awaySince: number | null = null;
  #writing: Writing | null = null;

  /** @param questions Ids in the paper's order, to call questions by number. */
  constructor(questions: readonly string[]) {
    this.#questions = questions;
  }

  /** Takes the next entry. */
  add(entry: RedactedEntry): void {
    if (entry.kind !== "batch") {
      // It comes in pieces, and is one thing that was done.
      if (entry.kind === "practised" && this.#hasPractised) return;
      this.#hasPractised ||= entry.kind === "practised";
      if (entry.kind === "started") this.startedAt = entry.received_at;
      const t = this.startedAt === null ? this.#lastT : entry.received_at - this.startedAt;
      this.#put(t, deedOf(entry), "done");
      return;
    }
    const kept = new Set(entry.kept);
    entry.events.forEach((event, index) => {
      this.#lastT = Math.max(this.#lastT, event.t);
      if (kept.has(index)) this.#keep(event, entry.handed_over_by === undefined ? "kept" : "handed_over");
      else this.#take(event);
    });
  }

  /** All lines, newest first, with what is still going on at the end of what was fed. */
  newestFirst(): FeedItem[] {
    const items: FeedItem[] = this.items.toReversed();
    if (this.#writing !== null) items.push({ key: -1, ...this.#writingLine(this.#writing) });
    if (this.#awaySince !== null) {
      items.push({ key: -2, t: this.#awaySince, line: { key: "awaySince", values: {} }, tone: "notable" });
    }
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
        if (isWriting(event.input) || event.inserted < 2) {
          this.#write(event.t, 0, event.inserted, event.removed, "applied", isTyping(event.input));
        } else if (!this.#wasJustPasted(event)) {
          this.#put(event.t, arrived(event, this.#number(event.question)), isPiece(event) ? "notable" : "plain");
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
        if (event.duration >= SHORTEST_IDLE_MS) {
          this.#put(event.t, { key: "idle", values: { ms: event.duration } }, "plain");
        }
        break;
      default:
        this.#lastPasteT = event.type === "paste_event" ? event.t : null;
        this.#put(event.t, simple(event, (id) => this.#number(id)), isNotable(event) ? "notable" : "plain");
    }
  }

  /** An edit or a choice that is evidence alone. */
  #keep(event: RedactedEvent, became: Became): void {
    if (event.type === "answer_edit") this.#write(event.t, 0, event.inserted, event.removed, became);
    else if (event.type === "answer_select") {
      this.#put(event.t, { key: "choseNotApplied", values: { question: this.#number(event.question) } }, "notable");
    }
  }

  /** The paste itself has a line of its own, with where it came from. */
  #wasJustPasted(edit: Edit): boolean {
    return edit.input === "paste" && this.#lastPasteT !== null && edit.t - this.#lastPasteT < 1_000;
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
    this.#put(since, { key: "away", values: { ms: t - since } }, "notable");
  }

  /** @param became Keys go with what they wrote last. */
  #write(t: number, keys: number, added: number, removed: number, became: Became = "applied", isTyped = false): void {
    const isOther = this.#writing !== null && keys === 0 && this.#writing.became !== became;
    if (this.#writing !== null && (isOther || t - this.#writing.since > WRITING_MS)) this.#flushWriting();
    this.#writing ??= { since: t, keys: 0, added: 0, typed: 0, removed: 0, became };
    this.#writing.keys += keys;
    this.#writing.added += added;
    if (isTyped) this.#writing.typed += added;
    this.#writing.removed += removed;
  }

  #flushWriting(): void {
    if (this.#writing === null) return;
    this.#insert(this.#writingLine(this.#writing));
    this.#writing = null;
  }

  #writingLine(writing: Writing): Omit<FeedItem, "key"> {
    const { since, keys, added, became } = writing;
    if (isUnkeyed(writing)) {
      return { t: since, line: { key: "writingUnkeyed", values: { added, keys } }, tone: "notable" };
    }
    if (became === "applied") return { t: since, line: written(writing), tone: "plain" };
    const key = became === "kept" ? "writingNotApplied" : "writingHandedOver";
    return { t: since, line: { key, values: { added } }, tone: "notable" };
  }

  #put(t: number, line: FeedItem["line"], tone: FeedItem["tone"]): void {
    this.#flushWriting();
    this.#insert({ t, line, tone });
  }

  /** Puts a line where its time is: nearly always at the end. */
  #insert(item: Omit<FeedItem, "key">): void {
    let place = this.items.length;
    while (place > 0 && this.items[place - 1].t > item.t) place--;
    this.items.splice(place, 0, { key: ++this.#key, ...item });
  }

  /** A question's number in the paper; its id where the paper has no such question. */
  #number(question: string): number | string {
    const index = this.#questions.indexOf(question);
    return index < 0 ? question : index + 1;
  }
}

/** Whether far more text came than keys were pressed. */
function isUnkeyed({ keys, typed, became }: Writing): boolean {
  return became === "applied" && typed - keys >= LEAST_UNKEYED && typed > MOST_PER_KEY * keys;
}

/** Whether a piece of text came as no hand, no dictation and no correction puts it in. */
function isPiece({ input, inserted }: Edit): boolean {
  return inserted >= LEAST_UNKEYED && input !== "dictation" && input !== "replacement";
}
