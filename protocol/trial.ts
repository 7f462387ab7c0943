import { z } from "zod";
import { AttemptState } from "./exam.ts";

/** `GET /api/exams/{exam_id}/trials`: by whom an exam was tried, oldest first. */
export const Trials = z.array(z.strictObject({
  attempt_id: z.string(),
  username: z.string(),
  started_at: z.number().describe("Server time, ms since 1970"),
  state: AttemptState,
}));
export type Trials = z.infer<typeof Trials>;
