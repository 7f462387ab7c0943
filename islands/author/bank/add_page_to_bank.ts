import type { Question } from "../../../protocol/items/registry.ts";
import { keepPage, withPicture } from "../import/pages/page_question.ts";
import type { DrawnPage } from "../import/pages/use_drawn_pages.ts";
import type { Outcome } from "../../staff/staff_api.ts";
import { addToBank, changeBankItem, removeBankItem } from "./bank_calls.ts";

/**
 * Puts a question into the bank that shows a page of a paper. A picture there is its question's own, so the question comes first; it
 * goes again where its picture cannot be stored.
 */
export async function addPageToBank(question: Question, page: DrawnPage): Promise<Outcome<unknown>> {
  const added = await addToBank([question], false);
  if (!added.ok) return added;
  const [itemId] = added.value.item_ids;
  const kept = await keepPage(page, `/api/bank/${encodeURIComponent(itemId)}/media`);
  const changed = kept.ok ? await changeBankItem(itemId, 1, withPicture(question, kept.value), false) : kept;
  if (!changed.ok) await removeBankItem(itemId);
  return changed;
}
