import type { ExamDocument } from "../../protocol/exam_document.ts";
import type { Accommodations } from "../../protocol/exam.ts";
import type { Sentences } from "../../words/words.ts";
import { accommodationsFor } from "./accommodations_for.ts";
import { deadlineOf, extraMs } from "./exam_time.ts";
import { warningsIn } from "./text/text_warnings.ts";

/** Something about an exam that its author may not have meant, and that stops nobody. */
export interface PublishWarning {
  said: { key: keyof Sentences["publishWarnings"]; values: Readonly<Record<string, number>> };
  /** Dotted path of the field. */
  path: string;
}

/**
 * What an author should look at who publishes an exam.
 *
 * @param now Server time, ms since 1970.
 */
export function publishWarnings(document: ExamDocument, now: number): PublishWarning[] {
  return [...timeWarnings(document, now), ...markdownWarnings(document)];
}

/** Warns of pictures without an alternative text, and of formulas that cannot be read. */
function markdownWarnings({ text_format, instructions, sections, questions }: ExamDocument): PublishWarning[] {
  if (text_format !== "markdown") return [];
  const found = [
    ...warningsIn({ text: instructions }, "").map((warning) => ({ ...warning, path: "instructions" })),
    ...warningsIn(sections, "sections"),
    ...warningsIn(questions, "questions"),
  ];
  return found.map(({ key, path }) => ({ said: { key, values: {} }, path }));
}

/**
 * Warns where extra time goes on behind the closing time even of those who begin as early as they can: a room may be
 * booked, and somebody has to be there.
 *
 * @param now Server time, ms since 1970.
 */
function timeWarnings(document: ExamDocument, now: number): PublishWarning[] {
  const { closes_at, opens_at, roster } = document;
  if (closes_at === undefined) return [];
  const closesAt = Date.parse(closes_at);
  const opensAt = Math.max(now, opens_at === undefined ? now : Date.parse(opens_at));
  const minutesPast = (given: Accommodations): number =>
    Math.ceil((deadlineOf(document, given, opensAt) - closesAt) / 60_000);
  // Minutes are said as the share that they are, to a tenth.
  const percentOf = (given: Accommodations): number =>
    Math.round(extraMs(document, given) / document.duration_minutes / 60) / 10;
  const warnings: PublishWarning[] = [];
  const forAll = accommodationsFor(document, undefined);
  if (minutesPast(forAll) > 0) {
    const values = { percent: percentOf(forAll), minutes: minutesPast(forAll) };
    warnings.push({ said: { key: "extra_time_for_all", values }, path: "accommodations.extra_time_percent" });
  }
  const byPercent = Map.groupBy(
    roster.flatMap(({ accommodations: own }, index) => {
      const given = accommodationsFor(document, own);
      const isMore = extraMs(document, given) > extraMs(document, forAll);
      return isMore && minutesPast(given) > 0 ? [{ given, index }] : [];
    }),
    ({ given }) => percentOf(given),
  );
  for (const [percent, lines] of byPercent) {
    const [{ given, index }] = lines;
    const values = { students: lines.length, percent, minutes: minutesPast(given) };
    warnings.push({
      said: { key: "extra_time_for_some", values },
      path: `roster.${index}.accommodations.extra_time_percent`,
    });
  }
  return warnings;
}
