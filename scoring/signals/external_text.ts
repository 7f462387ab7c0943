import { z } from "zod";
import { MAX_LENGTH } from "../../protocol/limits.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import { LOW_UP_TO, MEDIUM_UP_TO } from "../../protocol/risk.ts";
import { type EditEvent, insertedLength, type KeyEvent, type ScorableEvent } from "../../protocol/scorable_event.ts";
import { KeyCredit, KeyCreditSnapshot } from "../capture/key_credit.ts";
import { isTypedPiece, LEAST_INSERT } from "../capture/typed_pieces.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import { bringsText } from "./brings_text.ts";
import { DeclaredSpeech, DeclaredSpeechSnapshot } from "./declared_speech.ts";
import { exactLength } from "./exact_length.ts";
import { OutsideInserts, OutsideInsertsSnapshot, TOGETHER_MS } from "./outside_inserts.ts";
import { outsideShare } from "./outside_share.ts";
import { sameText } from "./known_passages.ts";
import type { Evidence, SignalLimit, SignalTracker } from "./signal.ts";
import { TextAccount, TextAccountSnapshot } from "./text_account.ts";

/** Nobody dictates faster than this, in characters per second: about 300 words per minute. */
const DICTATION_RATE = 30;
/** An edit that comes before its paste does so at once, in ms. */
const REVERSED_MS = 100;
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
  editMs: -1,
  /** A paste that was counted and whose edit has not come yet: characters, and when. */
  pastedLeft: 0,
  pastedMs: -1,
  /** An edit that was counted and whose paste, or the drag's removal, has not come yet; what of it counted. */
  editedLeft: 0,
  editedOutside: 0,
  editedMs: -1,
  /** Came with a submission, and none of it has been written by events since. */
  given: 0,
});

const Snapshot = z.strictObject({
  memory: memorySchema(start()),
  inserts: OutsideInsertsSnapshot,
  keys: KeyCreditSnapshot,
  account: TextAccountSnapshot,
  speech: DeclaredSpeechSnapshot,
});

/**
 * `external_text`: how much of the answers arrived without being typed and without coming from this exam.
 *
 * Typing is what keys brought, or came in small pieces (whether those were typed, `capture` asks). History puts back what was
 * removed; composition, replacement and any other insert are believed as far as they follow the removal of as much. A paste
 * of origin `exam` is believed where a passage of its length was copied, cut or removed; without one as {@link TextAccount}
 * has it. A paste that has exactly the length of such a passage is own text whatever the client calls it: it comes back
 * without a copy event, too (yank, middle click, clipboard manager). The rest counts as outside, as a share of all text
 * entered. A `paste_event` and the edit that it caused are one; so are the parts of a long insert. Minimum of data: 50
 * characters entered.
 */
export class ExternalText implements SignalTracker {
  readonly #account = new TextAccount();
  readonly #inserts = new OutsideInserts();
  readonly #keys = new KeyCredit();
  readonly #memory = start();
  readonly #speech = new DeclaredSpeech();

  /** One insert alone never carries a risk into High. */
  get limit(): SignalLimit | null {
    if (this.#account.outside === 0 && this.#speech.characters > 0) return DECLARED;
    return this.#inserts.count <= 1 ? ONE_INSERT : null;
  }

  get given(): number {
    return this.#memory.given;
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
        return this.#account.passages.copy(exactLength(event.length));
      case "paste_event":
        return this.#paste(event.t, exactLength(event.length), event.origin === "exam");
      case "answer_edit":
        return this.edit(event);
    }
  }

  key({ key, t }: KeyEvent): void {
    if (bringsText(key)) this.#keys.press(t);
  }

  edit(event: EditEvent): void {
    const inserted = exactLength(insertedLength(event));
    const removed = this.#account.lengths.edit(event, inserted);
    this.#edit(event.t, inserted, removed, event.input);
    if (removed > 0) this.#account.passages.remove(event.at, removed);
  }

  give(characters: number, t: number): void {
    const given = exactLength(characters);
    this.#memory.given += given;
    this.#count(t, given);
  }

