import { signal } from "@preact/signals";
import type { Editor } from "../editor.ts";
import type { Question } from "../../../protocol/items/registry.ts";
import { bankEntries, takeFromBank } from "./bank_calls.ts";
import type { CallFailure } from "../../staff/staff_api.ts";

/** Questions that are asked after at once. */
const AT_ONCE = 200;

/** Newest revision of questions of the bank, by their ids, as far as this page knows and the account sees them. */
export const newestInBank = signal<ReadonlyMap<string, number>>(new Map());

/** Whether the bank has a newer version of what an exam holds. */
export function hasNewer({ bank }: Question): boolean {
  return bank !== undefined && (newestInBank.value.get(bank.item_id) ?? 0) > bank.revision;
}

/** Asks the bank how an exam's questions stand there. What does not answer says nothing. */
export async function askForNews(itemIds: readonly string[]): Promise<void> {
  const known = new Map(newestInBank.value);
  for (let at = 0; at < itemIds.length; at += AT_ONCE) {
    const outcome = await bankEntries(itemIds.slice(at, at + AT_ONCE));
    if (!outcome.ok) return;
    for (const { item_id: itemId, revision } of outcome.value.items) known.set(itemId, revision);
  }
  newestInBank.value = known;
}

/**
 * Puts the bank's newest version in the place of what an exam holds of it: one step, which undo takes back. Its id in the exam and
 * its place there stay.
 */
export async function takeNewer(editor: Editor, question: Question): Promise<CallFailure | null> {
  const { bank, id } = question;
  if (bank === undefined) return null;
  const outcome = await takeFromBank(editor.saved.value.exam_id, [bank.item_id]);
  if (!outcome.ok) return outcome.error;
  const [newest] = outcome.value.questions;
  editor.edit((exam) => ({
    ...exam,
    questions: exam.questions.map((one) =>
      one.id === id ? { ...newest, id, pool: one.pool, section: one.section } : one
    ),
  }), "");
  return null;
}
