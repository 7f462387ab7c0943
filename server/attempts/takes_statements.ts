import type { Exam } from "../store/exam_store.ts";

/** Whether students may put their own words beside the evidence. The exam as it is now decides. */
export function takesStatements({ document: { policy } }: Pick<Exam, "document">): boolean {
  return policy.review?.statements !== false;
}
