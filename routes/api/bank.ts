import { z } from "zod";
import {
  AddToBankAnswer,
  AddToBankBody,
  BankItemAnswer,
  BankItemQuery,
  BankList,
  BankQuery,
  ChangeBankItemBody,
  TakeFromBankAnswer,
  TakeFromBankBody,
} from "../../protocol/bank.ts";
import { MediaAnswer } from "../../protocol/media.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { addToBank, changeBankItem, keepBankPicture, readBankItem, removeBankItem } from "../../server/bank/bank.ts";
import { searchBank } from "../../server/bank/search_bank.ts";
import { takeFromBank } from "../../server/bank/take_from_bank.ts";
import { usedIn } from "../../server/bank/used_in.ts";
import { visibleExams } from "../../server/exams/visible_exams.ts";
import type { Reader } from "../../server/bank/reader.ts";
import type { Services } from "../../server/services.ts";
import { requireStaff } from "../edge/require_staff.ts";
import { type Call, type RestRoute, route } from "../edge/route.ts";

/** Questions that are kept outside exams, for those who write exams. */
export function bankRoutes(services: Services): RestRoute[] {
  const { exams, stores } = services;

  async function told(principal: Reader, itemId: string, revision?: number): Promise<BankItemAnswer> {
    const item = await readBankItem(stores, principal, itemId, revision);
    const visible = await visibleExams(services, principal);
    return { ...item, used_in: await usedIn(exams, visible.map(({ exam_id }) => exam_id), itemId) };
  }

  const actor = ({ principal, address, requestId }: Call) => actorOf(principal, address, requestId);

  return [
    route({
      operation: "list_bank",
      summary: "Questions kept outside exams: one's own and those that others share",
      query: BankQuery,
      answer: BankList,
      handle: async ({ principal, query }) => ({ body: await searchBank(stores, requireStaff(principal), query) }),
    }),
    route({
      operation: "add_to_bank",
      summary: "Put questions into the bank, all or none",
      body: AddToBankBody,
      answer: AddToBankAnswer,
      status: 201,
      async handle(call) {
        return { body: { item_ids: await addToBank(services, requireStaff(call.principal), call.body, actor(call)) } };
      },
    }),
    route({
      operation: "take_from_bank",
      summary: "Questions of the bank for an exam: their pictures are copied to it, the exam itself is not changed",
      body: TakeFromBankBody,
      answer: TakeFromBankAnswer,
      async handle({ principal, params, body }) {
        const questions = await takeFromBank(services, requireStaff(principal), params.exam_id, body);
        return { body: { questions } };
      },
    }),
    route({
      operation: "get_bank_item",
      summary: "A question of the bank with its key, its history and the exams that hold it",
      query: BankItemQuery,
      answer: BankItemAnswer,
      async handle({ principal, params, query }) {
        return { body: await told(requireStaff(principal), params.item_id, query.revision) };
      },
    }),
    route({
      operation: "change_bank_item",
      summary: "Change a question of the bank; what it was before is kept",
      body: ChangeBankItemBody,
      answer: BankItemAnswer,
      async handle(call) {
        const { principal, params: { item_id }, body } = call;
        await changeBankItem(services, requireStaff(principal), item_id, body, actor(call));
        return { body: await told(requireStaff(principal), item_id) };
      },
    }),
    route({
      operation: "add_bank_picture",
      summary: "Store a picture of a question of the bank, before its text refers to it",
      body: z.instanceof(Uint8Array<ArrayBuffer>),
      answer: MediaAnswer,
      status: 201,
      async handle({ principal, params, body }) {
        return { body: { media_id: await keepBankPicture(services, requireStaff(principal), params.item_id, body) } };
      },
    }),
    route({
      operation: "remove_bank_item",
      summary: "Take a question out of the bank; exams keep what they hold",
      async handle(call) {
        await removeBankItem(services, requireStaff(call.principal), call.params.item_id, actor(call));
        return {};
      },
    }),
  ];
}
