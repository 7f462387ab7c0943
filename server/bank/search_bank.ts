import type { BankList, BankQuery } from "../../protocol/bank.ts";
import type { BankEntry } from "../store/bank_store.ts";
import type { Stores } from "../store/stores.ts";
import { searchable } from "./bank_entry.ts";
import { mayChange, maySee, type Reader } from "./reader.ts";

/**
 * The questions of the bank that a reader sees and that fit a search, newest change first. Every word of the search must
 * stand in the question, its choices or its tags. Reads every question's entry, `MAX_BANK_QUESTIONS` at most, or those that are
 * asked for by their ids.
 */
export async function searchBank(
  { bank }: Pick<Stores, "bank">,
  reader: Reader,
  { search, tag, type, whose, ids, from, limit }: BankQuery,
): Promise<BankList> {
  const words = searchable(search).split(" ").filter((word) => word !== "");
  const fits = (entry: BankEntry): boolean =>
    (tag === undefined || entry.tags.includes(tag)) && (type === undefined || entry.type === type) &&
    (whose === undefined || (whose === "mine" ? entry.ownerId === reader.staffId : entry.isShared)) &&
    words.every((word) => entry.words.includes(word));
  const tags = new Map<string, number>();
  const found: { itemId: string; entry: BankEntry }[] = [];
  for await (const one of ids === undefined ? bank.entries() : bank.entriesOf(ids.split(","))) {
    if (!maySee(reader, one.entry)) continue;
    for (const each of one.entry.tags) tags.set(each, (tags.get(each) ?? 0) + 1);
    if (fits(one.entry)) found.push(one);
  }
  found.sort((a, b) => b.entry.updatedAt - a.entry.updatedAt || (a.itemId < b.itemId ? -1 : 1));
  return {
    total: found.length,
    tags: Array.from(tags, ([tag, n]) => ({ tag, n })).sort((a, b) => b.n - a.n || (a.tag < b.tag ? -1 : 1)),
    items: found.slice(from, from + limit).map(({ itemId, entry }) => ({
      item_id: itemId,
      revision: entry.revision,
      owner: entry.owner,
      shared: entry.isShared,
      mine: mayChange(reader, entry),
      updated_at: entry.updatedAt,
      type: entry.type,
      text: entry.text,
      points: entry.points,
      tags: entry.tags,
    })),
  };
}
