import { z } from "zod";
import { MAX_LENGTH } from "../../protocol/limits.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import { LOW_UP_TO, MEDIUM_UP_TO } from "../../protocol/risk.ts";
import { type EditEvent, insertedLength, type KeyEvent, type ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import { bringsText } from "./brings_text.ts";
import { DeclaredSpeech, DeclaredSpeechSnapshot } from "./declared_speech.ts";
import { exactLength } from "./exact_length.ts";
import { outsideShare } from "./outside_share.ts";
import type { Evidence, SignalLimit, SignalTracker } from "./signal.ts";
import { TextAccount, TextAccountSnapshot } from "./text_account.ts";

/** An insert below this many characters is a word completed, corrected or swiped: typed. */
const LEAST_INSERT = 20;
/** A composition commits a clause at most; a longer one must be accounted for. */
const LONGEST_COMPOSITION = 64;
/** Nobody dictates faster than this, in characters per second: about 300 words per minute. */
const DICTATION_RATE = 30;
/** Most characters that one spoken phrase brings. */
const LONGEST_PHRASE = 400;
/** A paste and its edit come at one time; so do the parts of one long insert, and a drag's two halves. In ms. */
const TOGETHER_MS = 1_000;
/** An edit that comes before its paste does so at once, in ms. */
const REVERSED_MS = 100;
/** An edit may differ from what was pasted by line ends, or by what stood there already. */
const SAME_TEXT_CHARACTERS = 16;
/** An edit with this many keys before it, per character, was typed: capture can gather several keys into one edit. */
const KEYS_PER_CHARACTER = 0.8;

/** Less text than this says nothing. */
const LEAST_TEXT = 50;
/** How far one, two, and more inserts can go: a habit says more than a slip. */
const MOST_BY_INSERTS = [0, 0.7, 0.85, 1] as const;

/** What text comes to that the student's own word explains: something to look at, well within Low. */
const MOST_BY_DECLARED = 0.3;

/** While all outside text came in one insert: what one paste may come to. */
const ONE_INSERT: SignalLimit = { levelUpTo: MEDIUM_UP_TO, most: 36 };
/** While the student's own word explains all of it: nobody is lifted above Low by that. */
const DECLARED: SignalLimit = { levelUpTo: LOW_UP_TO, most: LOW_UP_TO };

/** What is remembered, as it is before the first event. */
const start = () => ({
  /** Keys that can bring a character, since the last edit. */
  keys: 0,
  /** Inserts from outside; the parts of one count once. */
  inserts: 0,
  /** Characters of the largest insert, and of the one that is going on. */
  largest: 0,
  current: 0,
  lastMs: -1,
  fromMs: -1,
  editMs: -1,
  /** A paste that was counted and whose edit has not come yet: characters, and when. */
  pastedLeft: 0,
  pastedMs: -1,
  /** An edit that was counted and whose paste, or the drag's removal, has not come yet; what of it counted. */
  editedLeft: 0,
  editedOutside: 0,
  editedMs: -1,
});

const Snapshot = z.strictObject({
  memory: memorySchema(start()),
  account: TextAccountSnapshot,
  speech: DeclaredSpeechSnapshot,
});

/**
 * `external_text`: how much of the answers arrived without being typed and without coming from this exam.
 *
 * Typing is what keys brought, or came in small pieces. Composition, replacement, history and pastes of origin `exam` are
 * believed as far as earlier typing, cuts and the paper account for their length; so is an insert that follows the removal
 * of as much, and a paste that has exactly the length of a passage that was removed or copied: text of one's own comes back
 * without a copy event, too (yank, middle click, clipboard manager). The rest counts as outside, as a share of all text
 * entered. A `paste_event` and the edit that it caused are one; so are the parts of a long insert. Minimum of data: 50
 * characters entered.
 */
export class ExternalText implements SignalTracker {
  readonly #account = new TextAccount();
  readonly #memory = start();
  readonly #speech = new DeclaredSpeech();

  /** One insert alone never carries a risk into High. */
  get limit(): SignalLimit | null {
    if (this.#account.outside === 0 && this.#speech.characters > 0) return DECLARED;
    return this.#memory.inserts <= 1 ? ONE_INSERT : null;
  }

  useContext({ paper_characters, declared }: Pick<ScoringContext, "paper_characters" | "declared">): void {
    this.#speech.useContext({ declared });
    this.#account.paper = paper_characters > 0 ? Math.min(paper_characters, MAX_LENGTH) : 0;
  }

  observe(event: ScorableEvent): void {
    switch (event.type) {
      case "keystroke_data":
        return this.key(event);
      case "copy_event":
      case "cut_event":
        return this.#account.copy(exactLength(event.length));
      case "paste_event":
        return this.#paste(event.t, exactLength(event.length), event.origin === "exam");
      case "answer_edit":
        return this.edit(event);
    }
  }

  key({ key }: KeyEvent): void {
    if (bringsText(key)) this.#memory.keys++;
  }

  edit(event: EditEvent): void {
    const removed = exactLength(event.removed);
    this.#edit(event.t, exactLength(insertedLength(event)), removed, event.input);
    if (removed > 0) this.#account.passages.remove(event.at, removed);
  }

  give(characters: number, t: number): void {
    this.#count(t, exactLength(characters));
  }

  score(): number | null {
    const { outside, typed } = this.#account;
    const all = outside + typed;
    if (all < LEAST_TEXT) return null;
    const arrived = Math.min(outsideShare(outside, all), MOST_BY_INSERTS[Math.min(this.#memory.inserts, 3)]);
    return Math.max(arrived, Math.min(outsideShare(this.#speech.characters, all), MOST_BY_DECLARED));
  }

  evidence(): Evidence | null {
    const memory = this.#memory;
    const { outside, typed } = this.#account;
    if (outside === 0) return this.#speech.evidence();
    return {
      code: "text_from_outside",
      numbers: {
        inserts: memory.inserts,
        ...(memory.inserts > 1 ? { span_ms: memory.lastMs - memory.fromMs } : {}),
        outside_characters: outside,
        share: outside / (outside + typed),
        largest_characters: memory.largest,
      },
      from: memory.fromMs,
      to: memory.lastMs,
    };
  }

  #paste(t: number, length: number, isOfExam: boolean): void {
    const memory = this.#memory;
    const isOwn = isOfExam || this.#account.passages.has(length);
    let left = length;
    if (memory.editedLeft > 0 && Math.abs(t - memory.editedMs) <= REVERSED_MS) {
      // The edit came first, and was judged without knowing where its text came from.
      left = this.#rest(left, memory.editedLeft);
      const known = length - left;
      const judged = Math.min(known, memory.editedOutside);
      if (isOwn) this.#takeBack(judged - this.#account.takeExisting(judged));
      else this.#count(t, Math.max(0, known - memory.editedOutside));
      memory.editedLeft = 0;
      memory.editedOutside = 0;
      if (left === 0) return;
    }
    memory.pastedLeft = (near(t, memory.pastedMs) ? memory.pastedLeft : 0) + left;
    memory.pastedMs = t;
    this.#count(t, isOwn ? this.#account.takeExisting(left) : left);
  }

  #edit(t: number, inserted: number, removed: number, input: string | undefined): void {
    const memory = this.#memory;
    const sinceMs = memory.editMs < 0 ? t : Math.max(0, t - memory.editMs);
    const keys = memory.keys;
    memory.editMs = t;
    memory.keys = 0;
    if (removed > 0) this.#removeText(t, removed, inserted, input);
    if (inserted === 0) return;
    let left = inserted;
    if (memory.pastedLeft > 0 && near(t, memory.pastedMs)) {
      left = this.#rest(left, memory.pastedLeft);
      memory.pastedLeft = Math.max(0, memory.pastedLeft - inserted);
      if (left === 0) return;
    }
    const isSplit = memory.editedOutside > 0 && t === memory.editedMs;
    if (left < LEAST_INSERT && !isSplit) return this.#type(left);
    switch (input) {
      case "composition":
        if (left <= LONGEST_COMPOSITION) return this.#type(left);
        return this.#judge(t, this.#account.takeExisting(left), input);
      case "dictation":
        if (left <= LONGEST_PHRASE && left <= sinceMs / 1_000 * DICTATION_RATE) return this.#type(left);
        return this.#judge(t, this.#account.takeRemoved(left), input);
      case "replacement":
      case "history":
        return this.#judge(t, this.#account.takeExisting(this.#account.takeRemoved(left)), input);
    }
    if (keys >= left * KEYS_PER_CHARACTER) return this.#type(left);
    left = this.#account.takeRemoved(left);
    if (this.#speech.explains(input)) {
      // A paste that tells of it afterwards counts in full.
      this.#judge(t, left, input);
      left = 0;
    }
    memory.editedLeft = (t === memory.editedMs ? memory.editedLeft : 0) + inserted;
    memory.editedOutside = (t === memory.editedMs ? memory.editedOutside : 0) + left;
    memory.editedMs = t;
    this.#count(t, left);
  }

  /** Removed text may come back; and where a drag put its text in before taking it out, it was no outside text. */
  #removeText(t: number, removed: number, inserted: number, input: string | undefined): void {
    const memory = this.#memory;
    if (input === "drop" && inserted === 0 && memory.editedOutside > 0 && near(t, memory.editedMs)) {
      const back = Math.min(removed, memory.editedOutside);
      this.#takeBack(back);
      memory.editedOutside -= back;
      if (removed > back) this.#account.remove(removed - back);
      return;
    }
    // More than was ever entered cannot have been removed.
    this.#account.remove(Math.min(removed, this.#account.typed + this.#account.outside));
  }

  #type(length: number): void {
    this.#account.type(length);
  }

  /** What nothing accounts for: it is the student's own word, or it is from outside. */
  #judge(t: number, length: number, input: string | undefined): void {
    if (!this.#speech.explains(input)) return this.#count(t, length);
    this.#account.type(length);
    this.#speech.add(t, length);
  }

  #count(t: number, length: number): void {
    const memory = this.#memory;
    if (length <= 0) return;
    if (memory.lastMs < 0 || t - memory.lastMs > TOGETHER_MS) {
      memory.inserts++;
      memory.current = 0;
    }
    memory.current += length;
    memory.largest = Math.max(memory.largest, memory.current);
    this.#account.arrive(length);
    memory.lastMs = Math.max(memory.lastMs, t);
    if (memory.fromMs < 0) memory.fromMs = t;
  }

  #takeBack(length: number): void {
    const memory = this.#memory;
    if (length <= 0) return;
    this.#account.takeBack(length);
    if (memory.inserts > 0 && this.#account.outside === 0) {
      memory.inserts = 0;
      memory.largest = 0;
      memory.current = 0;
      memory.fromMs = -1;
      memory.lastMs = -1;
    }
  }

  /** What is left of one length after another that is of the same text; a little more or less is the same. */
  #rest(length: number, known: number): number {
    const rest = Math.max(0, length - known);
    return rest <= Math.max(SAME_TEXT_CHARACTERS, known * 0.05) ? 0 : rest;
  }

  snapshot(): z.infer<typeof Snapshot> {
    return {
      memory: { ...this.#memory },
      account: this.#account.snapshot(),
      speech: this.#speech.snapshot(),
    };
  }

  restore(snapshot: unknown): void {
    const { memory, account, speech } = readSnapshot(Snapshot, snapshot, "the signal external_text");
    Object.assign(this.#memory, memory);
    this.#account.restore(account);
    this.#speech.restore(speech);
  }
}

function near(t: number, other: number): boolean {
  return other >= 0 && Math.abs(t - other) <= TOGETHER_MS;
}
