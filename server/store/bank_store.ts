import { z } from "zod";
import { Question } from "../../protocol/items/registry.ts";
import { Documents } from "./documents.ts";
import { bytesOf, check, type Mutation, remove, set } from "./mutation.ts";
import { isId } from "./stored_id.ts";
import { parseStored, type Versioned } from "./stored_value.ts";

/** A question of the bank as it is stored. */
export const BankItem = z.object({
  itemId: z.string(),
  /** From 1; each change is the next one. */
  revision: z.int().min(1),
  /** Account that put it in. */
  ownerId: z.string(),
  owner: z.string(),
  isShared: z.boolean(),
  question: Question,
  /** Who made which revision, ms since 1970; oldest first. */
  history: z.array(z.object({ revision: z.int(), at: z.number(), by: z.string() })),
});
export type BankItem = z.infer<typeof BankItem>;

/** What a list and a search need of a question: small, since all of them are read. */
export const BankEntry = z.object({
  revision: z.int(),
  ownerId: z.string(),
  owner: z.string(),
  isShared: z.boolean(),
  type: z.string(),
  text: z.string(),
  points: z.number(),
  tags: z.array(z.string()),
  /** What is searched, folded. */
  words: z.string(),
  updatedAt: z.number(),
});
export type BankEntry = z.infer<typeof BankEntry>;

/** Bytes of the questions that are added at once, at most: all of them are one atomic. */
export const MOST_BANK_BYTES = 700_000;

/** Mutations of one atomic, with room for a line of the audit log. */
const MOST_MUTATIONS = 990;

/** Keys that the store reads in one go. */
const ENTRIES_PER_READ = 10;

const entryKey = (itemId: string): Deno.KvKey => ["bank_entry", itemId];

/** Name of a question as it was under a revision. */
const revisionId = (itemId: string, revision: number): string => `${itemId}-${revision}`;

/** Questions outside exams, each with its revisions and its entry in the list. */
export class BankStore {
  readonly #kv: Deno.Kv;
  readonly #items: Documents<typeof BankItem>;
  readonly #revisions: Documents<typeof Question>;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
    this.#items = new Documents(kv, "bank_item", BankItem);
    this.#revisions = new Documents(kv, "bank_revision", Question);
  }

  async get(itemId: string): Promise<Versioned<BankItem> | null> {
    return isId(itemId) ? await this.#items.get(itemId) : null;
  }

  /** A question as it was under an earlier revision, or null. */
  async revision(itemId: string, revision: number): Promise<Question | null> {
    return isId(itemId) ? (await this.#revisions.get(revisionId(itemId, revision)))?.value ?? null : null;
  }

  /** Every question's entry, in the order of their ids. */
  async *entries(): AsyncGenerator<{ itemId: string; entry: BankEntry }> {
    for await (const { key, value } of this.#kv.list({ prefix: ["bank_entry"] })) {
      yield { itemId: String(key[1]), entry: parseStored(BankEntry, key, value) };
    }
  }

  /** The entries of some questions, of those that are there; nothing else is read. */
  async *entriesOf(itemIds: readonly string[]): AsyncGenerator<{ itemId: string; entry: BankEntry }> {
    const ids = itemIds.filter(isId);
    for (let first = 0; first < ids.length; first += ENTRIES_PER_READ) {
      const keys = ids.slice(first, first + ENTRIES_PER_READ).map(entryKey);
      for (const { key, value } of await this.#kv.getMany<unknown[]>(keys)) {
        if (value !== null) yield { itemId: String(key[1]), entry: parseStored(BankEntry, key, value) };
      }
    }
  }

  /** Adds new questions, and says whether they go into one atomic. */
  insert(added: readonly { item: BankItem; entry: BankEntry }[]): { mutations: Mutation[]; fit: boolean } {
    const mutations = added.flatMap(({ item, entry }) => [
      ...this.#items.put(item.itemId, item).mutations,
      set(entryKey(item.itemId), entry),
    ]);
    return { mutations, fit: bytesOf(mutations) <= MOST_BANK_BYTES && mutations.length <= MOST_MUTATIONS };
  }

  /**
   * Puts a question's next revision in the place of the one that was read, which is kept.
   *
   * @returns The mutations, and what removes the parts of what stood there before once they are carried out.
   */
  replace(
    before: Versioned<BankItem>,
    item: BankItem,
    entry: BankEntry,
  ): { mutations: Mutation[]; tidy(): Promise<void> } {
    const { itemId, revision, question } = before.value;
    const { mutations, tidy } = this.#items.put(itemId, item);
    return {
      mutations: [
        check(this.#items.keyOf(itemId), before.versionstamp),
        ...mutations,
        ...(item.revision === revision ? [] : this.#revisions.put(revisionId(itemId, revision), question).mutations),
        set(entryKey(itemId), entry),
      ],
      tidy,
    };
  }

  /** What takes a question out of the list; fails where it was changed since it was read. */
  withdraw({ value: { itemId }, versionstamp }: Versioned<BankItem>): Mutation[] {
    const key = this.#items.keyOf(itemId);
    return [check(key, versionstamp), remove(key), remove(entryKey(itemId))];
  }

  /** Removes what is left of a question that was withdrawn: parts and revisions. */
  async tidy({ itemId, revision }: BankItem): Promise<void> {
    await this.#items.remove(itemId);
    for (let earlier = 1; earlier < revision; earlier++) await this.#revisions.remove(revisionId(itemId, earlier));
  }
}
