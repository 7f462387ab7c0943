import { foldText } from "../../protocol/items/fold_text.ts";
import { textsIn } from "../../protocol/items/texts_in.ts";
import type { BankEntry, BankItem } from "../store/bank_store.ts";

/** Characters of a question that a list shows. */
const SHOWN_CHARACTERS = 300;

/** Characters of a question that are searched. */
const SEARCHED_CHARACTERS = 1_000;

/** What the bank's list and search keep of a question. @param at When it was changed, ms since 1970. */
export function bankEntry({ revision, ownerId, owner, isShared, question }: BankItem, at: number): BankEntry {
  const { type, text, points, tags = [] } = question;
  return {
    revision,
    ownerId,
    owner,
    isShared,
    type,
    text: text.slice(0, SHOWN_CHARACTERS),
    points,
    tags,
    words: searchable([...tags, ...textsIn(question)].join(" ")).slice(0, SEARCHED_CHARACTERS),
    updatedAt: at,
  };
}

/** A text as it is searched: without case and accents. */
export function searchable(text: string): string {
  return foldText(text).normalize("NFD").replace(/\p{M}+/gu, "");
}
