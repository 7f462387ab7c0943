import { z } from "zod";
import { AtHundred, ExamState } from "../../../protocol/exam.ts";
import { Viewer } from "../../staff/viewer.ts";

/** What the room's page starts from. Nothing secret, nothing of a student. */
export const RoomData = z.strictObject({
  viewer: Viewer,
  /** Whose drawer is open from the start: an attempt, or a row of who is expected. */
  row_id: z.string().optional(),
  /** Which accounts look after which groups of the roster, those of which that is said. */
  group_staff: z.record(z.string(), z.array(z.string())),
  exam: z.strictObject({
    exam_id: z.string(),
    code: z.string(),
    title: z.string(),
    state: ExamState,
    opens_at: z.string().nullable(),
    closes_at: z.string().nullable(),
    join: z.enum(["open", "roster"]),
    /** Ids, in the paper's order. */
    questions: z.array(z.string()),
    at_hundred: AtHundred,
    /** What a message to a student may begin with, in the exam's language. */
    ready_texts: z.array(z.string()),
  }),
});
export type RoomData = z.infer<typeof RoomData>;
