import { z } from "zod";
import { Viewer } from "../staff/viewer.ts";

/** What the queue of reviewers starts from. */
export const ReviewData = z.strictObject({
  viewer: Viewer,
  exam: z.strictObject({ exam_id: z.string(), title: z.string() }),
});
export type ReviewData = z.infer<typeof ReviewData>;

/** What the review of one attempt starts from. */
export const AttemptReviewData = ReviewData.extend({ attempt_id: z.string() });
export type AttemptReviewData = z.infer<typeof AttemptReviewData>;
