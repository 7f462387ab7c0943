import type { AddToBankBody, BankItemAnswer, ChangeBankItemBody } from "../../protocol/bank.ts";
import { MAX_BANK_QUESTIONS } from "../../protocol/limits.ts";
import { said } from "../../words/refusal.ts";
import type { Actor, AuditLog } from "../audit/audit_log.ts";
import { newId } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import { carryPictures } from "../exams/media/carry_pictures.ts";
import { storePicture } from "../exams/media/keep_picture.ts";
import { type BankItem, MOST_BANK_BYTES } from "../store/bank_store.ts";
import type { Versioned } from "../store/stored_value.ts";
import type { Stores } from "../store/stores.ts";
import { bankEntry } from "./bank_entry.ts";
import { mayChange, maySee, type Reader } from "./reader.ts";
import { requireSource } from "./require_source.ts";

/** What the bank stands on. */
export interface BankWorld {
  stores: Pick<Stores, "bank" | "media" | "exams" | "assignments" | "commit">;
  audit: AuditLog;
  /** Server time, ms since 1970. */
  now: () => number;
}

/**
 * Puts questions into the bank, all or none.
 *
 * @returns Their ids, in their order.
 * @throws {Refusal} `too_large` where they do not go into one atomic, or the bank is full, or the pictures are too many;
 * `not_found` where the caller may not copy pictures from there.
 */
export async function addToBank(
  { stores, audit, now }: BankWorld,
  reader: Reader,
  { questions, shared, from_exam: fromExam }: AddToBankBody,
  actor: Actor,
): Promise<string[]> {
  if (fromExam !== undefined) await requireSource(stores, reader, fromExam);
  const at = now();
  const items = questions.map((question): BankItem => ({
    itemId: newId(),
    revision: 1,
    ownerId: reader.staffId,
    owner: reader.username,
    isShared: shared,
    question,
    history: [{ revision: 1, at, by: reader.username }],
  }));
  // Those that come together stand in the list as they came: the first is the newest by a little.
  const { mutations, fit } = stores.bank.insert(
    items.map((item, index) => ({ item, entry: bankEntry(item, at - index / 1_000) })),
  );
  if (!fit) throw new Refusal("too_large", said("bank_too_much", { bytes: MOST_BANK_BYTES }), { path: "questions" });
  if (await count(stores.bank.entries()) + items.length > MAX_BANK_QUESTIONS) {
    throw new Refusal("too_large", said("bank_full", { most: MAX_BANK_QUESTIONS }), { path: "questions" });
  }
  // First the pictures: nothing refers to one that is not there. Those of a question that does not come after all are tidied.
  if (fromExam !== undefined) {
    for (const { itemId, question } of items) await carryPictures(stores, fromExam, itemId, question, at);
  }
  const line = audit.line({ ...actor, what: "add_to_bank" });
  if (await stores.commit([...mutations, line]) === null) throw new Error("An id was given twice in the bank");
  return items.map(({ itemId }) => itemId);
}

/**
 * A question of the bank, as it is or as it was under an earlier revision.
 *
 * @throws {Refusal} `not_found`, also for who may not see it.
 */
export async function readBankItem(
  { bank }: Pick<Stores, "bank">,
  reader: Reader,
  itemId: string,
  revision?: number,
): Promise<Omit<BankItemAnswer, "used_in">> {
  const { value } = await requireItem(bank, reader, itemId);
  const isEarlier = revision !== undefined && revision !== value.revision;
  const question = isEarlier ? await bank.revision(itemId, revision) : value.question;
  if (question === null) throw new Refusal("not_found", "no_such_revision", { path: "revision" });
  return {
    item_id: itemId,
    revision: revision ?? value.revision,
    owner: value.owner,
    shared: value.isShared,
    mine: mayChange(reader, value),
    updated_at: value.history.at(-1)?.at ?? 0,
    question,
    history: value.history,
  };
}

/**
 * Changes a question of the bank; the one before is kept. Exams keep the one that they hold. Where nothing differs, nothing
 * is written.
 *
 * @returns The revision that it has then.
 * @throws {Refusal} `not_found`, `forbidden`; `conflict` where somebody was faster.
 */
export async function changeBankItem(
  { stores: { bank, commit }, audit, now }: BankWorld,
  reader: Reader,
  itemId: string,
  { revision, question, shared }: ChangeBankItemBody,
  actor: Actor,
): Promise<number> {
  const found = await requireItem(bank, reader, itemId);
  const before = found.value;
  if (!mayChange(reader, before)) throw new Refusal("forbidden", "bank_not_yours");
  if (before.revision !== revision) throw new Refusal("conflict", "bank_changed_meanwhile", { path: "revision" });
  const isAsItWas = JSON.stringify(question) === JSON.stringify(before.question);
  if (isAsItWas && shared === before.isShared) return revision;
  const at = now();
  const item: BankItem = isAsItWas ? { ...before, isShared: shared } : {
    ...before,
    isShared: shared,
    question,
    revision: revision + 1,
    history: [...before.history, { revision: revision + 1, at, by: reader.username }],
  };
  const { mutations, tidy } = bank.replace(found, item, bankEntry(item, at));
  const line = audit.line({ ...actor, what: "change_bank_item", about: `bank:${itemId}` });
  if (await commit([...mutations, line]) === null) {
    throw new Refusal("conflict", "bank_changed_meanwhile", { path: "revision" });
  }
  await tidy();
  return item.revision;
}

/**
 * Takes a question out of the bank, with its earlier revisions. Exams keep what they hold.
 *
 * @throws {Refusal} `not_found`, `forbidden`; `conflict` where somebody changed it meanwhile.
 */
export async function removeBankItem(
  { stores: { bank, media, commit }, audit }: BankWorld,
  reader: Reader,
  itemId: string,
  actor: Actor,
): Promise<void> {
  const found = await requireItem(bank, reader, itemId);
  if (!mayChange(reader, found.value)) throw new Refusal("forbidden", "bank_not_yours");
  const line = audit.line({ ...actor, what: "remove_bank_item", about: `bank:${itemId}` });
  if (await commit([...bank.withdraw(found), line]) === null) {
    throw new Refusal("conflict", "bank_changed_meanwhile");
  }
  await bank.tidy(found.value);
  for (const { mediaId } of await media.list(itemId)) await media.remove(itemId, mediaId);
}

/**
 * Stores a picture of a question, before its text refers to it.
 *
 * @returns Its id.
 * @throws {Refusal} `not_found`, `forbidden`, `invalid`, `too_large`.
 */
export async function keepBankPicture(
  { stores: { bank, media }, now }: BankWorld,
  reader: Reader,
  itemId: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const { value } = await requireItem(bank, reader, itemId);
  if (!mayChange(reader, value)) throw new Refusal("forbidden", "bank_not_yours");
  return await storePicture(media, itemId, content, now());
}

async function requireItem(bank: Stores["bank"], reader: Reader, itemId: string): Promise<Versioned<BankItem>> {
  const found = await bank.get(itemId);
  if (found === null || !maySee(reader, found.value)) throw new Refusal("not_found", "no_such_bank_item");
  return found;
}

async function count(entries: AsyncIterable<unknown>): Promise<number> {
  let n = 0;
  for await (const _ of entries) n++;
  return n;
}
