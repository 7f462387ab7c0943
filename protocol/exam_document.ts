import { z } from "zod";
import { Accommodations, ExamState, LanguageTag, Navigation, Policy, TextFormat } from "./exam.ts";
import { MAX_QUESTIONS } from "./limits.ts";
import { MAX_POOLS, Pool, refusePoolProblems, smallPools } from "./pools.ts";
import { Question } from "./items/registry.ts";
import { MAX_SECTIONS, refuseSectionProblems, Section } from "./sections.ts";
import { PageOrigin } from "./page_origin.ts";
import { plainToken } from "./plain_token.ts";
import { isWindow, RosterFields } from "./roster_fields.ts";
import { TimeZone } from "./time_zone.ts";

export const RosterStudent = RosterFields.extend({
  token: z.string().min(12).max(200).optional().describe("A personal token; made and printed once when absent"),
});

const ExamStaff = z.strictObject({
  username: z.string().regex(/^[a-z0-9._@-]{2,64}$/, "username_form"),
  role: z.enum(["instructor", "proctor"]),
  password: z.string().min(10).max(200).optional().describe("For a new account; made and printed once when absent"),
});

export const Retention = z.strictObject({
  events_days: z.number().min(0).max(3_650).default(180),
  reports_days: z.number().min(0).max(3_650).default(730),
});
export type Retention = z.infer<typeof Retention>;

const Shuffle = z.strictObject({
  questions: z.boolean().optional(),
  choices: z.boolean().optional().describe("Of questions with one right choice or several"),
});

const instant = z.iso.datetime({ offset: true });

/** Fields of an exam document, each by itself. */
export const ExamFields = z.strictObject({
  code: z.string().trim().toUpperCase().regex(/^[A-Z0-9-]{3,32}$/, "code_form"),
  title: z.string().trim().min(1).max(200),
  language: LanguageTag.optional()
    .describe(
      "Language of the exam (BCP 47): its pages speak it where they can, and what is written here is marked with it",
    ),
  // Without a default: papers are bound by their hash, and those of before have no such field.
  text_format: TextFormat.optional().describe(
    "What instructions, questions, choices and feedback are: `plain` (when absent) or `markdown`",
  ),
  instructions: z.string().max(5_000).optional(),
  duration_minutes: z.number().min(1).max(7 * 24 * 60),
  opens_at: instant.optional(),
  closes_at: instant.optional(),
  time_zone: TimeZone.optional().describe("The clock that its times are written and shown by (IANA)"),
  capacity: z.int().min(1).max(1_000_000).optional().describe("Attempts, at most"),
  attempts_per_student: z.int().min(1).max(100).default(1)
    .describe("Attempts of one student number, at most, where the exam is joined by its code"),
  join: z.enum(["open", "roster"]).default("open").describe("By exam code and name, or by a personal token only"),
  questions: z.array(Question).max(MAX_QUESTIONS).describe(
    "At least one, but in a draft and where it is written elsewhere",
  ),
  watched_origin: PageOrigin.optional().describe(
    "Where the exam is written, if not here: the browser extension watches the pages of this origin",
  ),
  shuffle: Shuffle.optional().describe("What each attempt has in an order of its own"),
  pools: z.array(Pool).max(MAX_POOLS).optional().describe(
    "Of which each attempt has some questions, drawn at its start",
  ),
  sections: z.array(Section).max(MAX_SECTIONS).optional().describe("Parts of the paper, in their order"),
  navigation: Navigation.optional().describe(
    "`forward`: a question that was left cannot be changed; `free` when absent",
  ),
  policy: Policy.prefault({}),
  accommodations: Accommodations.optional().describe("For everybody who sits this exam"),
  roster: z.array(RosterStudent).max(100_000).default([]),
  staff: z.array(ExamStaff).max(1_000).default([]),
  retention: Retention.prefault({}),
});

/** What can be asked of a document whose roster and staff are not in it. */
type Written = Omit<z.infer<typeof ExamFields>, "roster" | "staff">;

/** That a document's fields do not contradict each other: asked of drafts, too. */
function refuseContradictions(exam: Written, context: z.RefinementCtx): void {
  const ids = new Set<string>();
  exam.questions.forEach((question, index) => {
    if (ids.has(question.id)) {
      const path = ["questions", index, "id"];
      context.addIssue({ code: "custom", path, message: "used_twice", params: { value: question.id } });
    }
    ids.add(question.id);
  });
  refusePoolProblems(exam, context);
  refuseSectionProblems(exam, context);
  if (exam.opens_at && exam.closes_at && Date.parse(exam.closes_at) <= Date.parse(exam.opens_at)) {
    context.addIssue({ code: "custom", path: ["closes_at"], message: "after_opening" });
  }
}

