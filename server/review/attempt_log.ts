import { redact } from "../../protocol/scorable_event.ts";
import type { LogEntry, ScoringContext } from "../../protocol/log_entry.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import type { RedactedLogPage } from "../../protocol/attempt_detail.ts";
import type { LiveRisk } from "../../scoring/score_intervals.ts";
import type { Attempts } from "../attempts/attempts.ts";

/** Entries of one page of a log. */
const PAGE_ENTRIES = 200;

/** An entry without anybody's words: lengths in place of answers, none of a submission's answers, and of a mark no points. */
function redactEntry(entry: LogEntry): Record<string, unknown> {
  if (entry.kind === "batch") return { ...entry, events: entry.events.map(redact) };
  if (entry.kind === "answered") return { ...entry, answers: Object.keys(entry.answers).length };
  if (entry.kind === "marked") {
    const { points: _points, comment: _comment, rubric: _rubric, ...rest } = entry;
    return rest;
  }
  return { ...entry };
}

/**
 * A page of an attempt's log as staff may see it, with the contexts that its scores were made in.
 *
 * @param unsettled Questions whose marks are told to nobody yet: their entries are left out.
 */
export async function redactedPage(
  attempts: Attempts,
  attemptId: string,
  after: number,
  unsettled: ReadonlySet<string>,
): Promise<RedactedLogPage> {
  const entries: Record<string, unknown>[] = [];
  const contexts: Record<string, ScoringContext> = {};
  for await (const { entry } of attempts.log.read(attemptId, after)) {
    if (entries.length === PAGE_ENTRIES) return { entries, contexts, next: entry.n - 1 };
    if (entry.kind === "marked" && unsettled.has(entry.question)) continue;
    entries.push(redactEntry(entry));
    contexts[entry.context] ??= await attempts.contexts.require(entry.context);
  }
  return { entries, contexts, next: null };
}

/** What an attempt's log holds over its time. */
interface TimedLog {
  /** Every event, in order. */
  events: CapturedEvent[];
  /** The live score after each batch, as it was stored with it, in the order that they came. */
  live: LiveRisk[];
}

/** Reads an attempt's events, and what each batch did to the live score. */
export async function readTimedLog(attempts: Attempts, attemptId: string): Promise<TimedLog> {
  const events: CapturedEvent[] = [];
  const live: LiveRisk[] = [];
  for await (const { entry } of attempts.log.read(attemptId)) {
    if (entry.kind !== "batch") continue;
    events.push(...entry.events);
    const last = entry.events.at(-1);
    if (last !== undefined) live.push({ t: last.t, ...entry.report });
  }
  return { events: events.sort((a, b) => a.t - b.t), live };
}

/** Every event of an attempt, in order. */
export async function listEvents(attempts: Attempts, attemptId: string): Promise<CapturedEvent[]> {
  return (await readTimedLog(attempts, attemptId)).events;
}
