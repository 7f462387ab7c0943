import type { Exam } from "../store/exam_store.ts";

/** Whether students may see the evidence of their own attempt once it is over. The exam as it is now decides. */
export function showsEvidence({ document: { policy } }: Pick<Exam, "document">): boolean {
  return policy.review?.evidence !== false;
}
