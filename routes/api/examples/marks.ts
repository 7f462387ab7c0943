import type { z } from "zod";
import type { MarkBody } from "../../../protocol/marks.ts";
import type { ReleaseBody, ResultByTokenBody } from "../../../protocol/results.ts";
import type { ExampleGroup } from "./example.ts";

export const MARKS: ExampleGroup = {
  tag: "marks",
  title: "Marks and results",
  lead: "Answers and their points, files that were handed in, and what students are told.",
  examples: [
    { operation: "get_answers" },
    { operation: "list_marking", query: { question: "q1" } },
    {
      operation: "set_mark",
      body: { points: 7.5, comment: "Good on prices, short on mills." } satisfies z.input<typeof MarkBody>,
    },
    { operation: "get_mark_history" },
    { operation: "list_files" },
    { operation: "get_file" },
    { operation: "list_marks" },
    { operation: "list_marks", title: "As a table", query: { format: "csv" } },
    { operation: "get_statistics" },
    { operation: "preview_result", query: { points: "true", answers: "true" } },
    { operation: "get_release" },
    { operation: "release_results", body: { released: true } satisfies z.input<typeof ReleaseBody> },
    { operation: "get_result" },
    {
      operation: "get_result_by_token",
      body: { token: "{personal_token}" } satisfies z.input<typeof ResultByTokenBody>,
    },
  ],
};
