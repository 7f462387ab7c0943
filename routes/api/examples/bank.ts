import type { z } from "zod";
import type { AddToBankBody, ChangeBankItemBody, TakeFromBankBody } from "../../../protocol/bank.ts";
import type { ExampleGroup } from "./example.ts";
import { PICTURE } from "./exams.ts";

const QUESTION = {
  id: "charter",
  type: "numeric",
  text: "In which year was the charter signed?",
  correct: 1215,
} satisfies z.input<typeof ChangeBankItemBody>["question"];

export const BANK: ExampleGroup = {
  tag: "bank",
  title: "The bank",
  lead: "Questions outside exams.",
  examples: [
    {
      operation: "add_to_bank",
      body: { questions: [QUESTION], shared: true } satisfies z.input<typeof AddToBankBody>,
      keeps: { item_id: "item_ids.0" },
    },
    { operation: "list_bank", query: { search: "charter" } },
    {
      operation: "change_bank_item",
      body: {
        revision: 1,
        question: { ...QUESTION, tolerance: 1 },
        shared: true,
      } satisfies z.input<typeof ChangeBankItemBody>,
    },
    { operation: "get_bank_item" },
    { operation: "add_bank_picture", file: PICTURE },
    {
      operation: "take_from_bank",
      body: { item_ids: ["{item_id}"] } satisfies z.input<typeof TakeFromBankBody>,
    },
    { operation: "remove_bank_item" },
  ],
};