  score(): number | null {
    const { outside, typed } = this.#account;
    const all = outside + typed;
    if (all < LEAST_TEXT) return null;
    const arrived = Math.min(outsideShare(outside, all), MOST_BY_INSERTS[Math.min(this.#inserts.count, 3)]);
    return Math.max(arrived, Math.min(outsideShare(this.#speech.characters, all), MOST_BY_DECLARED));
  }

  evidence(): Evidence | null {
    const { outside, typed } = this.#account;
    if (outside === 0) return this.#speech.evidence();
    const { count, largest, fromMs, toMs } = this.#inserts;
    return {
      code: "text_from_outside",
      numbers: {
        inserts: count,
        ...(count > 1 ? { span_ms: toMs - fromMs } : {}),
        outside_characters: outside,
        share: outside / (outside + typed),
        largest_characters: largest,
      },
      from: fromMs,
      to: toMs,
    };
  }

  #paste(t: number, length: number, isOfExam: boolean): void {
    const memory = this.#memory;
    const source = this.#account.sourceOf(length, isOfExam);
    let left = length;
    if (memory.editedLeft > 0 && Math.abs(t - memory.editedMs) <= REVERSED_MS) {
      // The edit came first, and was judged without knowing where its text came from.
      left = this.#rest(left, memory.editedLeft);
      const known = length - left;
      const judged = Math.min(known, memory.editedOutside);
      if (source === "outside") this.#count(t, Math.max(0, known - memory.editedOutside));
      else {
        const unknown = this.#account.take(source, judged);
        if (unknown > judged) this.#count(t, unknown - judged);
        else this.#takeBack(judged - unknown);
      }
      memory.editedLeft = 0;
      memory.editedOutside = 0;
      if (left === 0) return;
    }
    memory.pastedLeft = (near(t, memory.pastedMs) ? memory.pastedLeft : 0) + left;
    memory.pastedMs = t;
    this.#count(t, source === "outside" ? left : this.#account.take(source, left));
  }

  #edit(t: number, inserted: number, removed: number, input: string | undefined): void {
    const memory = this.#memory;
    const sinceMs = memory.editMs < 0 ? t : Math.max(0, t - memory.editMs);
    const keys = this.#keys.at(t);
    memory.editMs = t;
    this.#keys.clear();
    if (removed > 0) this.#removeText(t, removed, inserted, input);
    if (inserted === 0) return;
    let left = inserted;
    if (memory.pastedLeft > 0 && near(t, memory.pastedMs)) {
      left = this.#rest(left, memory.pastedLeft);
      memory.pastedLeft = Math.max(0, memory.pastedLeft - inserted);
    }
    // Undo puts back what was erased, letter by letter too; so does a drag of a word.
    if (input === "history" || input === "drop") left = this.#account.takeErased(left);
    if (left === 0) return;
    const isSplit = memory.editedOutside > 0 && t === memory.editedMs;
    if (isTypedPiece(left, input) && !isSplit) {
      const isSpoken = input === "dictation" && left >= LEAST_INSERT;
      if (!isSpoken || left <= sinceMs / 1_000 * DICTATION_RATE) return this.#type(left);
    }
    if (keys >= left * KEYS_PER_CHARACTER) return this.#type(left);
    left = this.#account.takeRemoved(left);
    switch (input) {
      case "composition":
      case "dictation":
      case "replacement":
      case "history":
        return this.#judge(t, left, input);
    }
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
    if (this.#memory.given === 0) return;
    // A device hands in answers before the events that wrote them could be sent.
    const written = Math.min(length, this.#memory.given);
    this.#memory.given -= written;
    this.#takeBack(written);
  }

  /** What nothing accounts for: it is the student's own word, or it is from outside. */
  #judge(t: number, length: number, input: string | undefined): void {
    if (!this.#speech.explains(input)) return this.#count(t, length);
    this.#account.type(length);
    this.#speech.add(t, length);
  }

  #count(t: number, length: number): void {
    if (length <= 0) return;
    this.#inserts.add(t, length);
    this.#account.arrive(length);
  }

  #takeBack(length: number): void {
    if (length <= 0) return;
    this.#account.takeBack(length);
    if (this.#account.outside === 0) this.#inserts.clear();
  }

  /** What is left of one length after another that is of the same text; a little more or less is the same. */
  #rest(length: number, known: number): number {
    const rest = Math.max(0, length - known);
    return rest <= sameText(known) ? 0 : rest;
  }

  snapshot(): z.infer<typeof Snapshot> {
    return {
      memory: { ...this.#memory },
      inserts: this.#inserts.snapshot(),
      keys: this.#keys.snapshot(),
      account: this.#account.snapshot(),
      speech: this.#speech.snapshot(),
    };
  }

  restore(snapshot: unknown): void {
    const { memory, inserts, keys, account, speech } = readSnapshot(Snapshot, snapshot, "the signal external_text");
    Object.assign(this.#memory, memory);
    this.#inserts.restore(inserts);
    this.#keys.restore(keys);
    this.#account.restore(account);
    this.#speech.restore(speech);
  }
}

function near(t: number, other: number): boolean {
  return other >= 0 && Math.abs(t - other) <= TOGETHER_MS;
}
