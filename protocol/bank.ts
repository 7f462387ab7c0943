import { z } from "zod";
import { MAX_BANK_ADDED, MAX_BANK_TAKEN } from "./limits.ts";
import { ItemId } from "./items/prompt.ts";
import { Question } from "./items/registry.ts";

/** Questions that are put into the bank at once. */
export const AddToBankBody = z.strictObject({
  questions: z.array(Question).min(1).max(MAX_BANK_ADDED),
  shared: z.boolean().default(false).describe("Whether other instructors see and use them"),
  from_exam: ItemId.optional().describe("Exam that they are copied from: the pictures that they show come along"),
});
export type AddToBankBody = z.infer<typeof AddToBankBody>;

export const AddToBankAnswer = z.strictObject({
  item_ids: z.array(z.string()).describe("In the order of the questions"),
});
export type AddToBankAnswer = z.infer<typeof AddToBankAnswer>;

/** `POST /api/exams/{exam_id}/bank`: which questions of the bank the exam wants. */
export const TakeFromBankBody = z.strictObject({ item_ids: z.array(ItemId).min(1).max(MAX_BANK_TAKEN) });
export type TakeFromBankBody = z.infer<typeof TakeFromBankBody>;

/** The questions as they are now, each saying which one of the bank it is; their ids are those that they have there. */
export const TakeFromBankAnswer = z.strictObject({ questions: z.array(Question) });
export type TakeFromBankAnswer = z.infer<typeof TakeFromBankAnswer>;

/** Questions a page of the bank's list has. */
const MOST_A_PAGE = 200;

export const BankQuery = z.object({
  search: z.string().max(200).default("").describe("Words that stand in the question, its choices or tags"),
  tag: z.string().max(100).optional(),
  type: z.string().max(32).optional(),
  whose: z.enum(["mine", "shared"]).optional().describe("Those that the caller put in, or those that are shared"),
  ids: z.string().regex(/^[A-Za-z0-9_,-]*$/).max(8_000).optional()
    .describe("Ids with commas between: of these alone, such as to ask whether there are newer revisions"),
  from: z.coerce.number().int().min(0).default(0).describe("Questions to skip"),
  limit: z.coerce.number().int().min(1).max(MOST_A_PAGE).default(50),
});
export type BankQuery = z.infer<typeof BankQuery>;

const common = {
  item_id: z.string(),
  revision: z.int().min(1),
  owner: z.string().describe("Username of whoever put it in"),
  shared: z.boolean(),
  mine: z.boolean().describe("Whether the caller may change it"),
  updated_at: z.number().describe("Milliseconds since 1970"),
};

/** A question of the bank in a list. */
export const BankLine = z.strictObject({
  ...common,
  type: z.string(),
  text: z.string().describe("How the question begins"),
  points: z.number(),
  tags: z.array(z.string()),
});
export type BankLine = z.infer<typeof BankLine>;

/** `GET /api/bank`: newest change first. */
export const BankList = z.strictObject({
  total: z.int().describe("Questions that fit, on this page and the others"),
  tags: z.array(z.strictObject({ tag: z.string(), n: z.int() })).describe("Of all questions that the caller sees"),
  items: z.array(BankLine),
});
export type BankList = z.infer<typeof BankList>;

export const BankItemQuery = z.object({ revision: z.coerce.number().int().min(1).optional() });

/** `GET /api/bank/{item_id}`: a question of the bank, its key included. */
export const BankItemAnswer = z.strictObject({
  ...common,
  question: Question,
  used_in: z.array(z.strictObject({ exam_id: z.string(), title: z.string(), code: z.string(), revision: z.int() }))
    .describe("Exams that hold it and that the caller may see, with the revision that they hold"),
  history: z.array(z.strictObject({ revision: z.int(), at: z.number(), by: z.string() })).describe("Oldest first"),
});
export type BankItemAnswer = z.infer<typeof BankItemAnswer>;

/** `PUT /api/bank/{item_id}`; what stands there is the revision that the change was made from. */
export const ChangeBankItemBody = z.strictObject({
  revision: z.int().min(1),
  question: Question,
  shared: z.boolean(),
});
export type ChangeBankItemBody = z.infer<typeof ChangeBankItemBody>;
