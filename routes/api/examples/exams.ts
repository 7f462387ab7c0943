import type { z } from "zod";
import type { CreateExamBody, ReviseExamBody } from "../../../protocol/exam_document.ts";
import type { RenderBody } from "../../../protocol/media.ts";
import type { Example, ExampleGroup } from "./example.ts";

/** What stands in an exam's document besides its roster and staff. */
const DOCUMENT = {
  code: "HIST-101",
  title: "History 101, mid-term",
  duration_minutes: 45,
  questions: [
    { id: "q1", type: "essay", text: "Why did the guilds lose their power?", points: 10 },
    {
      id: "q2",
      type: "single_choice",
      text: "Which came first?",
      choices: [{ id: "a", text: "The printing press" }, { id: "b", text: "The steam engine" }],
      correct: "a",
    },
    { id: "q3", type: "file", text: "Hand in your notes.", points: 5 },
  ],
  accommodations: { breaks: { minutes: 5, count: 2, by_student: true } },
} satisfies z.input<typeof ReviseExamBody>["document"];

/** A picture, small enough to be read. */
export const PICTURE = {
  type: "image/svg+xml",
  content: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle cx="4" cy="4" r="3"/></svg>',
};

const GIFT = `::Press:: Which came first? {=The printing press ~The steam engine}

::Charter:: In which year was the charter signed? {#1215}
`;

const WRITING: Example[] = [
  {
    operation: "create_exam",
    body: {
      ...DOCUMENT,
      roster: [{ name: "Ada Lovelace", number: "1001" }, { name: "Louis Braille", number: "1002" }],
      staff: [{ username: "prof.okoye", role: "instructor" }],
    } satisfies z.input<typeof CreateExamBody>,
    keeps: { exam_id: "exam_id", first_token: "tokens.0.token", louis_token: "tokens.1.token" },
  },
  { operation: "list_exams" },
  { operation: "get_exam" },
  {
    operation: "revise_exam",
    body: {
      revision: 1,
      document: { ...DOCUMENT, title: "History 101, mid-term, group A" },
    } satisfies z.input<typeof ReviseExamBody>,
  },
  {
    operation: "revise_exam",
    title: "Somebody else has changed it since it was read",
    body: { revision: 1, document: DOCUMENT } satisfies z.input<typeof ReviseExamBody>,
  },
];

const MOVING: Example[] = [
  { operation: "duplicate_exam", keeps: { copy_id: "exam_id" } },
  { operation: "publish_exam", fill: { exam_id: "copy_id" } },
  { operation: "close_exam", fill: { exam_id: "copy_id" } },
  { operation: "reopen_exam", fill: { exam_id: "copy_id" } },
  { operation: "archive_exam", fill: { exam_id: "copy_id" } },
];

export const EXAMS: ExampleGroup = {
  tag: "exams",
  title: "Exams",
  lead: "Documents and their states, pictures, import and export, trials.",
  examples: [
    ...WRITING,
    ...MOVING,
    { operation: "add_picture", file: PICTURE, keeps: { media_id: "media_id" } },
    { operation: "get_picture" },
    {
      operation: "render_texts",
      body: { text: "Is $\\sqrt{2}$ **rational**?" } satisfies z.input<typeof RenderBody>,
    },
    { operation: "import_questions", file: { type: "text/plain", content: GIFT } },
    { operation: "export_questions", query: { format: "gift" } },
    { operation: "start_trial", keeps: { trial_id: "attempt_id" } },
    { operation: "list_trials" },
    { operation: "remove_trial", fill: { attempt_id: "trial_id" } },
  ],
};
