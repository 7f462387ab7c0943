import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { z } from "zod";
import { MOST_WORDS_TOLD, type StaffWord, wordKey } from "../../../protocol/staff_talk.ts";

/** Under which this browser keeps up to when somebody has read the talk of each exam. */
const SEEN_KEY = "invigil.talk_seen";

const Seen = z.record(z.string(), z.number());

/** What an exam's staff say to each other, and how much of it was not read here. */
export class RoomTalk {
  /** Oldest first. */
  readonly words: Signal<readonly StaffWord[]> = signal([]);
  /** The hand-over that stands; null for none. */
  readonly handover: ReadonlySignal<StaffWord | null> = computed(() => {
    const last = this.words.value.findLast(({ kind }) => kind === "handover");
    return last === undefined || last.text === "" ? null : last;
  });
  readonly #examId: string;
  readonly #seenAt: Signal<number> = signal(Infinity);

  constructor(examId: string) {
    this.#examId = examId;
  }

  /** Reads up to when this browser has read the talk. Called by the page, once it runs. */
  restore(): void {
    this.#seenAt.value = readSeen()[this.#examId] ?? 0;
  }

  /** Takes in what was said, here or elsewhere, each word once. */
  take(words: readonly StaffWord[]): void {
    const known = new Map(this.words.peek().map((word) => [wordKey(word), word]));
    for (const word of words) known.set(wordKey(word), word);
    const all = [...known.values()].sort((a, b) => a.at - b.at);
    // The hand-over that stands may be older than all else.
    const handover = all.findLast(({ kind }) => kind === "handover");
    const newest = all.slice(-MOST_WORDS_TOLD);
    this.words.value = handover === undefined || newest.includes(handover) ? newest : [handover, ...newest];
  }

  /** Words of others that were not read here. */
  unread(me: string): number {
    return this.words.value.filter(({ at, by, text }) => by !== me && text !== "" && at > this.#seenAt.value).length;
  }

  /** Everything that is here was read. */
  read(): void {
    const last = this.words.peek().at(-1);
    if (last === undefined || last.at <= this.#seenAt.peek()) return;
    this.#seenAt.value = last.at;
    try {
      localStorage.setItem(SEEN_KEY, JSON.stringify({ ...readSeen(), [this.#examId]: last.at }));
    } catch {
      // It is read again next time.
    }
  }
}

function readSeen(): z.infer<typeof Seen> {
  try {
    const read = Seen.safeParse(JSON.parse(localStorage.getItem(SEEN_KEY) ?? "{}"));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
