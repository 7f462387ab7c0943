import { z } from "zod";
import { AttemptFile } from "../../protocol/attempt_file.ts";
import { Batch } from "../../protocol/events.ts";
import { StaffRole } from "../../protocol/exam.ts";
import { FlagState } from "../../protocol/flag.ts";
import { Answers } from "../../protocol/items/answer.ts";
import { SeenMark } from "../../protocol/marks.ts";
import { ProctorAction } from "../../protocol/proctor_messages.ts";
import { AnswersAsOf } from "../../protocol/log_activity.ts";
import { AssignmentBody, StatementBody, VerdictBody } from "../../protocol/review.ts";
import { StaffNoteBody } from "../../protocol/staff_note.ts";
import { PracticeEvents } from "../../protocol/student_messages.ts";
import { RiskLevel } from "../../protocol/risk.ts";
import { SentWrite } from "../store/sent_write.ts";
import { JOIN_CODES } from "../attempts/join_news.ts";

const attempt_id = z.string();

/** What may be asked of the instance that writes an attempt. */
export const AttemptCall = z.discriminatedUnion("op", [
  z.object({ op: z.literal("append"), attempt_id, batch: Batch }),
  z.object({ op: z.literal("submit"), attempt_id, answers: Answers.nullable() }),
  z.object({
    op: z.literal("act"),
    attempt_id,
    action: ProctorAction,
    exam_id: z.string(),
    username: z.string(),
    role: StaffRole,
    writes: z.array(SentWrite),
  }),
  z.object({
    op: z.literal("decide_flag"),
    attempt_id,
    flag_id: z.string(),
    state: FlagState,
    by: z.string(),
    writes: z.array(SentWrite),
  }),
  z.object({
    op: z.literal("mark"),
    attempt_id,
    question: z.string(),
    points: z.number(),
    comment: z.string(),
    rubric: z.array(z.string()).optional(),
    by: z.string(),
    seen: SeenMark.optional(),
    as: z.literal("agreed").optional(),
    writes: z.array(SentWrite),
  }),
  VerdictBody.extend({ op: z.literal("judge"), attempt_id, by: z.string(), writes: z.array(SentWrite) }),
  AssignmentBody.extend({ op: z.literal("assign_review"), attempt_id, writes: z.array(SentWrite) }),
  StaffNoteBody.extend({ op: z.literal("note"), attempt_id, by: z.string(), writes: z.array(SentWrite) }),
  z.object({
    op: z.literal("take"),
    attempt_id,
    by: z.string(),
    /** Absent for giving back. */
    seen: z.string().nullable().optional(),
    writes: z.array(SentWrite),
  }),
  StatementBody.extend({ op: z.literal("state"), attempt_id }),
  z.object({ op: z.literal("take_file"), attempt_id, file: AttemptFile, writes: z.array(SentWrite) }),
  z.object({ op: z.literal("polled"), attempt_id }),
  z.object({ op: z.literal("see"), attempt_id, notice_id: z.string() }),
  z.object({ op: z.literal("call_proctor"), attempt_id, text: z.string() }),
  z.object({ op: z.literal("practise"), attempt_id, events: PracticeEvents }),
  z.object({ op: z.literal("take_break"), attempt_id }),
  z.object({ op: z.literal("come_back"), attempt_id }),
  z.object({
    op: z.literal("joined"),
    attempt_id,
    code: z.enum(JOIN_CODES),
    count: z.number().optional(),
  }),
  z.object({
    op: z.literal("handle_alert"),
    attempt_id,
    alert_id: z.string(),
    by: z.string(),
    writes: z.array(SentWrite),
  }),
]);
export type AttemptCall = z.infer<typeof AttemptCall>;

/** Told to the instance that wrote an attempt before: another one has taken it over. */
const Taken = z.object({ op: z.literal("taken"), attempt_id });
export type Taken = z.infer<typeof Taken>;

/** What comes from another instance. */
export const Letter = z.discriminatedUnion("op", [AttemptCall, Taken]);

/** What became of a batch, and how the attempt stands with it. */
export const Appended = z.object({
  outcome: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("ack"), seq: z.number(), answers: AnswersAsOf.optional() }),
    z.object({ kind: z.literal("expected"), seq: z.number() }),
    z.object({ kind: z.literal("conflict"), seq: z.number(), lastSeq: z.number() }),
  ]),
  /** As the student may see it; null where not. */
  risk: z.number().nullable(),
  level: RiskLevel.nullable(),
});

/** How an attempt stood when it ended. */
export const Submitted = z.object({ risk: z.number().nullable() });
