import { type Missing, missingIn } from "../../protocol/exam_document.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";
import { type PublishWarning, publishWarnings } from "./publish_warnings.ts";
import { fieldsOf } from "./roster/roster_entry.ts";
import { readRoster } from "./roster/roster_lines.ts";

/** What an author should know before an exam is published. */
export interface PublishCheck {
  /** What it may not be meant to be; stops nobody. */
  warnings: PublishWarning[];
  /** What it lacks. */
  missing: Missing[];
}

/**
 * What publishing an exam would say, with the roster that it has. Changes nothing.
 *
 * @param now Server time, ms since 1970.
 */
export async function publishCheck(
  stores: Pick<Stores, "roster">,
  { examId, document }: Pick<Exam, "examId" | "document">,
  now: number,
): Promise<PublishCheck> {
  // Only extra time that goes on behind the closing time is asked of every line.
  const lines = document.closes_at === undefined ? [] : await readRoster(stores, examId);
  const hasRoster = await stores.roster.hasAny(examId);
  const isOpenBeside = hasRoster && document.join === "open";
  return {
    warnings: [
      ...(isOpenBeside ? [{ said: { key: "open_beside_roster", values: {} }, path: "join" } as const] : []),
      ...publishWarnings({ ...document, roster: lines.map(({ entry }) => fieldsOf(entry)) }, now),
    ],
    missing: missingIn(document, hasRoster),
  };
}
