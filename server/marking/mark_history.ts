import type { PastMark } from "../../protocol/marking.ts";
import type { Attempts } from "../attempts/attempts.ts";

/**
 * Every mark that a person gave to one answer, oldest first, from the attempt's log.
 *
 * @param isSeen Whose marks are told.
 */
export async function markHistory(
  { log, stores }: Pick<Attempts, "log" | "stores">,
  attemptId: string,
  question: string,
  isSeen: (by: string) => boolean = () => true,
): Promise<PastMark[]> {
  const comments = await stores.privateReasons.list(attemptId);
  const marks: PastMark[] = [];
  for await (const { entry } of log.read(attemptId)) {
    if (entry.kind !== "marked" || entry.question !== question || !isSeen(entry.by)) continue;
    const text = entry.comment === null ? undefined : comments.get(entry.comment)?.text;
    marks.push({
      at: entry.received_at,
      by: entry.by,
      points: entry.points,
      ...(text !== undefined && { comment: text }),
      ...(entry.rubric && { rubric: entry.rubric }),
      ...(entry.as && { as: entry.as }),
    });
  }
  return marks;
}
