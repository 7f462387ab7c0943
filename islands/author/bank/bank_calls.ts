import { AddToBankAnswer, BankItemAnswer, BankList, TakeFromBankAnswer } from "../../../protocol/bank.ts";
import type { Question } from "../../../protocol/items/registry.ts";
import { callStaff, type Outcome } from "../../staff/staff_api.ts";

/** What the list of the bank is narrowed to; empty where it is not. */
export interface BankSearch {
  search: string;
  tag: string;
  type: string;
  whose: "" | "mine" | "shared";
  /** Questions to skip. */
  from: number;
}

export const ALL_OF_BANK: BankSearch = { search: "", tag: "", type: "", whose: "", from: 0 };

/** Questions on a page of the list. */
export const BANK_PAGE = 50;

/** A page of the bank's list. */
export function listBank(search: BankSearch, signal?: AbortSignal): Promise<Outcome<BankList>> {
  return callStaff({ method: "GET", path: `/api/bank?${queryOf(search)}`, answer: BankList, signal });
}

/** A search as an address has it: what is not narrowed is left out. */
export function queryOf(search: BankSearch): string {
  const said = Object.entries(search).filter(([, value]) => value !== "" && value !== 0);
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
}

/** How some questions of the bank stand now, of those that the account sees; 200 at most. */
export function bankEntries(itemIds: readonly string[]): Promise<Outcome<BankList>> {
  return callStaff({ method: "GET", path: `/api/bank?limit=200&ids=${itemIds.join(",")}`, answer: BankList });
}

/** A question of the bank, as it is or as it was. */
export function readBankItem(itemId: string, revision?: number): Promise<Outcome<BankItemAnswer>> {
  const path = `${pathOf(itemId)}${revision === undefined ? "" : `?revision=${revision}`}`;
  return callStaff({ method: "GET", path, answer: BankItemAnswer });
}

/** Puts questions into the bank. @param fromExam Exam whose pictures come along. */
export function addToBank(
  questions: readonly Question[],
  shared: boolean,
  fromExam?: string,
): Promise<Outcome<AddToBankAnswer>> {
  const body = { questions: questions.map(withoutPlace), shared, ...(fromExam && { from_exam: fromExam }) };
  return callStaff({ method: "POST", path: "/api/bank", body, answer: AddToBankAnswer, withinMs: 60_000 });
}

/** Changes a question of the bank. @param revision The one that was changed. */
export function changeBankItem(
  itemId: string,
  revision: number,
  question: Question,
  shared: boolean,
): Promise<Outcome<BankItemAnswer>> {
  const body = { revision, question: withoutPlace(question), shared };
  return callStaff({ method: "PUT", path: pathOf(itemId), body, answer: BankItemAnswer });
}

export function removeBankItem(itemId: string): Promise<Outcome<unknown>> {
  return callStaff({ method: "DELETE", path: pathOf(itemId) });
}

/** Questions of the bank for an exam, which gets their pictures. */
export function takeFromBank(examId: string, itemIds: readonly string[]): Promise<Outcome<TakeFromBankAnswer>> {
  return callStaff({
    method: "POST",
    path: `/api/exams/${examId}/bank`,
    body: { item_ids: itemIds },
    answer: TakeFromBankAnswer,
    withinMs: 60_000,
  });
}

function pathOf(itemId: string): string {
  return `/api/bank/${encodeURIComponent(itemId)}`;
}

/** A question without what only its exam knows: where in the bank it came from, its pool and section there. */
function withoutPlace({ bank: _, pool: __, section: ___, ...question }: Question) {
  return question;
}
