import { Accommodations } from "../../protocol/exam.ts";
import type { ExamDocument } from "../../protocol/exam_document.ts";
import { MAX_MUTED } from "../../protocol/limits.ts";
import { extraMs } from "./exam_time.ts";

/**
 * What a student is allowed: what everybody is who sits the exam, and their own beside it. Of two extra times the longer one
 * holds, of two weights their own: nobody has less than everybody else because something more was granted to them.
 *
 * @param own What stands in the student's line of the roster.
 */
export function accommodationsFor(
  { accommodations: forAll, duration_minutes }: Pick<ExamDocument, "accommodations" | "duration_minutes">,
  own: Accommodations | undefined,
): Accommodations {
  if (forAll === undefined || own === undefined) return own ?? forAll ?? Accommodations.parse({});
  const longer = extraMs({ duration_minutes }, forAll) > extraMs({ duration_minutes }, own) ? forAll : own;
  const { extra_time_percent, extra_time_minutes } = longer;
  const breaks = own.breaks ?? forAll.breaks;
  return {
    extra_time_percent,
    ...(extra_time_minutes !== undefined && { extra_time_minutes }),
    ...(breaks && { breaks }),
    technologies: [...new Set([...forAll.technologies, ...own.technologies])],
    muted: [...new Set([...own.muted, ...forAll.muted])].slice(0, MAX_MUTED),
    weights: { ...forAll.weights, ...own.weights },
  };
}
