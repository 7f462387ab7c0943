import { redact } from "../../protocol/scorable_event.ts";
import type { LogEntry, ScoringContext } from "../../protocol/log_entry.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import type { RedactedLogPage } from "../../protocol/attempt_detail.ts";
import type { Attempts } from "../attempts/attempts.ts";

/** Entries of one page of a log. */
const PAGE_ENTRIES = 200;

/** An entry without anybody's words: lengths in place of answers, and none of a submission's answers. */
function redactEntry(entry: LogEntry): Record<string, unknown> {
  if (entry.kind === "batch") return { ...entry, events: entry.events.map(redact) };
  if (entry.kind === "answered") return { ...entry, answers: Object.keys(entry.answers).length };
  return { ...entry };
}

/** A page of an attempt's log as staff may see it, with the contexts that its scores were made in. */
export async function redactedPage(attempts: Attempts, attemptId: string, after: number): Promise<RedactedLogPage> {
  const entries: Record<string, unknown>[] = [];
  const contexts: Record<string, ScoringContext> = {};
  for await (const { entry } of attempts.log.read(attemptId, after)) {
    if (entries.length === PAGE_ENTRIES) return { entries, contexts, next: entry.n - 1 };
    entries.push(redactEntry(entry));
    contexts[entry.context] ??= await attempts.contexts.require(entry.context);
  }
  return { entries, contexts, next: null };
}

/** Every event of an attempt, in order. */
export async function listEvents(attempts: Attempts, attemptId: string): Promise<CapturedEvent[]> {
  const events: CapturedEvent[] = [];
  for await (const { entry } of attempts.log.read(attemptId)) {
    if (entry.kind === "batch") events.push(...entry.events);
  }
  return events.sort((a, b) => a.t - b.t);
}
