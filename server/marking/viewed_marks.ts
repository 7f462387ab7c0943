import type { MarkPlaces } from "../../protocol/marking.ts";
import { AUTO } from "../../protocol/marks.ts";
import type { Question } from "../../protocol/items/registry.ts";
import type { Exam } from "../store/exam_store.ts";
import type { PrivateReasonStore } from "../store/private_reason_store.ts";
import type { PaperMark } from "./mark_paper.ts";
import { marksOfSheet, toldMarks } from "./marks_of_attempt.ts";
import type { Sheet } from "./sheets.ts";
import { isMarkedByTwo, placesSeenBy, type SeenPlaces } from "./two_markers.ts";

/** A mark as one marker sees it: where two mark and theirs alone is in, theirs. */
export interface ViewedMark extends PaperMark {
  /** Where two mark. */
  places?: SeenPlaces;
}

/**
 * An attempt's marks as a marker sees them, in the order of its paper.
 *
 * @param questions Of the paper, with the keys of today.
 * @param viewer The marker's username.
 */
export function viewedMarks(sheet: Sheet, exam: Exam, questions: readonly Question[], viewer: string): ViewedMark[] {
  return marksOfSheet(sheet, exam).map((mark, index) => {
    const held = sheet.held.get(mark.question);
    const isByTwo = held?.second !== undefined || isMarkedByTwo(exam, questions[index]);
    if (!isByTwo || held?.by === AUTO) return mark;
    const places = placesSeenBy(viewer, held);
    const [own, ...others] = places.given;
    if (own === undefined || others.length > 0) return { ...mark, places };
    const { points, by, comment, rubric } = own.mark;
    return { ...mark, points, by, comment, ...(rubric && { rubric }), places };
  });
}

/** Whether a mark waits for who sees it. */
export function isOpenMark({ by, places }: Pick<ViewedMark, "by" | "places">): boolean {
  return by === null && places?.waits_for !== "others";
}

/** Places as they are told, with the comments that are still kept. */
export async function toldPlaces(
  comments: PrivateReasonStore,
  attemptId: string,
  { max, places }: Pick<ViewedMark, "max" | "places">,
): Promise<MarkPlaces | undefined> {
  if (places === undefined) return undefined;
  const { given, ...rest } = places;
  const told = await toldMarks(comments, attemptId, given.map(({ as, mark }) => ({ ...mark, question: as, max })));
  return { ...rest, given: given.map(({ as }) => ({ ...told[as], as })) };
}
