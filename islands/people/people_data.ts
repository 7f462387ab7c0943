import { z } from "zod";
import { ExamState } from "../../protocol/exam.ts";
import { JoinWay } from "../../protocol/roster.ts";
import { Viewer } from "../staff/viewer.ts";

/** What the pages of an exam's people start from. */
export const PeopleData = z.strictObject({
  viewer: Viewer,
  exam: z.strictObject({
    exam_id: z.string(),
    code: z.string(),
    title: z.string(),
    state: ExamState,
    join: JoinWay,
    opens_at: z.string().nullable(),
  }),
});
export type PeopleData = z.infer<typeof PeopleData>;
