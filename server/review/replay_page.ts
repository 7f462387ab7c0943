import { paperQuestion } from "../../protocol/items/registry.ts";
import type { ReplayPage } from "../../protocol/replay.ts";
import type { Attempts, AttemptView } from "../attempts/attempts.ts";
import { questionIds } from "../attempts/load_attempt.ts";
import { ReplaySteps } from "../attempts/replay_steps.ts";

/** Entries of one page: half an hour and more. */
const PAGE_ENTRIES = 2_000;

/**
 * What a replay needs of an attempt's log: the edits and choices that counted, as {@link answersAt} of the marks takes them, and
 * what happened around them. What was kept as evidence alone is no part of how the answer came to be.
 *
 * @param after Number of the entry behind which the page begins.
 */
export async function replayPage(
  { log }: Pick<Attempts, "log">,
  { attemptId, exam, record, head }: Pick<AttemptView, "attemptId" | "exam" | "record" | "head">,
  after: number,
): Promise<ReplayPage> {
  const questions = questionIds(exam);
  const taken = new ReplaySteps(record.startedAt, (question) => questions.has(question));
  let next: number | null = null;
  for await (const { entry } of log.read(attemptId)) {
    if (entry.n > after + PAGE_ENTRIES) {
      next = after + PAGE_ENTRIES;
      break;
    }
    if (entry.n <= after) taken.pass(entry);
    else taken.take(entry);
  }
  return {
    started_at: record.startedAt,
    end_t: Math.max(head.lastT, (head.endedAt ?? 0) - record.startedAt),
    questions: after === 0 ? exam.document.questions.map(paperQuestion) : [],
    steps: taken.steps,
    keys: [...taken.keys],
    next,
  };
}
