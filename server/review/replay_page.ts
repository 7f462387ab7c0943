import type { CapturedEvent } from "../../protocol/events.ts";
import { paperQuestion } from "../../protocol/items/registry.ts";
import type { ReplayPage, ReplayStep } from "../../protocol/replay.ts";
import type { Attempts, AttemptView } from "../attempts/attempts.ts";
import { EditClock } from "../attempts/edit_clock.ts";
import { questionIds } from "../attempts/load_attempt.ts";

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
  const clock = new EditClock();
  const steps: ReplayStep[] = [];
  const keys = new Map<number, number>();
  let next: number | null = null;
  for await (const { entry } of log.read(attemptId)) {
    if (entry.n > after + PAGE_ENTRIES) {
      next = after + PAGE_ENTRIES;
      break;
    }
    // Pauses and deadlines before the page say which of its edits counted.
    if (entry.kind !== "batch") clock.follow(entry);
    if (entry.n <= after) continue;
    if (entry.kind === "answered" && entry.applied !== false) {
      steps.push({ kind: "whole", t: entry.received_at - record.startedAt, answers: entry.answers });
    }
    if (entry.kind !== "batch") continue;
    const untilT = clock.untilT(entry.received_at);
    const kept = new Set(entry.kept);
    entry.events.forEach((event, index) => {
      if (event.type === "keystroke_data") {
        const second = Math.floor(event.t / 1_000);
        keys.set(second, (keys.get(second) ?? 0) + 1);
        return;
      }
      const step = kept.has(index) ? null : stepOf(event);
      if (step === null || ("question" in step && !questions.has(step.question))) return;
      const isEdit = step.kind === "edit" || step.kind === "choose";
      if (!isEdit || step.t <= untilT) steps.push(step);
    });
  }
  return {
    started_at: record.startedAt,
    end_t: Math.max(head.lastT, (head.endedAt ?? 0) - record.startedAt),
    questions: after === 0 ? exam.document.questions.map(paperQuestion) : [],
    steps,
    keys: [...keys],
    next,
  };
}

function stepOf(event: CapturedEvent): ReplayStep | null {
  const { t } = event;
  switch (event.type) {
    case "answer_edit": {
      const { question, at, removed, inserted, input } = event;
      return { kind: "edit", t, question, at, removed, inserted, ...(input && { input }) };
    }
    case "answer_select":
      return { kind: "choose", t, question: event.question, choices: event.choices };
    case "question_view":
      return { kind: "view", t, question: event.question };
    case "focus_change":
      return { kind: "focus", t, focused: event.focused };
    case "tab_switch":
      return { kind: "tab", t, visible: event.visible };
    case "connection_change":
      return { kind: "connection", t, online: event.online };
    default:
      return null;
  }
}
