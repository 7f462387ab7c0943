import type { ExamDocument } from "../../protocol/exam_document.ts";
import { Accommodations } from "../../protocol/exam.ts";
import type { Sentences } from "../../words/words.ts";
import { deadlineOf } from "./exam_time.ts";

/** Something about an exam that its author may not have meant, and that stops nobody. */
export interface PublishWarning {
  said: { key: keyof Sentences["publishWarnings"]; values: Readonly<Record<string, number>> };
  /** Dotted path of the field. */
  path: string;
}

/**
 * Warns where extra time goes on behind the closing time even of those who begin as early as they can: a room may be
 * booked, and somebody has to be there.
 *
 * @param now Server time, ms since 1970.
 */
export function publishWarnings(document: ExamDocument, now: number): PublishWarning[] {
  const { closes_at, opens_at, roster, accommodations } = document;
  if (closes_at === undefined) return [];
  const closesAt = Date.parse(closes_at);
  const opensAt = Math.max(now, opens_at === undefined ? now : Date.parse(opens_at));
  const minutesPast = (given: Accommodations): number =>
    Math.ceil((deadlineOf(document, given, opensAt) - closesAt) / 60_000);
  const warnings: PublishWarning[] = [];
  const forAll = accommodations ?? Accommodations.parse({});
  if (minutesPast(forAll) > 0) {
    const values = { percent: forAll.extra_time_percent, minutes: minutesPast(forAll) };
    warnings.push({ said: { key: "extra_time_for_all", values }, path: "accommodations.extra_time_percent" });
  }
  const byPercent = Map.groupBy(
    roster.flatMap(({ accommodations: own }, index) =>
      own === undefined || minutesPast(own) <= 0 ? [] : [{ own, index }]
    ),
    ({ own }) => own.extra_time_percent,
  );
  for (const [percent, lines] of byPercent) {
    const [{ own, index }] = lines;
    const values = { students: lines.length, percent, minutes: minutesPast(own) };
    warnings.push({
      said: { key: "extra_time_for_some", values },
      path: `roster.${index}.accommodations.extra_time_percent`,
    });
  }
  return warnings;
}
