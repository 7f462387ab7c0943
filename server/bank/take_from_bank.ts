import type { TakeFromBankBody } from "../../protocol/bank.ts";
import type { Question } from "../../protocol/items/registry.ts";
import { carryPictures } from "../exams/media/carry_pictures.ts";
import { Refusal } from "../errors.ts";
import { readBankItem } from "./bank.ts";
import type { Reader } from "./reader.ts";
import type { Stores } from "../store/stores.ts";

/**
 * Questions of the bank for an exam, as they are now, each saying which one it is a copy of. Their pictures are copied to the exam
 * before; the exam itself takes them when its author saves it.
 *
 * @throws {Refusal} `not_found` where the exam or one of them is not there for whoever asks; `too_large` for their pictures.
 */
export async function takeFromBank(
  { stores, now }: { stores: Pick<Stores, "bank" | "media" | "exams">; now: () => number },
  reader: Reader,
  examId: string,
  { item_ids: itemIds }: TakeFromBankBody,
): Promise<Question[]> {
  if (await stores.exams.get(examId) === null) throw new Refusal("not_found", "no_such_exam");
  const items = await Promise.all(itemIds.map((itemId) => readBankItem(stores, reader, itemId)));
  const at = now();
  for (const { item_id: itemId, question } of items) await carryPictures(stores, itemId, examId, question, at);
  return items.map(({ item_id, revision, question: { pool: _, section: __, ...question } }) => ({
    ...question,
    bank: { item_id, revision },
  }));
}