/** That no two lines of a roster have one token, and that each own window opens before it closes. */
function refuseBadLines(exam: Pick<z.infer<typeof ExamFields>, "roster">, context: z.RefinementCtx): void {
  const tokens = new Set<string>();
  exam.roster.forEach(({ token, ...line }, index) => {
    if (!isWindow(line)) {
      context.addIssue({ code: "custom", path: ["roster", index, "closes_at"], message: "after_opening" });
    }
    if (token === undefined) return;
    const plain = plainToken(token);
    if (tokens.has(plain)) {
      const path = ["roster", index, "token"];
      context.addIssue({ code: "custom", path, message: "token_used_twice" });
    }
    tokens.add(plain);
  });
}

/** What is still missing before an exam can be published, by its field. */
export interface Missing {
  path: string;
  problem: "questions_needed" | "roster_needed" | "pool_too_small";
}

/** Whether an exam may be written on pages that are not ours, so that it needs no question of its own. */
export function isWrittenElsewhere({ watched_origin, policy }: Pick<Written, "watched_origin" | "policy">): boolean {
  return watched_origin !== undefined || (policy.embed_origins ?? []).length > 0;
}

/** What an exam needs to be published, and a draft may lack. @param hasRoster Whether anybody stands in its roster. */
export function missingIn(
  exam: Pick<Written, "questions" | "pools" | "join" | "watched_origin" | "policy">,
  hasRoster: boolean,
): Missing[] {
  const { questions, pools, join } = exam;
  const missing: Missing[] = smallPools({ questions, pools }).map((index) => {
    return { path: `pools.${index}.take`, problem: "pool_too_small" };
  });
  if (questions.length === 0 && !isWrittenElsewhere(exam)) {
    missing.push({ path: "questions", problem: "questions_needed" });
  }
  if (join === "roster" && !hasRoster) missing.push({ path: "roster", problem: "roster_needed" });
  return missing;
}

function refuseIncomplete(exam: z.infer<typeof ExamFields>, context: z.RefinementCtx): void {
  for (const { path, problem } of missingIn(exam, exam.roster.length > 0)) {
    context.addIssue({ code: "custom", path: path.split("."), message: problem });
  }
}

/** An exam document, as `deno task exam FILE` reads it: its fields, that they do not contradict each other, and none is missing. */
export const ExamDocument = ExamFields.superRefine((exam, context) => {
  refuseContradictions(exam, context);
  refuseBadLines(exam, context);
  refuseIncomplete(exam, context);
});
export type ExamDocument = z.infer<typeof ExamDocument>;

/** State that an exam is made in. */
export const NewExamState = z.enum(["draft", "published"]);
export type NewExamState = z.infer<typeof NewExamState>;

/** `POST /api/exams`: an exam document, and the state that the exam is made in. A draft may still lack what it needs later. */
export const CreateExamBody = ExamFields.extend({ state: NewExamState.default("published") })
  .superRefine((exam, context) => {
    refuseContradictions(exam, context);
    refuseBadLines(exam, context);
    if (exam.state !== "draft") refuseIncomplete(exam, context);
  });

/** An exam's document as its authors write it. Roster and staff have calls of their own. */
const WrittenFields = ExamFields.omit({ roster: true, staff: true });

/** Revision of an exam's document: 1 as it was made, one more with each change. */
const Revision = z.int().min(1);

/** `PUT /api/exams/{exam_id}`: the whole document in the place of the one that was read. */
export const ReviseExamBody = z.strictObject({
  revision: Revision.describe("The one that was read: where it is no longer the newest, nothing is changed"),
  document: WrittenFields.superRefine(refuseContradictions),
});
export type ReviseExamBody = z.infer<typeof ReviseExamBody>;

/** `GET /api/exams/{exam_id}`: what its authors wrote, correct answers included. Roster and staff have calls of their own. */
export const ExamDocumentAnswer = z.strictObject({
  exam_id: z.string(),
  state: ExamState,
  revision: Revision,
  document: WrittenFields,
});
export type ExamDocumentAnswer = z.infer<typeof ExamDocumentAnswer>;
