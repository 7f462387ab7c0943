import type { z } from "zod";
import type { DecideFlagBody } from "../../../protocol/flag.ts";
import type { ApplyLateWorkBody, LateWork } from "../../../protocol/late_work.ts";
import type { AssignmentBody, VerdictBody } from "../../../protocol/review.ts";
import type { ExampleGroup } from "./example.ts";

export const REVIEW: ExampleGroup = {
  tag: "review",
  title: "Room and review",
  lead: "What was seen of an attempt, what people make of it, and their word on it. The live room is a socket.",
  examples: [
    { operation: "get_attempt_detail", keeps: { flag_id: "flags.0.flag_id" } },
    { operation: "get_attempt_log" },
    { operation: "write_note", body: { text: "Asked for water." } },
    { operation: "decide_flag", body: { state: "dismissed" } satisfies z.input<typeof DecideFlagBody> },
    {
      operation: "take_late_work",
      body: {
        attempt_id: "{attempt_id}",
        batches: [{
          seq: 2,
          sentAt: 1_790_000_008_000,
          events: [{ at: 1, inserted: "hey lost it.", question: "q1", removed: 0, t: 40, type: "answer_edit" }],
        }],
        last_hash: null,
      } satisfies z.input<typeof LateWork>,
    },
    {
      operation: "apply_late_work",
      body: { reason: "The Wi-Fi of the hall was down." } satisfies z.input<typeof ApplyLateWorkBody>,
    },
    { operation: "get_replay" },
    { operation: "get_overview" },
    { operation: "list_review", query: { state: "to_review" } },
    { operation: "assign_review", body: { to: "admin" } satisfies z.input<typeof AssignmentBody> },
    {
      operation: "give_verdict",
      body: { verdict: "satisfactory", note: "Nothing to see." } satisfies z.input<typeof VerdictBody>,
    },
    { operation: "get_review" },
    { operation: "get_attempt_report" },
    { operation: "get_exam_report" },
    { operation: "compare_answers" },
  ],
};
