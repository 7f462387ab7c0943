import type { z } from "zod";
import type { CallBody, SeenBody } from "../../../protocol/attempt.ts";
import type { CapturedEvent, KeystrokeData } from "../../../protocol/events.ts";
import type { LogActivityBody } from "../../../protocol/log_activity.ts";
import type { StartExamBody } from "../../../protocol/start_exam.ts";
import type { SubmitExamBody } from "../../../protocol/submit_exam.ts";
import type { WatchedExamBody } from "../../../protocol/watched_exam.ts";
import type { ExampleGroup } from "./example.ts";

const KEY = { dwell: 84, flight: 131, key: "letter", t: 4_200, type: "keystroke_data" } satisfies z.input<
  typeof KeystrokeData
>;

/** What a page captured: a question came into view, and a first word was written. */
export const EVENTS: CapturedEvent[] = [
  { by: "page", signals: ["keys", "pointer", "focus"], t: 0, type: "capture_start" },
  { question: "q1", t: 900, type: "question_view" },
  KEY,
  { at: 0, input: "typing", inserted: "T", question: "q1", removed: 0, t: 4_200, type: "answer_edit" },
];

export const SITTING: ExampleGroup = {
  tag: "sitting",
  title: "Sitting an exam",
  lead: "What a student's page calls. A socket does the same with less delay: see the sockets.",
  examples: [
    {
      operation: "start_exam",
      title: "With a personal token",
      body: { token: "{personal_token}" } satisfies z.input<typeof StartExamBody>,
      keeps: { attempt_id: "attempt_id", session_token: "session_token" },
    },
    {
      operation: "start_exam",
      title: "With the exam's code",
      body: { code: "HIST-101", student: { name: "Mary Somerville" } } satisfies z.input<typeof StartExamBody>,
      keeps: { other_id: "attempt_id", other_token: "session_token" },
    },
    {
      operation: "read_watched_exam",
      body: { code: "HIST-101" } satisfies z.input<typeof WatchedExamBody>,
    },
    { operation: "get_attempt" },
    {
      operation: "log_activity",
      body: { seq: 1, sentAt: 1_790_000_000_000, events: EVENTS } satisfies z.input<typeof LogActivityBody>,
    },
    {
      operation: "log_activity",
      title: "A batch is missing before this one",
      body: {
        seq: 5,
        sentAt: 1_790_000_004_000,
        events: [{ duration: 3_000, t: 9_000, type: "idle" }],
      } satisfies z.input<typeof LogActivityBody>,
    },
    { operation: "risk_score", query: { attempt_id: "{attempt_id}" } },
    {
      operation: "put_file",
      fill: { question_id: "file_question" },
      query: { name: "notes.txt" },
      file: { type: "text/plain", content: "The guilds set prices until the mills came." },
      keeps: { file_id: "file_id" },
    },
    {
      operation: "call_proctor",
      body: { text: "May I use a pencil?" } satisfies z.input<typeof CallBody>,
    },
    { operation: "see_notice", body: { id: "{notice_id}" } satisfies z.input<typeof SeenBody> },
    { operation: "take_break", body: {} },
    { operation: "end_break", body: {} },
    { operation: "practise", as: "waiting_token", body: { events: [KEY] } },
    { operation: "get_captured" },
    {
      operation: "submit_exam",
      body: { answers: { q2: ["a"] } } satisfies z.input<typeof SubmitExamBody>,
    },
  ],
};
