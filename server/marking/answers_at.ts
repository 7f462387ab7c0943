import type { Answers } from "../../protocol/items/answer.ts";
import { AnswerSheet } from "../../protocol/items/answer_sheet.ts";
import type { Attempts, AttemptView } from "../attempts/attempts.ts";
import { EditClock } from "../attempts/edit_clock.ts";
import { questionIds } from "../attempts/load_attempt.ts";

/**
 * An attempt's answers as they stood at a moment of it, from its log alone: what was written and chosen up to then, and
 * counts. Answers that came as a whole count from when they arrived.
 *
 * @param t Attempt time, ms; infinite for the end.
 */
export async function answersAt(
  { log }: Pick<Attempts, "log">,
  { attemptId, exam, record }: Pick<AttemptView, "attemptId" | "exam" | "record">,
  t: number,
): Promise<Answers> {
  const sheet = new AnswerSheet(questionIds(exam));
  const clock = new EditClock();
  for await (const { entry } of log.read(attemptId)) {
    if (entry.kind === "batch") {
      const untilT = Math.min(t, clock.untilT(entry.received_at));
      const kept = new Set(entry.kept);
      entry.events.forEach((event, index) => {
        if (!kept.has(index)) sheet.apply(event, untilT);
      });
      continue;
    }
    clock.follow(entry);
    if (entry.kind !== "answered" || entry.applied === false) continue;
    if (entry.received_at - record.startedAt <= t) sheet.set(entry.answers);
  }
  return sheet.toAnswers();
}
