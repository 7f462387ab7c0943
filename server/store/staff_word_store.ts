import { StaffWord } from "../../protocol/staff_talk.ts";
import { check, type Mutation, set } from "./mutation.ts";
import { isId } from "./stored_id.ts";
import { parseStored } from "./stored_value.ts";

const prefixOf = (examId: string): Deno.KvKey => ["staff_word", examId];
const handoverKey = (examId: string): Deno.KvKey => ["staff_handover", examId];

/** What the staff of an exam say to each other: no longer kept than the exam's events. */
export class StaffWordStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** The newest words of an exam, oldest first. */
  async newest(examId: string, most: number): Promise<StaffWord[]> {
    const words: StaffWord[] = [];
    for await (const { key, value } of this.#kv.list({ prefix: prefixOf(examId) }, { limit: most, reverse: true })) {
      words.push(parseStored(StaffWord, key, value));
    }
    return words.reverse();
  }

  /** The hand-over that stands, or was taken away; null for none ever. */
  async handover(examId: string): Promise<StaffWord | null> {
    const { key, value, versionstamp } = await this.#kv.get(handoverKey(examId));
    return versionstamp === null ? null : parseStored(StaffWord, key, value);
  }

  /** Puts a word behind the others; the same again fails. @param keepMs After so long the store may forget it, ms. */
  insert(examId: string, word: StaffWord, keepMs: number): Mutation[] {
    if (!isId(word.word_id)) throw new RangeError(`Not a word's id: ${word.word_id}`);
    const key = [...prefixOf(examId), word.at, word.word_id];
    return [
      check(key, null),
      set(key, word, keepMs),
      ...(word.kind === "handover" ? [set(handoverKey(examId), word, keepMs)] : []),
    ];
  }
}
