import { BankItemPage } from "../../islands/author/bank/bank_item_page.tsx";
import { type BankData, BankPage } from "../../islands/author/bank/bank_page.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /bank` as HTML. */
export function renderBank({ manifest, words, ...data }: StaffPageProps & Omit<BankData, "viewer">): string {
  return renderStaffPage({
    title: words.sentences.bank.title,
    manifest,
    words,
    viewer: data.viewer,
    current: "/bank",
    script: "bank",
    groups: ["bank", "editorItems", "importing"],
    data,
    children: <BankPage {...data} />,
  });
}

/** `GET /bank/{item_id}` as HTML. @param itemId Null of a question that is to be written. */
export function renderBankItem({ manifest, words, ...data }: StaffPageProps & { itemId: string | null }): string {
  return renderStaffPage({
    title: data.itemId === null ? words.sentences.bank.newTitle : words.sentences.bank.itemTitle,
    manifest,
    words,
    viewer: data.viewer,
    current: "/bank",
    script: "bank_item",
    groups: [
      "bank",
      "editor",
      "editorItems",
      "editorMore",
      "editorProblems",
      "editorTexts",
      "exam",
      "fieldProblems",
      "itemRules",
      "publishWarnings",
    ],
    data,
    children: <BankItemPage {...data} />,
  });
}
